using System.Globalization;

namespace Academy.Domain.Questions.Formats.Written;

/// <summary>A number as a file writes it, with how far an answer may be off.</summary>
internal readonly record struct WrittenNumber(string Text, decimal Tolerance)
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private const string Shortest = "0.############################";

    /// <summary>Alone, with a tolerance behind a colon, or as a range of two with dots between.</summary>
    public static WrittenNumber? Read(string written)
    {
        if (written.Split("..") is [var low, var high]) return Range(low, high);
        return written.Split(':', 2) is [var number, var tolerance] ? Around(number, tolerance) : Around(written, "0");
    }

    public static WrittenNumber? Around(string number, string tolerance) =>
        Parse(number) is not null && Parse(tolerance) is >= 0 and var width ? new(number.Trim(), width) : null;

    /// <summary>The value of a plain number, without zeros that say nothing.</summary>
    public static decimal? Parse(string? written) =>
        decimal.TryParse(written, Number, CultureInfo.InvariantCulture, out var number) ? number / 1.0000000000000000000000000000m : null;

    private static WrittenNumber? Range(string low, string high) =>
        Parse(low) is { } from && Parse(high) is { } to && from <= to
            ? new(((from / 2) + (to / 2)).ToString(Shortest, CultureInfo.InvariantCulture), (to / 2) - (from / 2))
            : null;
}
