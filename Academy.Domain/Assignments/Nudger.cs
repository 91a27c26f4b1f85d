using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>
/// Writes to those who have not finished something, to each at most once a day about the same subject. Some letters are written in a
/// turn, with their line on the trail: nobody's answers wait for thousands, and who is stopped on the way goes on by nudging again.
/// </summary>
public sealed class Nudger(AcademyDb db, CoverageLedger ledger, SubjectCatalogue catalogue, BankZone zone, TimeProvider clock)
{
    private const int LettersInTurn = 200;

    /// <summary>
    /// Nudges whoever of the scope is missing in the subject of that key, and says how many that are; null where the scope is not the
    /// actor's to write to. Who was nudged today is left in peace.
    /// </summary>
    public async Task<int?> NudgeAsync(CoverageScope scope, string subjectKey, Actor actor, CancellationToken ct)
    {
        var coverage = await ledger.ReadAsync(ct);
        if (coverage.Units.FirstOrDefault(u => u.Id == scope.Unit.Id) is not { } unit) return null;
        if (!await MayWriteToAsync(actor, unit, ct)) return null;

        scope = scope with { Unit = unit };
        if (coverage.Subjects.FirstOrDefault(s => s.Key == subjectKey) is not { } subject) return 0;

        var (now, shelf) = (clock.GetUtcNow(), catalogue.Of(subject.Subject.Kind));
        var nudge = new Nudge(shelf, subject.Subject, subject.Slug, subject.Title, zone.DayOf(now));
        var key = nudge.Key;
        var missing = coverage.PeopleIn(scope, subject, CoverageState.Missing).ToList();
        var left = missing.ExceptBy(await WrittenToAsync(key, missing, ct), p => p.Id).ToList();
        var due = await DueDaysAsync(coverage, subject, left, ct);
        var letters = left.Where(p => due.ContainsKey(p.Id)).Select(p => (Person: p, Letter: nudge.To(p.Id, due[p.Id], actor.Id, now)));
        var nudged = 0;
        foreach (var part in letters.Chunk(LettersInTurn))
            nudged += await WriteAsync(key, part.ToDictionary(l => l.Person, l => l.Letter), scope, subject, actor, ct);
        return nudged;
    }

    /// <summary>Nudges somebody about all that is missing, and says about how much; null for whom the actor may not write to.</summary>
    public async Task<int?> NudgeAsync(long personId, Actor actor, CancellationToken ct)
    {
        var coverage = await ledger.ReadAsync(ct);
        if (coverage.Person(personId) is not { } person) return null;

        await using var turn = await db.TakeTurnAsync(ct);
        var unit = coverage.UnitOf(person);
        if (!await MayWriteToAsync(actor, unit, ct)) return null;

        var (now, letters) = (clock.GetUtcNow(), new List<Letter>());
        foreach (var subject in coverage.SubjectsOf(person, CoverageState.Missing))
        {
            var nudge = new Nudge(catalogue.Of(subject.Subject.Kind), subject.Subject, subject.Slug, subject.Title, zone.DayOf(now));
            var due = await DueDaysAsync(coverage, subject, [person], ct);
            if (due.TryGetValue(personId, out var day)) letters.Add(nudge.To(personId, day, actor.Id, now));
        }

        var keys = letters.ConvertAll(letter => letter.Key);
        var written = await db.Letters.Where(l => l.RecipientId == personId && l.Kind == LetterKind.Nudge && keys.Contains(l.Key))
            .Select(l => l.Key).ToListAsync(ct);
        letters.RemoveAll(letter => written.Contains(letter.Key));
        if (letters.Count == 0) return 0;

        db.Letters.AddRange(letters);
        db.AuditEntries.Add(new AuditEntry(
            actor, now, AssignmentTrail.PeopleNudged, PeopleTrail.Person, person.Number, person.Name, null,
            new NudgeFacts($"{unit.Code} {unit.Name}", null, [person.Number])));
        await turn.CommitAsync(ct);
        return letters.Count;
    }

    /// <summary>
    /// Branch heads write to the people of their own unit and of those below it, administrators to everybody, as the roll says now.
    /// </summary>
    private async Task<bool> MayWriteToAsync(Actor actor, CoveredUnit unit, CancellationToken ct)
    {
        if (await db.AdministersAsync(actor, ct)) return true;

        var writer = db.Employees.Employed().Where(e => e.Id == actor.Id && e.DisabledAt == null);
        return await writer.Holding(db, Roles.BranchHead).Select(e => e.Branch.Path).SingleOrDefaultAsync(ct) is { } own
            && unit.Path.StartsWith(own, StringComparison.Ordinal);
    }

    /// <summary>Two who press the button at once take turns here, and the second finds the letters of the first.</summary>
    private async Task<int> WriteAsync(
        string key, Dictionary<CoveredPerson, Letter> letters, CoverageScope scope, CoveredSubject subject, Actor actor,
        CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await MayWriteToAsync(actor, scope.Unit, ct)) return 0;

        var left = letters.ExceptBy(await WrittenToAsync(key, letters.Keys, ct), l => l.Key.Id).ToList();
        if (left.Count == 0) return 0;

        db.Letters.AddRange(left.Select(l => l.Value));
        db.AuditEntries.Add(new AuditEntry(
            actor,
            clock.GetUtcNow(),
            AssignmentTrail.PeopleNudged,
            catalogue.Of(subject.Subject.Kind).Trail,
            subject.Slug,
            subject.Title,
            null,
            new NudgeFacts($"{scope.Unit.Code} {scope.Unit.Name}", scope.Position?.Name, [.. left.Select(l => l.Key.Number)])));
        await turn.CommitAsync(ct);
        return left.Count;
    }

    /// <summary>Who of them has that letter.</summary>
    private async Task<List<long>> WrittenToAsync(string key, IEnumerable<CoveredPerson> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Id).ToList();
        return await db.Letters.Where(l => ids.Contains(l.RecipientId) && l.Kind == LetterKind.Nudge && l.Key == key)
            .Select(l => l.RecipientId)
            .ToListAsync(ct);
    }

    /// <summary>
    /// The day by which each must have finished, which for newcomers is later than for the others. Who has moved or left meanwhile
    /// need not.
    /// </summary>
    private async Task<Dictionary<long, DateOnly>> DueDaysAsync(
        Coverage coverage, CoveredSubject subject, IReadOnlyList<CoveredPerson> people, CancellationToken ct) =>
        (await db.DutiesAsync(coverage, subject, people, ct))
            .Where(p => p.Value.Count > 0)
            .ToDictionary(p => p.Key, p => p.Value.Min(d => d.DueOn));
}
