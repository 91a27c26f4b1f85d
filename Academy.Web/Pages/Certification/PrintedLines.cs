using System.Text;

namespace Academy.Web.Pages.Certification;

/// <summary>Breaks a value into lines that fit beside their label, and makes it smaller where that is not enough.</summary>
public static class PrintedLines
{
    private const float Smallest = 6;
    private const int MostLines = 3;

    /// <summary>What a Latin letter takes of the width of a Chinese one, at the most.</summary>
    private const float Latin = 0.62f;

    public static (IReadOnlyList<string> Lines, float Size) Of(string value, float width, float largest = 13.5f)
    {
        var size = largest;
        var lines = Broken(value, width / size);
        for (; size > Smallest && (lines.Count > MostLines || lines.Count * size * 1.24f > 36); size -= 0.5f)
            lines = Broken(value, width / (size - 0.5f));
        return (lines, size);
    }

    private static List<string> Broken(string value, float ems)
    {
        var (lines, line, taken) = (new List<string>(), new StringBuilder(), 0f);
        foreach (var rune in value.EnumerateRunes())
        {
            var wide = rune.Value < 0x2E80 ? Latin : 1;
            if (taken + wide > ems && line.Length > 0)
            {
                lines.Add(line.ToString().Trim());
                (line, taken) = (new StringBuilder(), 0);
            }

            line.Append(rune);
            taken += wide;
        }

        lines.Add(line.ToString().Trim());
        return lines;
    }
}
