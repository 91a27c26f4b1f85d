using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments.Subjects;

/// <summary>Courses: finished when each of their lessons is read.</summary>
internal sealed class CourseShelf : SubjectShelf
{
    public override SubjectKind Kind => SubjectKind.Course;
    public override AuditSubject Trail => LearningTrail.Course;
    public override string Word => "course";

    public override string AddressOf(Subject subject, string slug) => Addresses.OfCourse(slug);

    public override async Task<List<KnownSubject>> AllAsync(AcademyDb db, CancellationToken ct)
    {
        var courses = await db.Courses.AsNoTracking().OrderBy(c => c.Order).ToListAsync(ct);
        return courses.ConvertAll(course => new KnownSubject(
            course.Subject, course.Slug, course.Title, course.ShortTitle, course.LeastEdition, null,
            IsOffered: course.State != CourseState.Draft, Counts: course.State == CourseState.Published));
    }

    public override async Task<Dictionary<long, Headway>> HeadwaysAsync(
        AcademyDb db, long subjectId, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var lessons = await db.Lessons.InForce().Where(l => l.CourseId == subjectId).Select(l => l.Id).ToListAsync(ct);
        var read = await db.Progress.Where(p => people.Contains(p.EmployeeId) && lessons.Contains(p.LessonId) && p.FinishedAt != null)
            .GroupBy(p => p.EmployeeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return people.ToDictionary(id => id, id => new Headway(read.GetValueOrDefault(id), lessons.Count));
    }
}
