using System.Globalization;

namespace Academy.Web.Pages.Shared;

/// <summary>A number in a text. English writes <c>{0:question|questions}</c> beside it; Chinese needs no such choice.</summary>
public readonly record struct Count(long Number) : IFormattable
{
    public static Count Of(long number) => new(number);

    public override string ToString() => ToString(null, null);

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (format?.Split('|') is [var one, var many]) return Number == 1 ? one : many;
        return Number.ToString(format, CultureInfo.InvariantCulture);
    }
}
