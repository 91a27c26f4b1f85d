using System.Globalization;

namespace Academy.Domain.Questions.Formats;

/// <summary>A number as GIFT writes it: alone, with a tolerance behind a colon, or as a range of two with dots between.</summary>
internal readonly record struct GiftNumber(string Text, decimal Tolerance)
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private const string Shortest = "0.############################";

    public static GiftNumber? Read(string written)
    {
        if (written.Split("..") is [var low, var high]) return Range(low, high);
        return written.Split(':', 2) is [var number, var tolerance] ? Around(number, tolerance) : Around(written, "0");
    }

    private static GiftNumber? Around(string number, string tolerance) =>
        Parse(number) is not null && Parse(tolerance) is >= 0 and var width ? new(number.Trim(), width) : null;

    private static GiftNumber? Range(string low, string high) =>
        Parse(low) is { } from && Parse(high) is { } to && from <= to
            ? new(((from / 2) + (to / 2)).ToString(Shortest, CultureInfo.InvariantCulture), (to / 2) - (from / 2))
            : null;

    private static decimal? Parse(string written) => decimal.TryParse(written, Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
