using System.Security.Claims;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Learning;

/// <summary>What a lesson page reports while it is read.</summary>
/// <param name="VisibleSeconds">How long the page was visible and its reader active since the last report.</param>
/// <param name="Clause">Number of the furthest clause that came into view.</param>
public sealed record ReadingReport(double VisibleSeconds, int Clause);

/// <summary>Where a reader stands in a lesson, for the bar beside the text.</summary>
public sealed record ReadingState(double ReadSeconds, double PlausibleSeconds, bool IsFinished);

public static class ReadingEndpoint
{
    public static void MapReading(this IEndpointRouteBuilder app) =>
        app.MapPut("/api/courses/{slug}/{lesson}/progress", ReportAsync).RequireAuthorization().ValidateAntiforgery();

    internal static TimeSpan Visible(double seconds) => TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? 0 : seconds, 0, 86_400));

    private static async Task<Results<Ok<ReadingState>, NotFound>> ReportAsync(
        string slug, string lesson, ReadingReport report, AcademyDb db, Tutor tutor, ClaimsPrincipal user, CancellationToken ct)
    {
        var id = await db.Lessons.InForce().At(slug, lesson).Select(l => (long?)l.Id).SingleOrDefaultAsync(ct);
        if (id is null) return TypedResults.NotFound();
        if (await tutor.CreditAsync(user.Id, id.Value, Visible(report.VisibleSeconds), report.Clause, ct) is not { } read)
            return TypedResults.NotFound();

        var (progress, measure) = read;
        return TypedResults.Ok(new ReadingState(
            progress.ReadTime.TotalSeconds, measure.PlausibleTime.TotalSeconds, progress.IsFinished));
    }
}
