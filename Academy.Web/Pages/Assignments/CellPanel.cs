using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;

namespace Academy.Web.Pages.Assignments;

/// <summary>Whom a button would nudge: those missing who have not been nudged today.</summary>
public sealed record NudgeOffer(CoverageScope Scope, CoveredSubject Subject, int Missing, int NudgedToday)
{
    public int Left => Missing - NudgedToday;

    public static NudgeOffer Of(Coverage coverage, CoverageScope scope, CoveredSubject subject)
    {
        var missing = coverage.PeopleIn(scope, subject, CoverageState.Missing).ToList();
        return new NudgeOffer(scope, subject, missing.Count, missing.Count(p => coverage.IsNudgedToday(p, subject)));
    }
}

/// <summary>
/// The subject that is most urgent in a scope, when people were last nudged about it and how many of
/// them have finished since.
/// </summary>
public sealed record UrgentSubject(NudgeOffer Offer, DateTimeOffset? LastNudge, int DoneSince)
{
    public static UrgentSubject Of(Coverage coverage, CoverageScope scope, CoveredSubject subject)
    {
        var nudged = coverage
            .PeopleIn(scope)
            .Select(p => (Person: p, At: coverage.NudgedAt(p, subject)))
            .Where(p => p.At is not null)
            .ToList();
        var last = nudged.Max(p => p.At);
        return new UrgentSubject(NudgeOffer.Of(coverage, scope, subject), last,
            nudged.Count(p => p.At == last && coverage.StateOf(p.Person, subject) == CoverageState.Done));
    }
}

/// <summary>Somebody missing in the chosen cell: how far the person is, and the day by which this person must.</summary>
public sealed record MissingPerson(CoveredPerson Person, Headway Headway, DateOnly DueOn, bool IsNudgedToday);

/// <summary>The chosen cell: its first people who are missing, and how many there are in all.</summary>
public sealed record CellPanel(NudgeOffer Offer, IReadOnlyList<MissingPerson> People)
{
    private const int PeopleShown = 12;

    public static async Task<CellPanel> OfAsync(
        AcademyDb db, SubjectShelf shelf, Coverage coverage, CoverageScope scope, CoveredSubject subject, CancellationToken ct)
    {
        var people = coverage.PeopleIn(scope, subject, CoverageState.Missing).Take(PeopleShown).ToList();
        var headways = await shelf.HeadwaysAsync(db, subject.Subject.Id, [.. people.Select(p => p.Id)], ct);
        var duties = await db.DutiesAsync(coverage, subject, people, ct);
        return new CellPanel(NudgeOffer.Of(coverage, scope, subject),
            [.. people.Select(p => new MissingPerson(
                p,
                headways[p.Id],
                duties[p.Id].Select(d => d.DueOn).DefaultIfEmpty(subject.DueOn).Min(),
                coverage.IsNudgedToday(p, subject)))]);
    }
}
