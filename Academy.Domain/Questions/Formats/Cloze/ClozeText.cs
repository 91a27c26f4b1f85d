using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Cloze;

/// <summary>A text with Moodle's embedded answers, such as {1:SHORTANSWER:=Paris#Right~*#No}, taken apart into its gaps.</summary>
internal sealed partial class ClozeText
{
    private readonly List<ClozeGap> gaps = [];
    private readonly StringBuilder stem = new();
    private readonly FormattedSource source;

    private ClozeText(FormattedSource source) => this.source = source;

    public DraftProblem? Problem { get; private set; }

    public static ClozeText Read(FormattedSource source)
    {
        var cloze = new ClozeText(source);
        cloze.TakeApart();
        return cloze;
    }

    /// <summary>Whether a text has such answers at all.</summary>
    public static bool IsIn(string text) => KnownGap().IsMatch(text);

    /// <summary>Whether only some of the typed gaps tell upper from lower case.</summary>
    public bool MixesCase => gaps.Where(gap => gap.IsWord).DistinctBy(gap => gap.MatchesCase).Count() > 1;

    public QuestionText ToText() => new()
    {
        Type = QuestionType.Cloze,
        Stem = (source with { Written = stem.ToString() }).Read(),
        Gaps = [.. gaps.Select(gap => gap.ToGap())],
        MatchesCase = gaps.Any(gap => gap.IsWord) && gaps.Where(gap => gap.IsWord).All(gap => gap.MatchesCase),
    };

    private void TakeApart()
    {
        var text = source.Written;
        var at = 0;
        for (var head = GapHead().Match(text); head.Success; head = GapHead().Match(text, at))
        {
            source.Time.ThrowIfCancellationRequested();
            var answers = head.Index + head.Length;
            var end = ClozeMarks.Find(text, '}', answers);
            if (end < 0)
            {
                Problem ??= new(ReadingProblem.MissingBrace, head.Value);
                break;
            }

            var gap = new ClozeGap(head.Groups["points"].Value, head.Groups["type"].Value, text[answers..end], source);
            Problem ??= gap.Problem;
            gaps.Add(gap);
            stem.Append(text, at, head.Index - at).Append("[[").Append(gaps.Count).Append("]]");
            at = end + 1;
        }

        stem.Append(text, at, text.Length - at);
    }

    [GeneratedRegex(@"\{(?<points>\d{0,6})\s{0,9}:\s{0,9}(?<type>[A-Za-z_]{1,30})\s{0,9}:")]
    private static partial Regex GapHead();

    [GeneratedRegex(
        @"\{\d{0,6}\s{0,9}:\s{0,9}(?:MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MC|MR|SA|MW|NM)[A-Z_]{0,3}\s{0,9}:",
        RegexOptions.IgnoreCase)]
    private static partial Regex KnownGap();
}
