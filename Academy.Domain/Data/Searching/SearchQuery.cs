using System.Text.RegularExpressions;

namespace Academy.Domain.Data.Searching;

/// <summary>
/// What somebody typed to search for. Whatever stands between letters and digits separates terms, and all terms have
/// to be found: Chinese ones anywhere, others at the beginning of a word.
/// </summary>
public sealed class SearchQuery
{
    public const int MostCharacters = 100;
    private const int MostTerms = 8;

    private readonly List<IReadOnlyList<Run>> terms;

    private SearchQuery(string text) => (Text, terms) = (text, [.. new FoldedText(text).Stretches().Take(MostTerms)]);

    /// <summary>As it was typed, cut where it is too long.</summary>
    public string Text { get; }

    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>The terms, folded, for who searches without the index.</summary>
    public IEnumerable<string> Terms => terms.Select(term => string.Concat(term.Select(run => run.Text)));

    public static SearchQuery Of(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return new SearchQuery(Cut.Start(text, MostCharacters));
    }

    /// <summary>The terms as words of the index that follow each other.</summary>
    internal IEnumerable<IndexPhrase> Phrases => terms.Select(PhraseOf);

    /// <summary>Where the terms stand in a text: every place, in order, none overlapping.</summary>
    internal IEnumerable<(int Start, int End)> PlacesIn(string text)
    {
        var folded = new FoldedText(text);
        return IsEmpty
            ? []
            : Regex.Matches(folded.Text, string.Join('|', terms.OrderByDescending(t => t.Sum(r => r.Text.Length)).Select(PatternOf)))
                .Select(match => folded.OriginOf(match.Index, match.Length));
    }

    private static IndexPhrase PhraseOf(IReadOnlyList<Run> term) => new(
        [.. term.SkipLast(1).SelectMany(IndexWords.Whole), .. IndexWords.Beginning(term[^1])],
        MayGoOn: !term[^1].IsHan || term[^1].Text.Length == 1);

    /// <summary>Writers put a space between Chinese and figures or not; both are the same text.</summary>
    private static string PatternOf(IReadOnlyList<Run> term) =>
        (term[0].IsHan ? "" : WordStart) + string.Join(@"[^\p{L}\p{Nd}\u3007]*", term.Select(run => Regex.Escape(run.Text)));

    private const string WordStart = $@"(?<![\p{{L}}\p{{Nd}}-[{FoldedText.HanClass}]])";
}
