using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

public enum RestartRefusal { NotAllRead, NotAskedAgain }

public enum AssignmentRefusal { NobodyChosen, DueBeforeStart, DueInThePast, DueAfterNextStart, BadNewcomerDays, AlreadyWithdrawn }

/// <summary>The terms of an assignment: whom it asks, and when.</summary>
public sealed record AssignmentTerms(Audience Audience, DateOnly StartsOn, DateOnly DueOn, Recurrence Recurrence, int NewcomerDays)
{
    public const int MostNewcomerDays = 365;

    /// <summary>Why an assignment cannot be made so; an assignment that exists may have begun and ended in the past.</summary>
    public AssignmentRefusal? Objection(DateOnly today, bool isNew)
    {
        if (Audience.IsEmpty) return AssignmentRefusal.NobodyChosen;
        if (DueOn < StartsOn) return AssignmentRefusal.DueBeforeStart;
        if (isNew && DueOn < today) return AssignmentRefusal.DueInThePast;
        if (Recurrence != Recurrence.None && DueOn >= StartsOn.AddMonths(Recurrence.Months())) return AssignmentRefusal.DueAfterNextStart;
        return NewcomerDays is < 0 or > MostNewcomerDays ? AssignmentRefusal.BadNewcomerDays : null;
    }
}

/// <summary>
/// Says who must learn what by when: makes, changes and withdraws assignments, each act with
/// its line in the audit trail.
/// </summary>
public sealed class Dean(AcademyDb db, BankZone zone, TimeProvider clock)
{
    private DateOnly Today => zone.DayOf(clock.GetUtcNow());

    public async Task<(Assignment? Made, AssignmentRefusal? Refusal)> AssignAsync(
        Subject subject, string title, AssignmentTerms terms, Actor by, CancellationToken ct)
    {
        if (terms.Objection(Today, isNew: true) is { } refusal) return (null, refusal);

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var assignment = db.Add(new Assignment(
            subject, terms.Audience, terms.StartsOn, terms.DueOn, terms.Recurrence, terms.NewcomerDays, by.Id!.Value, now)).Entity;
        await db.SaveChangesAsync(ct);
        await RecordAsync(assignment, title, AssignmentTrail.AssignmentMade, null, by, ct);
        await transaction.CommitAsync(ct);
        return (assignment, null);
    }

    public async Task<AssignmentRefusal?> ChangeAsync(
        Assignment assignment, string title, AssignmentTerms terms, Actor by, CancellationToken ct)
    {
        if (assignment.WithdrawnOn is not null) return AssignmentRefusal.AlreadyWithdrawn;
        if (terms.Objection(Today, isNew: false) is { } refusal) return refusal;

        var before = await FactsAsync(assignment, ct);
        assignment.Change(terms.Audience, terms.StartsOn, terms.DueOn, terms.Recurrence, terms.NewcomerDays);
        await RecordAsync(assignment, title, AssignmentTrail.AssignmentEdited, before, by, ct);
        return null;
    }

    public async Task<AssignmentRefusal?> WithdrawAsync(Assignment assignment, string title, Actor by, CancellationToken ct)
    {
        if (assignment.WithdrawnOn is not null) return AssignmentRefusal.AlreadyWithdrawn;

        var before = await FactsAsync(assignment, ct);
        assignment.Withdraw(Today);
        await RecordAsync(assignment, title, AssignmentTrail.AssignmentWithdrawn, before, by, ct);
        return null;
    }

    /// <summary>Sets the person's reading of the course back when it is asked again and everything is read from before.</summary>
    public async Task<RestartRefusal?> RestartAsync(long employeeId, Course course, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ObjectionToRestartAsync(employeeId, course, ct) is { } refusal) return refusal;

        await foreach (var progress in db.Progress
            .Of(employeeId)
            .Where(p => p.Lesson.CourseId == course.Id)
            .AsAsyncEnumerable()
            .WithCancellation(ct))
        {
            progress.Restart();
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    public async Task<RestartRefusal?> ObjectionToRestartAsync(long employeeId, Course course, CancellationToken ct)
    {
        if (await db.LastReadAsync(employeeId, course.Id, ct) is not { } read) return RestartRefusal.NotAllRead;

        var obligations = await db.ObligationsAsync(employeeId, zone, clock.GetUtcNow(), ct);
        return obligations.Any(o => o.Duty.Subject == course.Subject && o.AsksAgain(zone.DayOf(read)))
            ? null
            : RestartRefusal.NotAskedAgain;
    }

    private async Task RecordAsync(Assignment assignment, string title, Act act, object? before, Actor by, CancellationToken ct)
    {
        var key = assignment.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        db.Add(new AuditEntry(by, clock.GetUtcNow(), act, AssignmentTrail.Assignment, key, title, before, await FactsAsync(assignment, ct)));
        await db.SaveChangesAsync(ct);
    }

    private async Task<object> FactsAsync(Assignment assignment, CancellationToken ct)
    {
        var (people, branches, positions) = (assignment.Audience.People, assignment.Audience.Branches, assignment.Audience.Positions);
        return new
        {
            People = await db.Employees
                .Where(e => people.Contains(e.Id))
                .OrderBy(e => e.UserName)
                .Select(e => e.UserName + " " + e.Name)
                .ToListAsync(ct),
            Branches = await db.Branches.Where(b => branches.Contains(b.Id)).OrderBy(b => b.Path).Select(b => b.Name).ToListAsync(ct),
            Positions = await db.Positions.Where(p => positions.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync(ct),
            assignment.StartsOn,
            assignment.DueOn,
            Recurrence = assignment.Recurrence.ToString(),
            assignment.NewcomerDays,
            assignment.WithdrawnOn,
        };
    }
}
