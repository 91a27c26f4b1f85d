using System.Globalization;
using Academy.Domain.Data;

namespace Academy.Domain.Competitions;

/// <summary>A quarter of a year by the bank's calendar, from 1 to 4.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 9998;
    private const int MonthsOfQuarter = 3;

    public DateOnly FirstDay => new(Year, ((Number - 1) * MonthsOfQuarter) + 1, 1);

    /// <summary>The first day of the quarter behind it.</summary>
    public DateOnly EndDay => FirstDay.AddMonths(MonthsOfQuarter);

    public Quarter Before => Of(FirstDay.AddDays(-1));

    public Quarter Next => Of(EndDay);

    /// <summary>Counted over all years, so that the difference of two is how many quarters lie between them.</summary>
    private int Index => (Year * 4) + Number;

    /// <summary>Its name in addresses: 2026-4.</summary>
    public string Slug => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / MonthsOfQuarter) + 1);

    /// <summary>The quarter that an address names; null for anything else.</summary>
    public static Quarter? Named(string? slug) =>
        slug is { Length: 6 } && slug[4] == '-' && slug[5] is >= '1' and <= '4'
        && int.TryParse(slug[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= EarliestYear and <= LatestYear
            ? new Quarter(year, slug[5] - '0')
            : null;

    /// <summary>The same day of another quarter, or the last of its month where that one has no such day.</summary>
    public DateOnly Moved(DateOnly day, Quarter to) => day.AddMonths(MonthsOfQuarter * (to.Index - Index));

    /// <summary>From the first moment of it to the first behind it.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) In(BankZone zone) =>
        (zone.At(FirstDay, TimeOnly.MinValue), zone.At(EndDay, TimeOnly.MinValue));
}
