using System.Globalization;
using Academy.Domain.Data;

namespace Academy.Web.Pages.Shared;

/// <summary>A moment in bank time as the field of a form has it, to the minute.</summary>
public static class FormMoment
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    public static string Write(DateTime moment) => moment.ToString(Format, CultureInfo.InvariantCulture);

    public static string? Write(DateTimeOffset? moment, BankZone zone) =>
        moment is { } given ? Write(zone.ToBankTime(given).DateTime) : null;

    /// <summary>Null for what is written otherwise.</summary>
    public static DateTimeOffset? Read(string? written, BankZone zone) =>
        DateTime.TryParseExact(written, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            && moment.Year is > 1 and < 9999
            ? zone.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
            : null;
}
