using System.Text;

namespace Academy.Domain.Questions.Texts;

/// <summary>Compares typed words: width, punctuation, spacing and, unless told otherwise, case make no difference.</summary>
public static class TypedWords
{
    /// <summary>Stands for any text in an answer.</summary>
    public const string Anything = "*";

    private const string Chinese = "。、【】〔〕「」『』《》〈〉“”‘’—–―‒−～·•・";
    private const string Plain = ".,[][]\"\"\"\"<><>\"\"''-----~···";

    public static bool Agree(string answer, string typed, bool matchesCase) =>
        Matches(Fold(answer, matchesCase), Fold(typed, matchesCase));

    /// <summary>Whether the words stand somewhere in the text.</summary>
    public static bool Contain(string text, string words) =>
        Fold(words, matchesCase: false) is { Length: > 0 } sought
        && Fold(text, matchesCase: false).Contains(sought, StringComparison.Ordinal);

    internal static string Fold(string text, bool matchesCase)
    {
        var folded = new StringBuilder(text.Length);
        // Half a character, which cannot be normalized, is replaced on the way.
        foreach (var character in string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC)) Append(folded, character);

        var words = folded.ToString().TrimEnd();
        return matchesCase ? words : words.ToLowerInvariant();
    }

    private static void Append(StringBuilder folded, char character)
    {
        var plain = Chinese.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index ? Plain[index] : character;
        if (!char.IsWhiteSpace(plain))
        {
            if (plain is not ('\u200B' or '\uFEFF')) folded.Append(plain);
        }
        else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    /// <summary>Goes back to the last wildcard only, so that no text takes longer than pattern times text.</summary>
    private static bool Matches(string pattern, string text)
    {
        var (at, mark, star) = (0, 0, -1);
        for (var index = 0; index < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*') (star, mark, at) = (at, index, at + 1);
            else if (at < pattern.Length && pattern[at] == text[index]) (at, index) = (at + 1, index + 1);
            else if (star >= 0) (at, index) = (star + 1, ++mark);
            else return false;
        }

        return pattern.AsSpan(at).Trim('*').IsEmpty;
    }
}
