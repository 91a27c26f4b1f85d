using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
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
        public async Task<Choices> ChoicesAsync(SubjectCatalogue catalogue, CancellationToken ct)
        {
            var offered = (await catalogue.AllAsync(db, ct)).Where(subject => subject.IsOffered);
            return new Choices(
                offered.ToDictionary(subject => subject.Subject, subject => subject.Title),
                await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct),
                await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct));
        }
    }
}
