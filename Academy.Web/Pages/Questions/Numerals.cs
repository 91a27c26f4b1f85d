using System.Globalization;

namespace Academy.Web.Pages.Questions;

/// <summary>Numbers as forms carry them, in the same digits in every language.</summary>
internal static class Numerals
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    /// <summary>Beyond it nobody means a number of points or a tolerance.</summary>
    private const decimal Largest = 1_000_000_000;

    public static decimal? Read(string? written) =>
        decimal.TryParse(written, Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Largest ? number : null;

    public static string Write(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    public static string? Write(decimal? number) => number is { } given ? Write(given) : null;
}
