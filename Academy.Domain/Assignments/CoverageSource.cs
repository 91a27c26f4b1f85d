using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>What coverage is computed from besides completions: who works where on the day, and what is asked then.</summary>
internal sealed record CoverageSource(
    IReadOnlyList<CoveredUnit> Units,
    IReadOnlyList<CoveredPosition> Positions,
    IReadOnlyList<CoveredPerson> People,
    IReadOnlyList<CoveredSubject> Subjects)
{
    public static async Task<CoverageSource> ReadAsync(AcademyDb db, SubjectCatalogue catalogue, DateOnly day, CancellationToken ct) => new(
        await db.Branches.Select(b => new CoveredUnit(b.Id, b.Code, b.Name, b.EnglishName, b.Kind, b.ParentId, b.Path)).ToListAsync(ct),
        await db.Positions.OrderBy(p => p.Id).Select(p => new CoveredPosition(p.Id, p.Slug, p.Name, p.EnglishName)).ToListAsync(ct),
        await PeopleAsync(db, day, ct),
        await SubjectsAsync(db, catalogue, day, ct));

    private static async Task<List<CoveredPerson>> PeopleAsync(AcademyDb db, DateOnly day, CancellationToken ct)
    {
        var people = await (
            from posting in db.Postings
            where posting.From <= day && (posting.Until == null || day < posting.Until) && posting.Employment != Employment.Left
            join person in db.Employees on posting.EmployeeId equals person.Id
            select new CoveredPerson(
                person.Id, person.UserName!, person.Name, person.PinyinKey, posting.BranchId, posting.PositionId, posting.Employment,
                posting.Leave))
            .ToListAsync(ct);
        return [.. people.OrderBy(p => p.PinyinKey, StringComparer.Ordinal).ThenBy(p => p.Id)];
    }

    private static async Task<List<CoveredSubject>> SubjectsAsync(
        AcademyDb db, SubjectCatalogue catalogue, DateOnly day, CancellationToken ct)
    {
        var assignments = await db.Assignments.InForce(day).AsNoTracking().OrderBy(a => a.Id).ToListAsync(ct);
        var known = (await catalogue.AllAsync(db, ct)).Where(subject => subject.Counts).ToDictionary(subject => subject.Subject);
        var duties = assignments.Select(a => (Assignment: a, Period: a.PeriodOn(day))).Where(a => a.Period is not null)
            .Select(a => new Duty(a.Assignment, a.Period!.Value, a.Period.Value.DueOn));
        return [.. duties
            .GroupBy(d => d.Subject)
            .Select(Covered)
            .OfType<CoveredSubject>()
            .OrderBy(s => s.DueOn)
            .ThenBy(s => s.Key, StringComparer.Ordinal)];

        CoveredSubject? Covered(IGrouping<Subject, Duty> asked) => known.TryGetValue(asked.Key, out var subject)
            ? new CoveredSubject(
                asked.Key, catalogue.Of(asked.Key.Kind).KeyOf(subject.Slug), subject.Slug, subject.Title, subject.ShortTitle,
                subject.LeastEdition, subject.ReleaseAt, [.. asked])
            : null;
    }
}
