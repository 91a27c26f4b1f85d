using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>One "=right" or "~wrong" or "~%50%half right" with its feedback. The weight is null when it makes no sense.</summary>
internal sealed partial record GiftChoice(string Written, decimal? Weight, Prose Text, Prose? Feedback, string Format)
{
    public const string PairMark = "->";

    public static GiftChoice Read(string written, string format)
    {
        var weight = WrittenWeight().Match(written);
        var parts = written[(weight.Success ? weight.Length : 1)..].Split('#', 2);
        return new(
            GiftEscapes.Restore(written).Trim(),
            weight.Success ? Percentage(weight.Groups[1].Value) : WeightOf(written[0]),
            GiftText.Read(parts[0], format),
            GiftText.ReadOrNull(parts.ElementAtOrDefault(1), format),
            format)
        { Source = parts[0] };
    }

    /// <summary>The text with its escapes hidden.</summary>
    public string Source { get; private init; } = "";

    public Option At(int index) => new(OptionKeys.At(index), Text, Weight ?? 0) { Feedback = Feedback };

    public TypedAnswer AsText => new(Text.Plain, Weight ?? 0, null, Feedback);

    /// <summary>Whether it is about whatever else is typed, and earns nothing.</summary>
    public bool IsAnythingElse => Text.Plain is "" or "*" && Weight is not > 0;

    public TypedAnswer AsAnythingElse => new("*", 0, null, Feedback);

    /// <summary>A number with its tolerance, "3.14:0.01" or "3.13..3.15"; null when it is none.</summary>
    public TypedAnswer? AsNumber =>
        WrittenNumber.Read(Text.Plain) is { } number ? new(number.Text, Weight ?? 0, number.Tolerance, Feedback) : null;

    /// <summary>Both sides; null when the arrow is missing.</summary>
    public Pair? AsPair =>
        Source.Split(PairMark, 2) is [var left, var right] ? new(GiftText.Read(left, Format), GiftText.Read(right, Format)) : null;

    private static decimal WeightOf(char mark) => mark == '=' ? 100 : 0;

    private static decimal? Percentage(string written) =>
        decimal.TryParse(
            written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
        && weight is >= -100 and <= 100 ? weight : null;

    // Looks like a weight: a sign or digit and up to fifteen more characters between percent signs.
    [GeneratedRegex(@"^[~=]\s*%([-+.\d][^%\n]{0,15})%")]
    private static partial Regex WrittenWeight();
}
