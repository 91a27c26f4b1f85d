using System.Globalization;
using System.Text;
using Academy.Domain;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Reminders;
using Academy.Web.Security;
using Academy.Web.Texts;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>Somebody's dates as calendars read them (iCalendar), at a secret address and without a sign-in.</summary>
public static class CalendarEndpoint
{
    private const string MediaType = "text/calendar; charset=utf-8";

    public static void MapCalendarFeeds(this IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{secret}.ics", ReadAsync).AllowAnonymous().RequireRateLimiting(CalendarLimit.Name);

    private static async Task<Results<ContentHttpResult, NotFound, StatusCodeHttpResult>> ReadAsync(
        string secret, AcademyDb db, SubjectCatalogue catalogue, BankZone zone, TimeProvider clock, AcademySettings settings,
        CalendarLimit limit, IStringLocalizer<RemindersTexts> words, HttpContext context, CancellationToken ct)
    {
        if (await db.FeedAsync(secret, ct) is not { } feed)
            return limit.MayMiss(context) ? TypedResults.NotFound() : TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(feed.Language);
        var now = clock.GetUtcNow();
        var entries = await db.CalendarOfAsync(feed.EmployeeId, catalogue, zone, now, ct);
        return TypedResults.Text(Write(entries, settings, words, now), MediaType, Encoding.UTF8);
    }

    private static string Write(
        IReadOnlyList<CalendarEntry> entries, AcademySettings settings, IStringLocalizer<RemindersTexts> words, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Academy//Calendar//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", words["Feed.Name"].Value);
        foreach (var entry in entries) calendar.Events.Add(EventOf(entry, settings, words, now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(
        CalendarEntry entry, AcademySettings settings, IStringLocalizer<RemindersTexts> words, DateTimeOffset now) => new()
        {
            Uid = $"{entry.Id}@{settings.PublicAddress?.Host ?? "academy.invalid"}",
            DtStamp = InUtc(now),
            Summary = words[$"Feed.{entry.Kind}", entry.Title],
            Start = entry.From is { } from ? InUtc(from) : new CalDateTime(entry.Day),
            End = entry.Until is { } until ? InUtc(until) : new CalDateTime(entry.Day.AddDays(1)),
            Url = settings.Outside(entry.Address) is { } link ? new Uri(link) : null,
            // Nobody is taken to be busy all day long.
            Transparency = Ical.Net.TransparencyType.Transparent,
        };

    private static CalDateTime InUtc(DateTimeOffset moment) => new(moment.UtcDateTime, CalDateTime.UtcTzId);
}
