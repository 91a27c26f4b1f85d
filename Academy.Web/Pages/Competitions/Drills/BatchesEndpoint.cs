using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>
/// Keys as a page sends them, each with the milliseconds since the start of the run: <c>[[1200, "7"], [1340, "E"]]</c>, and those of a
/// phrase with the same: <c>[[1200, "您"], [1200, "好"]]</c>.
/// </summary>
public sealed record BatchInput([property: JsonRequired] IReadOnlyList<JsonElement>? Keys);

public sealed record TakenBatch(int Acknowledged);

/// <summary>Why keys were not taken down, and which batch was the last that was.</summary>
public sealed record RefusedBatch(int Acknowledged, string Reason);

/// <summary>Takes the keys of a drill down while it runs.</summary>
public static class BatchesEndpoint
{
    public static void MapBatches(this IEndpointRouteBuilder app) =>
        app.MapPut("/api/drills/runs/{runId:long}/batches/{number:int}", TakeAsync)
            .RequireAuthorization(policy => policy.RequireRole(Roles.Employee))
            .ValidateAntiforgery();

    private static async Task<Results<Ok<TakenBatch>, NotFound, BadRequest, Conflict<RefusedBatch>>> TakeAsync(
        long runId, int number, BatchInput batch, KeyScribe scribe, ClaimsPrincipal user, TimeProvider clock, CancellationToken ct)
    {
        var receivedAt = clock.GetUtcNow();
        if (batch.Keys is not { Count: > 0 and <= SentBatch.MostKeys } pairs) return TypedResults.BadRequest();
        var keys = pairs.Select(Read).OfType<KeyStroke>().ToList();
        if (keys.Count < pairs.Count) return TypedResults.BadRequest();

        var sent = new SentKeys(user.Id, new SentBatch(runId, number, keys, receivedAt));
        var (refusal, acknowledged) = await scribe.WriteAsync(sent, ct);
        if (refusal == DrillRefusal.NoSuchRun) return TypedResults.NotFound();
        return refusal is null
            ? TypedResults.Ok(new TakenBatch(acknowledged))
            : TypedResults.Conflict(new RefusedBatch(acknowledged, JsonNamingPolicy.KebabCaseLower.ConvertName($"{refusal}")));
    }

    /// <summary>Null for what is no key.</summary>
    private static KeyStroke? Read(JsonElement pair)
    {
        if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2) return null;
        if (pair[0].ValueKind != JsonValueKind.Number || !pair[0].TryGetInt32(out var at)) return null;

        return TextOf(pair[1]) is [var sign] && new KeyStroke(at, sign) is { IsKnown: true } key ? key : null;
    }

    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a character is none.
            return null;
        }
    }
}
