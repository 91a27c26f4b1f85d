using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>A judge's sheet as the page sends it, all of it each time.</summary>
/// <param name="Revision">The page's count of changes, from 1; the highest one stands.</param>
/// <param name="Figures">By item: counts as they are, points in hundredths. What is not filled in is not there.</param>
/// <param name="Void">The key of why the result is void; null where it is not.</param>
public sealed record SheetInput(
    [property: JsonRequired] int Revision, [property: JsonRequired] Dictionary<string, int>? Figures, string? Void = null);

public sealed record SavedSheet(int Revision, DateTimeOffset SavedAt);

/// <summary>Why a sheet was not taken, and what is stored instead.</summary>
public sealed record StoredSheet(int Revision, IReadOnlyDictionary<string, int> Figures, string? Void, string Reason);

/// <summary>Saves a judge's sheet while it is written.</summary>
public static class SheetEndpoint
{
    private const int MostFigures = 100;

    public static void MapSheets(this IEndpointRouteBuilder app) =>
        app.MapPut("/api/judging/contestants/{contestantId:long}/sheet", SaveAsync)
            .RequireAuthorization(policy => policy.RequireRole(Roles.Judging.Split(',')))
            .ValidateAntiforgery();

    private static async Task<Results<Ok<SavedSheet>, NotFound, BadRequest, Conflict<StoredSheet>>> SaveAsync(
        long contestantId, SheetInput input, Referee referee, ClaimsPrincipal user, CancellationToken ct)
    {
        if (input.Figures is not { Count: <= MostFigures } figures) return TypedResults.BadRequest();

        var sent = new SentSheet(input.Revision, new SheetValues(figures, string.IsNullOrEmpty(input.Void) ? null : input.Void));
        var outcome = await referee.WriteAsync(contestantId, sent, user.Actor, ct);
        return outcome.Refusal switch
        {
            null => TypedResults.Ok(new SavedSheet(outcome.Revision, outcome.SavedAt!.Value)),
            SheetRefusal.NoSuchContestant or SheetRefusal.MayNotJudge or SheetRefusal.Oneself => TypedResults.NotFound(),
            SheetRefusal.OutOfBounds => TypedResults.BadRequest(),
            { } refusal => TypedResults.Conflict(new StoredSheet(
                outcome.Revision, outcome.Values.Figures, outcome.Values.Void,
                JsonNamingPolicy.KebabCaseLower.ConvertName($"{refusal}"))),
        };
    }
}
