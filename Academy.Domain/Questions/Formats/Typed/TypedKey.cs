using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>One answer of a list: the number of its question, the key, and perhaps why.</summary>
internal sealed partial record TypedKey(int Number, string Key, string Explanation, int Line, TypedHeading? Scope)
{
    /// <summary>Whether it is letters or right and wrong, no words.</summary>
    public bool IsPlain => IsPlainKey(Key);

    public static bool IsPlainKey(string text) => PlainKey().IsMatch(text.Trim());

    public static bool AreAlike(string one, string other) =>
        VerdictWords.Of(one) is { } verdict ? verdict == VerdictWords.Of(other) : Plain(one) == Plain(other);

    /// <summary>"A", "A 解析：…", "【答案】A【解析】…" or words.</summary>
    public static TypedKey Read(int number, string text, int line, TypedHeading? scope)
    {
        var (key, explanation) = ("", "");
        foreach (var piece in TypedLabel.Cut(text))
        {
            var label = TypedLabel.Of(piece);
            if (label?.Field == TypedField.Explanation) explanation = label.Rest;
            else if (label is null or { Field: TypedField.Answer })
                key = key.Length == 0 ? label?.Rest ?? piece : $"{key} {label?.Rest ?? piece}";
        }

        return explanation.Length == 0 && KeyAndReason().Match(key) is { Success: true } both
            ? new(number, both.Groups[1].Value, both.Groups[2].Value, line, scope)
            : new(number, key, explanation, line, scope);
    }

    public TypedKey With(string more)
    {
        var label = TypedLabel.Of(more);
        var said = label?.Rest ?? more;
        if (Explanation.Length > 0 || IsPlain) return this with { Explanation = $"{Explanation}\n{said}".Trim() };
        if (label is { Field: TypedField.Explanation }) return this with { Explanation = said };
        return this with { Key = $"{Key}\n{said}".Trim() };
    }

    private static string Plain(string key) =>
        string.Concat(key.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^(?:[A-ZＡ-Ｚ](?:[\s,，、;；]*[A-ZＡ-Ｚ])*|[A-Z]\s*[-~至到]\s*[A-Z]|[√×✓✔✗✘✕]|对|错|正确|错误|(?:以上)?全选|[TF])[。.；;]?$")]
    private static partial Regex PlainKey();

    [GeneratedRegex(
        @"^([A-ZＡ-Ｚ]{1,8}|[√×✓✔✗✘✕]|对|错|正确|错误)(?:[。．.，,；;:：]\s*|\s+)(\p{IsCJKUnifiedIdeographs}.{3,})$",
        RegexOptions.Singleline)]
    private static partial Regex KeyAndReason();
}
