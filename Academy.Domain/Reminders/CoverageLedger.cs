using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>
/// Knows at every moment who has finished what. Completions and letters are only ever added, so each question reads
/// those since the last one; people, branches, assignments and courses are read again when their revision has moved
/// or a new day has begun. Nothing has to tell the ledger that something changed.
/// </summary>
public sealed class CoverageLedger(IDbContextFactory<AcademyDb> stores, BankZone zone, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly CompletionRecord completions = new();
    private readonly NudgeRecord nudges = new();
    private long lastCompletion, lastLetter, revision = -1;
    private Coverage? known;

    public async Task<Coverage> ReadAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var db = await stores.CreateDbContextAsync(ct);
            await using var moment = await Snapshot.OfAsync(db, ct);
            return known = await ReadAsync(db, await moment.RevisionAsync(ct), ct);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>All is read before anything is noted, so that a reading that was broken off is simply done again.</summary>
    private async Task<Coverage> ReadAsync(AcademyDb db, long current, CancellationToken ct)
    {
        var day = zone.DayOf(clock.GetUtcNow());
        var completed = await CompletionsAsync(db, ct);
        var written = await db.Letters.Where(l => l.Id > lastLetter && l.Kind == LetterKind.Nudge).OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.RecipientId, l.Key, l.WrittenAt }).ToListAsync(ct);
        var source = known is null || current != revision || day != known.Day ? await CoverageSource.ReadAsync(db, day, ct) : null;

        foreach (var c in completed) completions.Add(c.EmployeeId, c.Subject, zone.DayOf(c.At), c.Edition);
        foreach (var letter in written) nudges.Add(letter.RecipientId, letter.Key[..letter.Key.LastIndexOf(':')], letter.WrittenAt, zone.DayOf(letter.WrittenAt));
        if (completed.Count > 0) lastCompletion = completed[^1].Id;
        if (written.Count > 0) lastLetter = written[^1].Id;
        revision = current;
        if (source is not null) return new Coverage(day, source, completions, nudges);
        return completed.Count == 0 ? known! : known!.With(completed.Select(c => (c.EmployeeId, c.Subject)), completions);
    }

    private async Task<List<Finished>> CompletionsAsync(AcademyDb db, CancellationToken ct) => await db.Completions
        .Where(c => c.Id > lastCompletion).OrderBy(c => c.Id)
        .Select(c => new Finished(c.Id, c.EmployeeId, c.SubjectKind, c.SubjectId, c.Edition, c.CompletedAt)).ToListAsync(ct);

    private sealed record Finished(long Id, long EmployeeId, SubjectKind Kind, long SubjectId, int Edition, DateTimeOffset At)
    {
        public Subject Subject => new(Kind, SubjectId);
    }
}
