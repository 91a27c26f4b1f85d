using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Sheets;

/// <summary>Options that stand together in one cell: lettered, or one a line, or with separators between them.</summary>
internal static class SheetOptions
{
    private static readonly string[] Separators = ["\n", "|", "##", "；", ";", "#", "，", ",", "、"];

    public static IReadOnlyList<string> Split(string cell)
    {
        if (TypedOptions.Cut(cell) is { Stem: "", Options.Count: > 1 } lettered) return lettered.Options;

        return Separators.Select(separator => cell.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .FirstOrDefault(parts => parts.Length > 1)?.Select(OptionLetter.Without).ToList() ?? (cell.Length > 0 ? [cell] : []);
    }
}
