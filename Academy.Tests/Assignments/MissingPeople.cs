using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>Whom a page or a letter has to name.</summary>
internal static class MissingPeople
{
    /// <summary>Who of a unit has not read the course in the period that began 54 days ago, by the plainest of queries.</summary>
    public static Task<List<Employee>> MissingAsync(this AcademyApp app, string unit) => app.InStoreAsync(async db =>
    {
        var path = (await db.Branches.SingleAsync(b => b.Code == unit)).Path;
        var course = await db.Courses.SingleAsync(c => c.Slug == "professional-ethics");
        var begun = app.Clock.GetUtcNow().Date.AddDays(-54);
        var done = (await db.Completions.Where(c => c.SubjectKind == SubjectKind.Course && c.SubjectId == course.Id).ToListAsync())
            .Where(c => c.CompletedAt.UtcDateTime.AddHours(8).Date >= begun).Select(c => c.EmployeeId).ToHashSet();
        return (await db.Employees.Within(path).Where(e => e.Employment == Employment.Active).OrderBy(e => e.Id).ToListAsync())
            .Where(e => !done.Contains(e.Id))
            .ToList();
    });
}
