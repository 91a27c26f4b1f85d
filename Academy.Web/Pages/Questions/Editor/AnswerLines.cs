using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>
/// What goes into a gap, one to a line: <c>收缴</c>, <c>[50%] 没收</c> for half the points, <c>3.14 ± 0.01</c> for a number,
/// <c>* 收缴</c> for the right one of those that are chosen from, and <c>收缴 ## …</c> with feedback. A bar separates like a line.
/// </summary>
public static partial class AnswerLines
{
    private const string FeedbackMark = " ## ";

    public static IReadOnlyList<TypedAnswer> Texts(string? written) =>
        [.. Lines(written).Select(line => new TypedAnswer(line.Text, line.Weight ?? 100, null, line.Feedback))];

    public static IReadOnlyList<TypedAnswer> Numbers(string? written) => [.. Lines(written).Select(Number)];

    public static IReadOnlyList<Option> Choices(string? written) =>
        [.. Lines(written).Select((line, index) => Choice(line, OptionKeys.At(index)))];

    public static string Write(IEnumerable<TypedAnswer> answers) => string.Join('\n', answers.Select(answer =>
        $"{Weight(answer.Weight, answer.Weight == 100)}{Escape(answer.Text)}{Tolerance(answer.Tolerance)}{Feedback(answer.Feedback)}"));

    public static string Write(IEnumerable<Option> options) => string.Join('\n', options.Select(Write));

    private static string Write(Option option)
    {
        var (mark, usual) = option.IsRight ? ("* ", 100) : ("", 0);
        return $"{mark}{Weight(option.Weight, option.Weight == usual)}{Escape(option.Text.Plain)}{Feedback(option.Feedback)}";
    }

    private static IEnumerable<(string Text, decimal? Weight, Prose? Feedback)> Lines(string? written) =>
        from line in Separator().Split(written ?? "")
        let parts = Unescape(line.Trim()).Split(FeedbackMark, 2)
        where parts[0].Length > 0
        let weight = WrittenWeight().Match(parts[0])
        select (
            parts[0][weight.Length..].Trim(),
            weight.Success ? decimal.Parse(weight.Groups[1].Value, CultureInfo.InvariantCulture) : (decimal?)null,
            (Prose?)parts.ElementAtOrDefault(1)?.Trim());

    private static TypedAnswer Number((string Text, decimal? Weight, Prose? Feedback) line)
    {
        var parts = line.Text.Split(['±'], 2, StringSplitOptions.TrimEntries);
        // A tolerance that is none makes the whole no number, and the rules say so.
        return Numerals.Read(parts.ElementAtOrDefault(1) ?? "0") is { } tolerance
            ? new TypedAnswer(parts[0], line.Weight ?? 100, parts[0] == "*" ? null : tolerance, line.Feedback)
            : new TypedAnswer(line.Text, line.Weight ?? 100, 0, line.Feedback);
    }

    private static Option Choice((string Text, decimal? Weight, Prose? Feedback) line, string key)
    {
        var isRight = line.Text.StartsWith('*');
        var text = isRight ? line.Text[1..].Trim() : line.Text;
        var weight = WrittenWeight().Match(text);
        return new Option(
            key,
            text[weight.Length..].Trim(),
            weight.Success ? decimal.Parse(weight.Groups[1].Value, CultureInfo.InvariantCulture) : line.Weight ?? (isRight ? 100 : 0))
        {
            Feedback = line.Feedback,
        };
    }

    private static string Weight(decimal weight, bool isUsual) => isUsual ? "" : $"[{Numerals.Write(weight)}%] ";

    private static string Tolerance(decimal? tolerance) => tolerance is null or 0 ? "" : $" ± {Numerals.Write(tolerance.Value)}";

    private static string Feedback(Prose? feedback) => feedback is null ? "" : FeedbackMark + Escape(feedback.Plain);

    private static string Escape(string text) => text.Replace("|", @"\|", StringComparison.Ordinal).Replace('\n', ' ');

    private static string Unescape(string text) => text.Replace(@"\|", "|", StringComparison.Ordinal);

    [GeneratedRegex(@"\r?\n|(?<!\\)\|")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\[\s*(-?\d{1,3}(?:\.\d+)?)\s*%\s*\]\s*")]
    private static partial Regex WrittenWeight();
}
