using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Reminders;

/// <summary>
/// Who has handed in a subject whose results are held back: until they are released nobody may tell who has passed, and who has handed in
/// counts as finished.
/// </summary>
internal sealed class HeldBack
{
    private readonly ILookup<long, DateOnly> papers;

    private HeldBack(ILookup<long, DateOnly> papers) => this.papers = papers;

    public bool IsDone(Duty duty, long employeeId) => papers[employeeId].Any(duty.Counts);

    /// <summary>Those of some subjects whose results are held back now.</summary>
    public static async Task<Dictionary<Subject, HeldBack>> ReadAsync(
        AcademyDb db, SubjectCatalogue catalogue, IEnumerable<KnownSubject> subjects, BankZone zone, DateTimeOffset now,
        CancellationToken ct)
    {
        var found = new Dictionary<Subject, HeldBack>();
        foreach (var subject in subjects.Where(subject => now < subject.ReleaseAt).Select(subject => subject.Subject))
        {
            var papers = await catalogue.Of(subject.Kind).HandedIn(db, subject.Id).ToListAsync(ct);
            found[subject] = new HeldBack(papers.ToLookup(paper => paper.EmployeeId, paper => zone.DayOf(paper.At)));
        }

        return found;
    }
}
