using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Assignments;

/// <summary>What an assignment can ask for and whom it can name.</summary>
public sealed record Choices(
    IReadOnlyDictionary<Subject, string> Subjects, IReadOnlyList<Branch> Branches, IReadOnlyList<Position> Positions)
{
    public string TitleOf(Assignment assignment) => Subjects.GetValueOrDefault(assignment.Subject, "");
}

public static class ChoicesQueries
{
    extension(AcademyDb db)
    {
        public async Task<Choices> ChoicesAsync(CancellationToken ct)
        {
            var courses = await db.Courses
                .Where(c => c.State != CourseState.Draft)
                .OrderBy(c => c.Order)
                .Select(c => new { c.Id, c.Title })
                .ToListAsync(ct);
            var quizzes = await db.Quizzes.Published().OrderBy(q => q.Id).Select(q => new { q.Id, q.Terms.Title }).ToListAsync(ct);
            return new Choices(
                courses
                    .Select(c => (Subject: new Subject(SubjectKind.Course, c.Id), c.Title))
                    .Concat(quizzes.Select(q => (Subject: new Subject(SubjectKind.Quiz, q.Id), q.Title)))
                    .ToDictionary(s => s.Subject, s => s.Title),
                await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct),
                await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct));
        }
    }
}
