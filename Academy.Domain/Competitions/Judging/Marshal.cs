using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Competitions.Judging;

public enum EntryRefusal { NoSuchEvent, NoSuchContestant, MayNotEnter, NotEligible, Closed, TooMany, HasSheet, NotBegun, Oneself }

/// <summary>
/// Keeps the list of who competes in judged events: people enter and withdraw themselves, branch heads their people, who teaches
/// anybody; who judges says who did not come.
/// </summary>
public sealed class Marshal(AcademyDb db, LevelTable levels, TimeProvider clock)
{
    public const int MostAtOnce = 500;

    /// <summary>
    /// Enters people whom the competition is for until it closes; who has entered stays entered. Only who teaches enters guests, and
    /// anybody may be one; who was one and withdrew is one again, until somebody who teaches enters them otherwise.
    /// </summary>
    public async Task<EntryRefusal?> EnterAsync(
        long eventId, IReadOnlyList<long> people, bool isRanked, Actor by, CancellationToken ct)
    {
        if (people.Count > MostAtOnce) return EntryRefusal.TooMany;

        await using var turn = await db.TakeTurnAsync(ct);
        if (await EnterInTurnAsync(eventId, people, isRanked, by, ct) is { } refusal) return refusal;

        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Withdraws people of whom no judge has written anything down; who is not entered stays so.</summary>
    public async Task<EntryRefusal?> WithdrawAsync(long eventId, IReadOnlyList<long> people, Actor by, CancellationToken ct)
    {
        if (people.Count > MostAtOnce) return EntryRefusal.TooMany;

        await using var turn = await db.TakeTurnAsync(ct);
        if (await WithdrawInTurnAsync(eventId, people, by, ct) is { } refusal) return refusal;

        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Enters some and withdraws others, all of them or nobody.</summary>
    public async Task<EntryRefusal?> ChangeAsync(
        long eventId, IReadOnlyList<long> entering, IReadOnlyList<long> leaving, Actor by, CancellationToken ct)
    {
        if (entering.Count + leaving.Count > MostAtOnce) return EntryRefusal.TooMany;

        await using var turn = await db.TakeTurnAsync(ct);
        if (entering.Count > 0 && await EnterInTurnAsync(eventId, entering, isRanked: true, by, ct) is { } entered) return entered;
        if (leaving.Count > 0 && await WithdrawInTurnAsync(eventId, leaving, by, ct) is { } left) return left;

        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<EntryRefusal?> EnterInTurnAsync(
        long eventId, IReadOnlyList<long> people, bool isRanked, Actor by, CancellationToken ct)
    {
        if (await FindAsync(eventId, ct) is not { } held) return EntryRefusal.NoSuchEvent;

        var now = clock.GetUtcNow();
        if (held.Competition.State(now) is not (CompetitionState.Announced or CompetitionState.Running)) return EntryRefusal.Closed;

        var wanted = await db.Employees.Employed().Include(e => e.Branch)
            .Where(e => people.Contains(e.Id) && e.DisabledAt == null)
            .OrderBy(e => e.UserName)
            .ToListAsync(ct);
        if (wanted.Count < people.Distinct().Count() || !await MayActForAsync(wanted, isRanked, by, ct)) return EntryRefusal.MayNotEnter;

        var there = await db.Contestants.Entered().Where(c => c.EventId == eventId).Select(c => c.EmployeeId).ToListAsync(ct);
        var entered = wanted.Where(person => !there.Contains(person.Id)).ToList();
        if (entered.Count == 0) return null;
        if (isRanked && (await db.NotEligibleAsync(held, [.. entered.Select(person => person.Id)], levels, ct)).Count > 0)
            return EntryRefusal.NotEligible;

        var ranked = await RankedAsync(eventId, entered, isRanked, by, ct);
        foreach (var alike in entered.GroupBy(person => ranked.Contains(person.Id)))
        {
            db.AddRange(alike.Select(person => new Contestant(eventId, person.Id, person.BranchId, alike.Key, by.Id!.Value, now)));
            Record(held, JudgingTrail.ContestantsEntered, alike, alike.Key, by, now);
        }

        return null;
    }

    private async Task<EntryRefusal?> WithdrawInTurnAsync(long eventId, IReadOnlyList<long> people, Actor by, CancellationToken ct)
    {
        if (await FindAsync(eventId, ct) is not { } held) return EntryRefusal.NoSuchEvent;
        if (held.Competition.FinalizedAt is not null) return EntryRefusal.Closed;

        var entered = await db.Contestants.Entered().Where(c => c.EventId == eventId && people.Contains(c.EmployeeId)).ToListAsync(ct);
        var ids = entered.Select(c => c.Id).ToList();
        var persons = entered.Select(c => c.EmployeeId).ToList();
        var wanted = await db.Employees.Include(e => e.Branch).Where(e => persons.Contains(e.Id)).OrderBy(e => e.UserName).ToListAsync(ct);
        if (!await MayActForAsync(wanted, isRanked: true, by, ct)) return EntryRefusal.MayNotEnter;
        if (entered.Count == 0) return null;
        if (entered.Exists(c => c.IsAbsent && c.EmployeeId == by.Id)) return EntryRefusal.Oneself;
        if (await db.ScoreSheets.AnyAsync(s => ids.Contains(s.ContestantId), ct)) return EntryRefusal.HasSheet;

        var now = clock.GetUtcNow();
        foreach (var contestant in entered) contestant.Withdraw(now);
        Record(held, JudgingTrail.ContestantsWithdrawn, wanted, entered.TrueForAll(c => c.IsRanked), by, now);
        return null;
    }

    /// <summary>Says of another that they did not come, or came after all, as long as no sheet of theirs is handed in.</summary>
    public async Task<EntryRefusal?> CallAsync(long contestantId, bool isAbsent, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.JudgesAsync(by, ct)) return EntryRefusal.MayNotEnter;
        var found = await db.Contestants.Entered().Include(c => c.Event.Competition).SingleOrDefaultAsync(c => c.Id == contestantId, ct);
        if (found is null) return EntryRefusal.NoSuchContestant;
        if (found.EmployeeId == by.Id) return EntryRefusal.Oneself;

        var now = clock.GetUtcNow();
        if (found.Event.Competition.FinalizedAt is not null) return EntryRefusal.Closed;
        if (now < found.Event.Competition.OpensAt) return EntryRefusal.NotBegun;
        if (found.IsAbsent == isAbsent) return null;
        if (await db.ScoreSheets.HandedIn().AnyAsync(s => s.ContestantId == contestantId, ct)) return EntryRefusal.HasSheet;

        found.Call(isAbsent);
        var person = await db.Employees.Where(e => e.Id == found.EmployeeId).Select(e => e.UserName + " " + e.Name).SingleAsync(ct);
        db.Add(new AuditEntry(
            by, now, isAbsent ? JudgingTrail.ContestantAbsent : JudgingTrail.ContestantPresent, JudgingTrail.Contestant,
            $"{contestantId}", person, null, null));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Who of some people gets a rank: all or none where who teaches says so, and otherwise who was no guest before.</summary>
    private async Task<HashSet<long>> RankedAsync(
        long eventId, IReadOnlyList<Employee> people, bool isRanked, Actor by, CancellationToken ct)
    {
        if (!isRanked) return [];

        var ids = people.Select(person => person.Id).ToHashSet();
        if (await db.TeachesAsync(by, ct)) return ids;

        var before = await db.Contestants.Where(c => c.EventId == eventId && ids.Contains(c.EmployeeId))
            .GroupBy(c => c.EmployeeId)
            .Select(own => own.OrderByDescending(c => c.Id).First())
            .ToListAsync(ct);
        return [.. ids.Except(before.Where(c => !c.IsRanked).Select(c => c.EmployeeId))];
    }

    private async Task<Event?> FindAsync(long eventId, CancellationToken ct)
    {
        var held = await db.Events.Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == eventId && e.Competition.PublishedAt != null, ct);
        return held is { Drill.IsJudged: true } ? held : null;
    }

    /// <summary>
    /// Who teaches acts for anybody, a branch head for the people of the unit and of those below it, others for themselves.
    /// </summary>
    private async Task<bool> MayActForAsync(IReadOnlyList<Employee> people, bool isRanked, Actor by, CancellationToken ct)
    {
        if (await db.TeachesAsync(by, ct)) return true;
        if (!isRanked) return false;
        if (people.All(person => person.Id == by.Id)) return true;

        var head = db.Employees.Employed().Where(e => e.Id == by.Id && e.DisabledAt == null);
        return await head.Holding(db, Roles.BranchHead).Select(e => e.Branch.Path).SingleOrDefaultAsync(ct) is { } own
            && people.All(person => person.Branch.Path.StartsWith(own, StringComparison.Ordinal));
    }

    private void Record(Event held, Act act, IEnumerable<Employee> people, bool isRanked, Actor by, DateTimeOffset now) =>
        db.Add(new AuditEntry(
            by, now, act, JudgingTrail.CompetitionEvent, $"{held.Id}", held.Competition.Title, null,
            new EntryFacts([.. people.Select(person => $"{person.Number} {person.Name}")], isRanked)));
}
