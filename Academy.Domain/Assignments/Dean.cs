using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

public enum RestartRefusal { NotAllRead, NotAskedAgain }

public enum AssignmentRefusal
{
    MayNotAssign, NotOffered, UnknownAudience, UnitClosed,
    NobodyChosen, DueBeforeStart, DueInThePast, DueAfterNextStart, BadNewcomerDays,
    AlreadyWithdrawn, AlreadyAsked, ChangedMeanwhile,
}

/// <summary>The terms of an assignment: whom it asks, and when.</summary>
public sealed record AssignmentTerms(Audience Audience, DateOnly StartsOn, DateOnly DueOn, Recurrence Recurrence, int NewcomerDays)
{
    public const int MostNewcomerDays = 365;

    public static AssignmentTerms Of(Assignment assignment) => new(
        assignment.Audience, assignment.StartsOn, assignment.DueOn, assignment.Recurrence, assignment.NewcomerDays);

    /// <summary>Tells one state of the terms from another, in whatever order they name people, branches and positions.</summary>
    public string AsSeen() => Fingerprint.Of(
        Audience.People.Order(), Audience.Branches.Order(), Audience.Positions.Order(), StartsOn, DueOn, Recurrence, NewcomerDays);

    /// <summary>Why an assignment cannot be made so; an assignment that exists may have begun and ended in the past.</summary>
    public AssignmentRefusal? Refusal(DateOnly today, bool isNew)
    {
        if (Audience.IsEmpty) return AssignmentRefusal.NobodyChosen;
        if (DueOn < StartsOn) return AssignmentRefusal.DueBeforeStart;
        if (isNew && DueOn < today) return AssignmentRefusal.DueInThePast;
        if (Recurrence != Recurrence.None && DueOn >= StartsOn.AddMonths(Recurrence.Months())) return AssignmentRefusal.DueAfterNextStart;
        return NewcomerDays is < 0 or > MostNewcomerDays ? AssignmentRefusal.BadNewcomerDays : null;
    }
}

/// <summary>
/// Says who must learn what by when: makes, changes and withdraws assignments. Only who teaches may, and only what is offered is asked,
/// of people, units and positions that are there.
/// </summary>
public sealed class Dean(AcademyDb db, SubjectCatalogue catalogue, BankZone zone, TimeProvider clock)
{
    private DateOnly Today => zone.DayOf(clock.GetUtcNow());

    /// <summary>
    /// Asks for something. Who asks for the very same once more gets the assignment that is there; who asks for what somebody else has
    /// asked for is refused, and told which that is.
    /// </summary>
    public async Task<(long? AssignmentId, AssignmentRefusal? Refusal)> AssignAsync(
        Subject subject, AssignmentTerms terms, Actor by, CancellationToken ct)
    {
        if (terms.Refusal(Today, isNew: true) is { } refusal) return (null, refusal);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return (null, AssignmentRefusal.MayNotAssign);
        if (await FindSameAsync(subject, terms, ct) is { } same)
            return (same.Id, same.MadeById == by.Id ? null : AssignmentRefusal.AlreadyAsked);
        if (!(await catalogue.Of(subject.Kind).AllAsync(db, ct)).Any(known => known.Subject == subject && known.IsOffered))
            return (null, AssignmentRefusal.NotOffered);
        if (await NamesUnknownAsync(terms.Audience, new Audience([], [], []), ct)) return (null, AssignmentRefusal.UnknownAudience);
        if (await db.ClosedAsync(terms.Audience.Branches, ct) is { Count: > 0 }) return (null, AssignmentRefusal.UnitClosed);

        var assignment = db.Add(new Assignment(
            subject, terms.Audience, terms.StartsOn, terms.DueOn, terms.Recurrence, terms.NewcomerDays, by.Id!.Value,
            clock.GetUtcNow())).Entity;
        await db.SaveChangesAsync(ct);
        await RecordAsync(assignment, AssignmentTrail.AssignmentMade, null, by, ct);
        await turn.CommitAsync(ct);
        return (assignment.Id, null);
    }

    /// <param name="assignmentId">The assignment.</param>
    /// <param name="seen">The terms that the actor saw, as <see cref="AssignmentTerms.AsSeen"/> tells them.</param>
    /// <param name="terms">What they are to become.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<AssignmentRefusal?> ChangeAsync(
        long assignmentId, string? seen, AssignmentTerms terms, Actor by, CancellationToken ct)
    {
        if (terms.Refusal(Today, isNew: false) is { } refusal) return refusal;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return AssignmentRefusal.MayNotAssign;
        var assignment = await db.Assignments.SingleAsync(a => a.Id == assignmentId, ct);
        if (assignment.WithdrawnOn is not null) return AssignmentRefusal.AlreadyWithdrawn;

        var held = AssignmentTerms.Of(assignment).AsSeen();
        if (held == terms.AsSeen()) return null;
        if (held != seen) return AssignmentRefusal.ChangedMeanwhile;
        if (await NamesUnknownAsync(terms.Audience, assignment.Audience, ct)) return AssignmentRefusal.UnknownAudience;
        if (await db.ClosedAsync(terms.Audience.Branches.Except(assignment.Audience.Branches), ct) is { Count: > 0 })
            return AssignmentRefusal.UnitClosed;

        var before = await FactsAsync(assignment, ct);
        assignment.Change(terms.Audience, terms.StartsOn, terms.DueOn, terms.Recurrence, terms.NewcomerDays);
        await RecordAsync(assignment, AssignmentTrail.AssignmentEdited, before, by, ct);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes an assignment back; nothing happens when the same person has done so.</summary>
    public async Task<AssignmentRefusal?> WithdrawAsync(long assignmentId, Actor by, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(by, ct)) return AssignmentRefusal.MayNotAssign;
        var assignment = await db.Assignments.SingleAsync(a => a.Id == assignmentId, ct);
        if (assignment.WithdrawnOn is not null)
        {
            var (act, subject) = (AssignmentTrail.AssignmentWithdrawn, AssignmentTrail.Assignment);
            return await db.RepeatedAsync(by, act, subject, assignment.Key, ct) is null ? AssignmentRefusal.AlreadyWithdrawn : null;
        }

        var before = await FactsAsync(assignment, ct);
        assignment.Withdraw(Today);
        await RecordAsync(assignment, AssignmentTrail.AssignmentWithdrawn, before, by, ct);
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Sets the person's reading of the course back when it is asked again and everything is read from before.</summary>
    public async Task<RestartRefusal?> RestartAsync(long employeeId, long courseId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await RestartRefusalAsync(employeeId, courseId, ct) is { } refusal) return refusal;

        foreach (var progress in await db.Progress.Of(employeeId).Where(p => p.Lesson.CourseId == courseId).ToListAsync(ct))
            progress.Restart();
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<RestartRefusal?> RestartRefusalAsync(long employeeId, long courseId, CancellationToken ct)
    {
        if (await db.LastReadAsync(employeeId, courseId, ct) is not { } read) return RestartRefusal.NotAllRead;

        var course = new Subject(SubjectKind.Course, courseId);
        var obligations = await db.ObligationsAsync(employeeId, zone, clock.GetUtcNow(), ct);
        return obligations.Any(o => o.Duty.Subject == course && o.AsksAgain(zone.DayOf(read)))
            ? null
            : RestartRefusal.NotAskedAgain;
    }

    /// <summary>Whether an audience names somebody who is not with the bank, or a place that is not there, and another did not.</summary>
    private async Task<bool> NamesUnknownAsync(Audience wanted, Audience before, CancellationToken ct)
    {
        var people = wanted.People.Except(before.People).ToList();
        var branches = wanted.Branches.Except(before.Branches).ToList();
        var positions = wanted.Positions.Except(before.Positions).ToList();
        return await db.Employees.Employed().CountAsync(e => people.Contains(e.Id), ct) < people.Count
            || await db.Branches.CountAsync(b => branches.Contains(b.Id), ct) < branches.Count
            || await db.Positions.CountAsync(p => positions.Contains(p.Id), ct) < positions.Count;
    }

    /// <summary>An assignment in force that asks the same of the same people by the same days.</summary>
    private async Task<Assignment?> FindSameAsync(Subject subject, AssignmentTerms terms, CancellationToken ct)
    {
        var (kind, id, wanted) = (subject.Kind, subject.Id, terms.AsSeen());
        var alike = await db.Assignments.Where(a => a.SubjectKind == kind && a.SubjectId == id && a.WithdrawnOn == null)
            .Where(a => a.StartsOn == terms.StartsOn && a.DueOn == terms.DueOn)
            .ToListAsync(ct);
        return alike.Find(a => AssignmentTerms.Of(a).AsSeen() == wanted);
    }

    private async Task RecordAsync(Assignment assignment, Act act, AssignmentFacts? before, Actor by, CancellationToken ct)
    {
        var title = await TitleAsync(assignment.Subject, ct);
        db.Add(new AuditEntry(
            by, clock.GetUtcNow(), act, AssignmentTrail.Assignment, assignment.Key, title, before, await FactsAsync(assignment, ct)));
    }

    private async Task<string> TitleAsync(Subject subject, CancellationToken ct) =>
        (await catalogue.Of(subject.Kind).AllAsync(db, ct)).Single(known => known.Subject == subject).Title;

    private async Task<AssignmentFacts> FactsAsync(Assignment assignment, CancellationToken ct)
    {
        var (people, branches, positions) = (assignment.Audience.People, assignment.Audience.Branches, assignment.Audience.Positions);
        return new AssignmentFacts(
            await db.Employees
                .Where(e => people.Contains(e.Id))
                .OrderBy(e => e.UserName)
                .Select(e => e.UserName + " " + e.Name)
                .ToListAsync(ct),
            await db.Branches.Where(b => branches.Contains(b.Id)).OrderBy(b => b.Path).Select(b => b.Name).ToListAsync(ct),
            await db.Positions.Where(p => positions.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(ct),
            assignment.StartsOn, assignment.DueOn, assignment.Recurrence, assignment.NewcomerDays, assignment.WithdrawnOn);
    }
}
