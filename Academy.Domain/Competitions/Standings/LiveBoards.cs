using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Competitions.Standings;

/// <summary>The public board of an event at a moment, with who is told by name.</summary>
/// <param name="Board">The board.</param>
/// <param name="Names">By employee.</param>
/// <param name="IsFrozen">Whether it stands still until the results are final.</param>
/// <param name="IsFinal">Whether the results are final.</param>
public sealed record LiveBoard(Board Board, IReadOnlyDictionary<long, string> Names, bool IsFrozen, bool IsFinal)
{
    /// <summary>The board as it was kept when the results became final; null before.</summary>
    public KeptResults? Kept { get; init; }

    public static LiveBoard Of(Discipline discipline, KeptResults kept) =>
        new(kept.AsBoard(discipline), kept.Rows.ToDictionary(row => row.EmployeeId, row => row.Name), IsFrozen: false, IsFinal: true)
        {
            Kept = kept,
        };
}

/// <summary>
/// Public boards of events for whoever keeps watching. However many watch an event, the store is asked once a beat whether something
/// has changed, and read only then; nobody who writes has to think of them.
/// </summary>
public sealed class LiveBoards(IDbContextFactory<AcademyDb> stores, TimeProvider clock, ILogger<LiveBoards> log)
{
    /// <summary>How long a change may go unseen.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<long, Watched> watched = [];
    private readonly Lock gate = new();

    /// <summary>The board as it is, and again whenever it has changed; who is slow gets the last one only.</summary>
    public async IAsyncEnumerable<LiveBoard> WatchAsync(long eventId, [EnumeratorCancellation] CancellationToken ct)
    {
        var seat = Channel.CreateBounded<LiveBoard>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var crowd = TakeSeat(eventId, seat);
        try
        {
            await foreach (var board in seat.Reader.ReadAllAsync(ct)) yield return board;
        }
        finally
        {
            LeaveSeat(eventId, crowd, seat);
        }
    }

    private Watched TakeSeat(long eventId, Channel<LiveBoard> seat)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(eventId, out var found))
            {
                watched[eventId] = found = new Watched();
                _ = KeepLookingAsync(eventId, found);
            }

            found.Seats.Add(seat);
            if (found.Last is { } last) seat.Writer.TryWrite(last);
            return found;
        }
    }

    private void LeaveSeat(long eventId, Watched left, Channel<LiveBoard> seat)
    {
        lock (gate)
        {
            left.Seats.Remove(seat);
            if (left.Seats.Count > 0) return;

            watched.Remove(eventId);
            left.Empty.Cancel();
        }
    }

    private async Task KeepLookingAsync(long eventId, Watched crowd)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        var known = default(Sign?);
        try
        {
            do
            {
                known = await LookAsync(eventId, crowd, known);
            }
            while (await beat.WaitForNextTickAsync(crowd.Empty.Token));
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }
    }

    /// <summary>
    /// Tells everybody of what has changed since the sign that is known. A store that is busy is asked again at the next beat.
    /// </summary>
    private async Task<Sign?> LookAsync(long eventId, Watched crowd, Sign? known)
    {
        try
        {
            await using var db = await stores.CreateDbContextAsync(crowd.Empty.Token);
            var sign = await SignOfAsync(db, eventId, crowd.Empty.Token);
            if (sign is null || sign == known) return known;

            Tell(crowd, await ReadAsync(db, eventId, sign, crowd.Empty.Token));
            return sign;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.BoardUnread(e, eventId);
            return known;
        }
    }

    private void Tell(Watched crowd, LiveBoard board)
    {
        lock (gate)
        {
            crowd.Last = board;
            foreach (var seat in crowd.Seats) seat.Writer.TryWrite(board);
        }
    }

    /// <summary>What is another whenever the public board is another; null for an event that nobody but its holder sees.</summary>
    private async Task<Sign?> SignOfAsync(AcademyDb db, long eventId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counting = db.ShownRuns().Where(r => r.EventId == eventId && r.Counts);
        var judged = db.ShownContestants().Where(c => c.EventId == eventId && c.Counts);
        var answered = db.ShownPapers().Where(p => p.Event.Id == eventId && p.Paper.Score != null);
        // Who marks a paper anew gives it other points, by a further mark.
        var marks = db.Marks;
        var marked = answered.SelectMany(p => marks.Where(m => m.AttemptId == p.Paper.Id));
        // An objection may have another score stand.
        var objections = db.Objections;
        var corrected = judged.SelectMany(c => objections.Where(o => o.ContestantId == c.Id));
        return await db.Events.Where(e => e.Id == eventId && e.Competition.PublishedAt != null)
            .Select(e => new Sign(
                counting.Sum(r => r.Id), judged.Sum(c => c.Id), answered.Sum(p => p.Paper.Id), corrected.Count(), marked.Count(),
                e.Competition.FinalizedAt == null && e.Competition.FreezesAt <= now,
                e.Competition.FinalizedAt != null))
            .SingleOrDefaultAsync(ct);
    }

    private static async Task<LiveBoard> ReadAsync(AcademyDb db, long eventId, Sign sign, CancellationToken ct)
    {
        var held = await db.Events.AsNoTracking().SingleAsync(e => e.Id == eventId, ct);
        if (sign.IsFinal && await db.KeptResultsAsync(eventId, ct) is { } kept) return LiveBoard.Of(held.Drill, kept);

        var board = await db.BoardAsync(held.Drill, eventId, BoardCopy.Public, ct);
        return new LiveBoard(board, await db.NamesOnAsync(board, ct), sign.IsFrozen, sign.IsFinal);
    }

    /// <summary>What counts, by the sums of its keys: one result less and another more are no two that look the same.</summary>
    private sealed record Sign(long Runs, long Judged, long Papers, int Corrected, int Marks, bool IsFrozen, bool IsFinal);

    private sealed class Watched
    {
        public HashSet<Channel<LiveBoard>> Seats { get; } = [];
        public CancellationTokenSource Empty { get; } = new();
        public LiveBoard? Last { get; set; }
    }
}

internal static partial class LiveBoardsLog
{
    [LoggerMessage(LogLevel.Warning, "The board of event {EventId} could not be read; it is read again at the next beat")]
    public static partial void BoardUnread(this ILogger log, Exception exception, long eventId);
}
