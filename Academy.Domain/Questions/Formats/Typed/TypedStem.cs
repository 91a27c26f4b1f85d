using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>
/// What authors put into a stem besides the question: its key in brackets, its type, its points, answers that
/// already stand in their gaps.
/// </summary>
internal sealed partial class TypedStem(string written)
{
    private const string Empty = "（ ）";
    private const int LongestFilling = 12;
    private const int LongestBracketed = 30;

    public string Text { get; private set; } = written;

    public decimal? TakePoints()
    {
        if (Worth().Match(Text) is not { Success: true } worth) return null;

        Text = Text.Remove(worth.Index, worth.Length).Trim();
        return decimal.Parse(worth.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var points ? points : null;
    }

    public WrittenType? TakeType()
    {
        foreach (Match named in Named().Matches(Text))
        {
            if (WrittenTypes.Of(named.Groups[1].Value) is not { } type) continue;

            Text = Text.Remove(named.Index, named.Length).Trim();
            return type;
        }

        return null;
    }

    /// <summary>
    /// The letters of the right options where they stand in brackets. Against a key given elsewhere
    /// only those at the end count.
    /// </summary>
    public string? TakeLetters(string given)
    {
        var (keys, wanted, end) = (OutsideOfCode(Letters().Matches(Text)).ToList(), Plain(given), EndOfWords());
        if (given.Length > 0) keys = [.. keys.Where(key => key.Index + key.Length >= end || Plain(key.Groups[1].Value) == wanted)];
        if (keys.Count == 0 || keys.Select(key => Plain(key.Groups[1].Value)).Distinct().Count() > 1) return null;

        EmptyAll(keys);
        return Plain(keys[0].Groups[1].Value);
    }

    /// <summary>Right or wrong where it stands in brackets at the end, or anywhere when the question asks for nothing else.</summary>
    public string? TakeVerdict(bool anywhere)
    {
        if (Verdict().Matches(Text).LastOrDefault() is not { } last) return null;
        if (!anywhere && last.Index + last.Length < EndOfWords()) return null;

        Text = Text.Remove(last.Index, last.Length).Insert(last.Index, Empty);
        return last.Groups[1].Value;
    }

    /// <summary>Empties the brackets that hold the keys that are given; nothing happens when they hold others.</summary>
    public void EmptyGaps(string given)
    {
        var filled = Fillings();
        if (filled.Count == 0 || GapText.IsIn(Text)) return;
        if (GapText.Keys(given, filled.Count) is not { } keys || !keys.SequenceEqual(filled.Select(gap => gap.Groups[1].Value.Trim())))
            return;

        EmptyAll(filled);
    }

    /// <summary>
    /// The keys of gaps that are filled in already: in a fill-in all brackets, elsewhere only such as a
    /// list or a copula demands.
    /// </summary>
    public string? TakeFillings(bool isFillIn)
    {
        var filled = Fillings();
        if (filled.Count == 0 || GapText.IsIn(Text)) return null;
        if (!isFillIn && !AreDemanded(filled)) return null;

        var keys = string.Join('；', filled.Select(gap => gap.Groups[1].Value.Trim()));
        EmptyAll(filled);
        return keys;
    }

    private List<Match> Fillings() => [.. Bracketed().Matches(Text).Where(bracketed =>
        FillingOf(bracketed) is { Length: > 0 and <= LongestBracketed } filling && !filling.Contains('\n'))];

    private static ReadOnlySpan<char> FillingOf(Match bracketed) => bracketed.Groups[1].ValueSpan.Trim();

    private bool AreDemanded(List<Match> filled)
    {
        if (filled.Count < 2 || filled.Exists(gap => !Word().IsMatch(FillingOf(gap)) || FillingOf(gap).Length > LongestFilling))
            return false;

        var joins = filled.Skip(1).Zip(filled, (next, gap) => Text[(gap.Index + gap.Length)..next.Index]).ToList();
        var isFirstDemanded = Copula().IsMatch(Text[..filled[0].Index]);
        if (!isFirstDemanded) return false;
        return joins.TrueForAll(join => Copula().IsMatch(join))
            || (joins.TrueForAll(join => Joint().IsMatch(join)) && (filled.Count > 2 || joins[0].Length > 0));
    }

    private void EmptyAll(List<Match> filled)
    {
        var (text, at) = (new StringBuilder(), 0);
        foreach (var gap in filled)
        {
            text.Append(Text, at, gap.Index - at).Append(Empty);
            at = gap.Index + gap.Length;
        }

        Text = text.Append(Text, at, Text.Length - at).ToString();
    }

    /// <summary>Behind it there are only marks and spaces.</summary>
    private int EndOfWords() => Text.AsSpan().TrimEnd().TrimEnd("。.？?！：:，；").TrimEnd().Length;

    /// <summary>In a line of code, brackets hold no keys.</summary>
    private IEnumerable<Match> OutsideOfCode(IEnumerable<Match> keys)
    {
        var (end, isCode) = (-1, false);
        foreach (var key in keys)
        {
            if (key.Index > end)
            {
                end = Text.IndexOf('\n', key.Index) is var next and >= 0 ? next : Text.Length;
                isCode = CodeLine().IsMatch(Text[(Text.LastIndexOf('\n', key.Index) + 1)..end]);
            }

            if (!isCode) yield return key;
        }
    }

    private static string Plain(string key) =>
        string.Concat(key.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterUpper));

    [GeneratedRegex(@"[（(]\s*(\d{1,3}(?:\.\d)?)\s*分\s*[)）]")]
    private static partial Regex Worth();

    [GeneratedRegex(@"[\[【（(]\s*([\p{L}]{2,7})\s*[\]】)）]\s*\*?")]
    private static partial Regex Named();

    [GeneratedRegex("(?<![A-Za-z0-9\"'])[（(【]\\s*([A-ZＡ-Ｚ](?:[\\s,，、]*[A-ZＡ-Ｚ])*)\\s*[)）】]")]
    private static partial Regex Letters();

    [GeneratedRegex(@"[（(【\[]\s*(√|×|✓|✔|✗|✘|对|错|正确|错误|T|F|X|是|否)\s*[)）】\]]")]
    private static partial Regex Verdict();

    [GeneratedRegex("[（(]([^（）()]*)[)）]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?!以下|简称|即|如|含|不含|包括|注|见|参见|例|单位|又称|也称)\p{IsCJKUnifiedIdeographs}+$")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:是|为|有|叫|指|由|表示|称为|分为|包括|在于)[:：]?\s*$")]
    private static partial Regex Copula();

    [GeneratedRegex(@"^(?>[\s、，,；;]*)(?:和|与|及|以及|或)?\s*$")]
    private static partial Regex Joint();

    [GeneratedRegex(@"^\s*(?://|#)|[={}]|;\s*$|[A-Za-z0-9_]\(")]
    private static partial Regex CodeLine();
}
