using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>What a course asks somebody to sign, and what the person has signed.</summary>
/// <param name="Edition">The edition in force.</param>
/// <param name="LeastEdition">The edition from which on a signature holds.</param>
/// <param name="SignedEdition">The latest that the person signed.</param>
/// <param name="SignedAt">When.</param>
public sealed record Signature(int Edition, int LeastEdition, int? SignedEdition, DateTimeOffset? SignedAt)
{
    public bool IsMissing => SignedEdition is null || SignedEdition < LeastEdition;
}

/// <summary>
/// One person on the list of who signed an edition: where the person worked when signing or,
/// without a signature, works now.
/// </summary>
public sealed record Evidence(
    string Number, string Name, string Branch, string EnglishBranch, string Position, string EnglishPosition, DateTimeOffset? SignedAt);

public static class SignatureQueries
{
    extension(AcademyDb db)
    {
        /// <summary>How the person stands with the signature of a published course; null where it asks for none.</summary>
        public async Task<Signature?> SignatureAsync(long employeeId, string course, CancellationToken ct) =>
            (await db.SignaturesAsync(db.Courses.Where(c => c.Slug == course), employeeId, ct)).Values.SingleOrDefault();

        /// <summary>Who signed the edition while working in the branch or below it, by branch and name.</summary>
        public IQueryable<Evidence> SignaturesOf(long courseId, int edition, string branchPath) =>
            from attestation in db.Set<Attestation>()
            where attestation.CourseId == courseId && attestation.Edition == edition
            join branch in db.Set<Branch>() on attestation.BranchId equals branch.Id
            where branch.Path.StartsWith(branchPath)
            join position in db.Set<Position>() on attestation.PositionId equals position.Id
            join person in db.Set<Employee>() on attestation.EmployeeId equals person.Id
            orderby branch.Path, person.PinyinKey, person.UserName
            select new Evidence(
                person.UserName!, person.Name, branch.Name, branch.EnglishName, position.Name, position.EnglishName, attestation.SignedAt);

        /// <summary>The published courses that ask the person for a signature which is missing.</summary>
        public async Task<HashSet<Subject>> UnsignedAsync(long employeeId, CancellationToken ct) =>
            [.. (await db.SignaturesAsync(db.Courses, employeeId, ct)).Where(asked => asked.Value.IsMissing).Select(asked => asked.Key)];

        private async Task<Dictionary<Subject, Signature>> SignaturesAsync(
            IQueryable<Course> courses, long employeeId, CancellationToken ct)
        {
            var attestations = db.Attestations;
            var asked = await courses.Where(c => c.State == CourseState.Published && c.Attestation != AttestationRule.None)
                .Select(c => new
                {
                    c.Id,
                    c.Edition,
                    c.Attestation,
                    Last = attestations.Where(a => a.CourseId == c.Id && a.EmployeeId == employeeId).OrderByDescending(a => a.Edition)
                        .Select(a => new { a.Edition, a.SignedAt }).FirstOrDefault(),
                })
                .ToListAsync(ct);
            return asked.ToDictionary(
                c => new Subject(SubjectKind.Course, c.Id),
                c => new Signature(c.Edition, c.Attestation.LeastOf(c.Edition), c.Last?.Edition, c.Last?.SignedAt));
        }
    }
}
