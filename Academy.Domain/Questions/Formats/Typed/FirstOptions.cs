using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>Where options begin on a line, an A and the next B behind it; found once, however often somebody asks.</summary>
internal sealed partial class FirstOptions
{
    private readonly List<int> starts = [];

    /// <summary>Where each of them ends; both lists grow from one to the next.</summary>
    private readonly List<int> ends = [];

    public FirstOptions(string line)
    {
        foreach (Match mark in Mark().Matches(line))
        {
            if (mark.Groups["a"].Success) starts.Add(mark.Index);
            else while (ends.Count < starts.Count) ends.Add(mark.Index + mark.Length);
        }
    }

    /// <summary>Whether an A and a B stand between two places of the line.</summary>
    public bool StandIn(int from, int to)
    {
        var found = starts.BinarySearch(from);
        var first = found < 0 ? ~found : found;
        return first < ends.Count && ends[first] <= to;
    }

    [GeneratedRegex(@"(?:(?<![A-Za-z.])(?<a>[AＡ])|[BＢ])\s*[.．、:：)）]")]
    private static partial Regex Mark();
}
