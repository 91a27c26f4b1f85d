namespace Academy.Domain.Data.Searching;

/// <summary>
/// The words that the index of a text is made of. Chinese is not written in words, so each pair of neighboring
/// characters is one, and the last character of a run another: every character begins one.
/// </summary>
internal static class IndexWords
{
    public static string Of(string text) =>
        string.Join(' ', new FoldedText(text).Stretches().SelectMany(stretch => stretch).SelectMany(Whole));

    /// <summary>A run in full, to its last character.</summary>
    public static IEnumerable<string> Whole(Run run) => run.IsHan ? [.. Pairs(run.Text), run.Text[^1..]] : [run.Text];

    /// <summary>A run that may go on in the text: a single character stands for itself.</summary>
    public static IEnumerable<string> Beginning(Run run) => run is { IsHan: true, Text.Length: > 1 } ? Pairs(run.Text) : [run.Text];

    private static IEnumerable<string> Pairs(string run) => Enumerable.Range(0, run.Length - 1).Select(at => run.Substring(at, 2));
}
