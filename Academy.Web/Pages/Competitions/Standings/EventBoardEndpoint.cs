using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>
/// Tells a page that watches an event's public board of each change, by server-sent events: <c>board</c> with an
/// <see cref="EventRows"/> as JSON, and <c>beat</c> now and then while nothing changes. A stream ends after a while; the browser asks
/// again by itself, and whoever has signed out meanwhile is refused.
/// </summary>
public static class EventBoardEndpoint
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    public static void MapEventBoards(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/competitions/events/{eventId:long}/board", WatchAsync)
            .RequireAuthorization()
            .WithMetadata(new Unattended());

    private static async Task<Results<ServerSentEventsResult<string>, NotFound>> WatchAsync(
        long eventId, AcademyDb db, LiveBoards live, DrillWords words, Wording say, ClaimsPrincipal user, TimeProvider clock,
        IHostApplicationLifetime house, CancellationToken ct)
    {
        if (!await db.Events.AnyAsync(e => e.Id == eventId && e.Competition.PublishedAt != null, ct)) return TypedResults.NotFound();

        var onlooker = await user.OnlookerAsync(db, words, say, ct);
        return TypedResults.ServerSentEvents(StreamAsync(live, eventId, onlooker, clock, house.ApplicationStopping, ct));
    }

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        LiveBoards live, long eventId, Onlooker onlooker, TimeProvider clock, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var longest = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping, longest.Token);
        await using var boards = live.WatchAsync(eventId, end.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = boards.MoveNextAsync().AsTask();
        try
        {
            while (await IsThereAsync(next, clock) is { } isThere)
            {
                if (!isThere)
                {
                    yield return new SseItem<string>("", "beat");
                    continue;
                }

                var seen = onlooker.Sees(boards.Current);
                yield return new SseItem<string>(JsonSerializer.Serialize(seen, JsonSerializerOptions.Web), "board");
                next = boards.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Nobody leaves a seat on which a board is still waited for.
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether the next board has come, or only some time gone by; null at the end.</summary>
    private static async Task<bool?> IsThereAsync(Task<bool> next, TimeProvider clock)
    {
        // A thousand who wait are not told by a thousand exceptions that nothing has come.
        if (await Task.WhenAny(next, Task.Delay(Quiet, clock, CancellationToken.None)) != next) return false;

        try
        {
            return await next ? true : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
