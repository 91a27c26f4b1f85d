using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>
/// Knows at every moment who has finished what. Completions and letters are only ever added, so each question reads
/// those since the last one; people, branches, assignments and courses are read again when their revision has moved
/// or a new day has begun. Nothing has to tell the ledger that something changed.
/// </summary>
public sealed class CoverageLedger(
    IDbContextFactory<AcademyDb> stores, SubjectCatalogue catalogue, BankZone zone, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly CompletionRecord completions = new();
    private readonly NudgeRecord nudges = new();
    private readonly Dictionary<long, Turnout> turnouts = [];
    private long lastCompletion, lastLetter, revision = -1;
    private Dictionary<Subject, Papers> handedIn = [];
    private Coverage? known;

    public Task<Coverage> ReadAsync(CancellationToken ct) => ReadAsync((_, coverage) => Task.FromResult(coverage), ct);

    /// <summary>How many each of the assignments asks today, and how many of them have done it.</summary>
    public Task<Dictionary<long, Turnout>> TurnoutsAsync(IReadOnlyCollection<long> assignmentIds, CancellationToken ct) =>
        ReadAsync(async (db, coverage) =>
        {
            var uncounted = assignmentIds.Where(id => !turnouts.ContainsKey(id)).ToList();
            var least = await db.LeastEditionsAsync(ct);
            foreach (var assignment in await db.Assignments.AsNoTracking().Where(a => uncounted.Contains(a.Id)).ToListAsync(ct))
                turnouts[assignment.Id] = TurnoutOf(assignment, coverage, least.GetValueOrDefault(assignment.Subject));
            return assignmentIds.ToDictionary(id => id, id => turnouts[id]);
        }, ct);

    public void Dispose() => turn.Dispose();

    /// <summary>Looks into what is known, at a moment in which nothing is added to it.</summary>
    private async Task<T> ReadAsync<T>(Func<AcademyDb, Coverage, Task<T>> look, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var db = await stores.CreateDbContextAsync(ct);
            await using var moment = await Snapshot.OfAsync(db, ct);
            var coverage = await ReadAsync(db, await moment.RevisionAsync(ct), ct);
            if (coverage != known) turnouts.Clear();
            known = coverage;
            return await look(db, coverage);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>All is read before anything is noted, so that a reading that was broken off is simply done again.</summary>
    private async Task<Coverage> ReadAsync(AcademyDb db, long current, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = zone.DayOf(now);
        var completed = await CompletionsAsync(db, ct);
        var written = await db.Letters.Where(l => l.Id > lastLetter && l.Kind == LetterKind.Nudge).OrderBy(l => l.Id)
            .Select(l => new { l.Id, l.RecipientId, l.Key, l.WrittenAt }).ToListAsync(ct);
        var isOutdated = known is null || current != revision || day != known.Day;
        var source = isOutdated ? await CoverageSource.ReadAsync(db, catalogue, day, ct) : null;
        var subjects = source?.Subjects ?? known!.Subjects;
        var papers = await HandedInAsync(db, subjects.Where(s => s.IsHeldBack(now)), ct);

        foreach (var c in completed) completions.Add(c.EmployeeId, c.Subject, zone.DayOf(c.At), c.Edition);
        foreach (var letter in written)
            nudges.Add(letter.RecipientId, Nudge.SubjectIn(letter.Key), letter.WrittenAt, zone.DayOf(letter.WrittenAt));
        if (completed.Count > 0) lastCompletion = completed[^1].Id;
        if (written.Count > 0) lastLetter = written[^1].Id;
        var renewed = subjects.Where(s => papers.GetValueOrDefault(s.Subject) != handedIn.GetValueOrDefault(s.Subject)).ToList();
        (revision, handedIn) = (current, papers);
        if (source is not null) return new Coverage(day, source, RecordOf, nudges);
        return completed.Count + renewed.Count == 0
            ? known!
            : known!.With(completed.Select(c => (c.EmployeeId, c.Subject)), renewed, RecordOf);
    }

    private Turnout TurnoutOf(Assignment assignment, Coverage coverage, int leastEdition)
    {
        var duty = assignment.PeriodOn(coverage.Day) is { } period ? new Duty(assignment, period, period.DueOn) : null;
        var (asked, done) = (0, 0);
        foreach (var person in coverage.AtWorkIn(assignment.Audience))
        {
            asked++;
            if (duty is not null && completions.Does(duty, person.Id, leastEdition)) done++;
        }

        return new Turnout(asked, done);
    }

    private CompletionRecord RecordOf(CoveredSubject subject) =>
        handedIn.TryGetValue(subject.Subject, out var papers) ? papers.Record : completions;

    private async Task<List<Finished>> CompletionsAsync(AcademyDb db, CancellationToken ct) => await db.Completions
        .Where(c => c.Id > lastCompletion).OrderBy(c => c.Id)
        .Select(c => new Finished(c.Id, c.EmployeeId, c.SubjectKind, c.SubjectId, c.Edition, c.CompletedAt)).ToListAsync(ct);

    /// <summary>
    /// Who has handed in what is held back. A paper is never taken back, so an equal number means the
    /// same papers.
    /// </summary>
    private async Task<Dictionary<Subject, Papers>> HandedInAsync(AcademyDb db, IEnumerable<CoveredSubject> heldBack, CancellationToken ct)
    {
        Dictionary<Subject, Papers> found = [];
        foreach (var subject in heldBack.Select(s => s.Subject))
        {
            var papers = catalogue.Of(subject.Kind).HandedIn(db, subject.Id);
            var number = await papers.CountAsync(ct);
            if (handedIn.GetValueOrDefault(subject) is { } seen && seen.Number == number)
            {
                found[subject] = seen;
                continue;
            }

            var record = new CompletionRecord();
            foreach (var paper in await papers.ToListAsync(ct)) record.Add(paper.EmployeeId, subject, zone.DayOf(paper.At), 0);
            found[subject] = new Papers(number, record);
        }

        return found;
    }

    private sealed record Finished(long Id, long EmployeeId, SubjectKind Kind, long SubjectId, int Edition, DateTimeOffset At)
    {
        public Subject Subject => new(Kind, SubjectId);
    }

    private sealed record Papers(int Number, CompletionRecord Record);
}
