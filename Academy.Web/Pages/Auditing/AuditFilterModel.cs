using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Auditing;

/// <summary>What the address of the trail and of its export says of the lines that are wanted.</summary>
public abstract class AuditFilterModel(BankZone zone) : PageModel
{
    [FromQuery(Name = "q")] public string? Text { get; set; }
    [FromQuery(Name = "who")] public string? Who { get; set; }
    [FromQuery(Name = "act")] public Act? Act { get; set; }
    [FromQuery(Name = "subject")] public AuditSubject? Subject { get; set; }

    /// <summary>The first and the last day, in bank time.</summary>
    [FromQuery(Name = "from")] public DateOnly? From { get; set; }
    [FromQuery(Name = "to")] public DateOnly? To { get; set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Who)
        || Act is not null
        || Subject is not null
        || From is not null
        || To is not null;

    protected AuditFilter Filter =>
        new(Text, Who, Act, Subject, BeginningOf(From), BeginningOf(To is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null));

    /// <summary>The filter as the address has it, to be read.</summary>
    protected string Said
    {
        get
        {
            (string Name, string? Value)[] given =
            [
                ("q", Text), ("who", Who), ("act", Act?.Name), ("subject", Subject?.Name),
                ("from", From?.ToString("O", CultureInfo.InvariantCulture)), ("to", To?.ToString("O", CultureInfo.InvariantCulture)),
            ];
            return string.Join(' ',
                from part in given
                where !string.IsNullOrWhiteSpace(part.Value)
                select $"{part.Name}={part.Value}");
        }
    }

    private DateTimeOffset? BeginningOf(DateOnly? day) => day is { Year: > 1 and < 9999 } known ? zone.At(known, TimeOnly.MinValue) : null;
}
