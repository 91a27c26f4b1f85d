using System.Globalization;
using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats;

/// <summary>One "=right" or "~wrong" or "~%50%half right" with its feedback. The weight is null when it makes no sense.</summary>
internal sealed partial record GiftChoice(string Written, decimal? Weight, string Text, string? Feedback)
{
    public static GiftChoice Read(string written, string format)
    {
        var weight = WrittenWeight().Match(written);
        var parts = written[(weight.Success ? weight.Length : 1)..].Split('#', 2);
        return new(
            GiftEscapes.Restore(written).Trim(),
            weight.Success ? Percentage(weight.Groups[1].Value) : written[0] == '=' ? 100 : 0,
            GiftText.Read(parts[0], format),
            GiftText.ReadOrNull(parts.ElementAtOrDefault(1), format));
    }

    public Option At(int index) => new(((char)('a' + index)).ToString(), Text, Weight ?? 0) { Feedback = Feedback };

    private static decimal? Percentage(string written) =>
        decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
        && weight is >= -100 and <= 100 ? weight : null;

    // Looks like a weight: a sign or digit and up to fifteen more characters between percent signs.
    [GeneratedRegex(@"^[~=]\s*%([-+.\d][^%\n]{0,15})%")]
    private static partial Regex WrittenWeight();
}
