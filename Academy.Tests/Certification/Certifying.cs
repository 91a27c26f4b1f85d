using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Certification;

/// <summary>Schemes and certificates in a store, by employee number.</summary>
internal static class Certifying
{
    public const string Administrator = "A0001";

    /// <summary>Asks for a course that nobody of these tests has finished, of auditors alone.</summary>
    public static readonly SchemeTerms Auditors = new(
        "内审岗位资格", "Internal Audit", "NSZG", ["audit"], [new(RequirementKind.Course, "exams-certificates")],
        [], 12, 90, 15, NeedsApproval: false, new DateOnly(2026, 1, 1));

    extension(AcademyStore store)
    {
        public async Task<Actor> PersonAsync(string number) => await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());

        public async Task<T> KeepAsync<T>(Func<Accreditor, Actor, Task<T>> act, string number = Administrator)
        {
            var by = await store.PersonAsync(number);
            return await store.AskAsync((Accreditor role) => act(role, by));
        }

        public async Task<T> CertifyAsync<T>(Func<Certifier, Actor, Task<T>> act, string number = Administrator)
        {
            var by = await store.PersonAsync(number);
            return await store.AskAsync((Certifier role) => act(role, by));
        }

        public async Task<long> AddSchemeAsync(SchemeTerms terms)
        {
            var (id, refusal) = await store.KeepAsync((role, by) => role.AddAsync(Accreditor.NewKey(), terms, by, None));
            Assert.Null(refusal);
            return id!.Value;
        }

        /// <summary>No scheme but those that a test adds.</summary>
        public Task WithdrawShippedAsync() => store.TellAsync((AcademyDb db) =>
            db.Database.ExecuteSqlAsync($"UPDATE Schemes SET WithdrawnAt = 1"));

        public Task<int> IssueDueAsync() => store.AskAsync((Certifier role) => role.IssueDueAsync(None));

        /// <summary>Somebody finishes a course by the clock.</summary>
        public async Task FinishAsync(string number, string course = "exams-certificates")
        {
            var person = await store.PersonAsync(number);
            await store.AskAsync(async (AcademyDb db) =>
            {
                await using var turn = await db.TakeTurnAsync(None);
                var subject = await db.Courses.SingleAsync(c => c.Slug == course);
                var number = 1 + await db.Completions.CountAsync(c => c.EmployeeId == person.Id && c.SubjectId == subject.Id);
                var branch = await db.Branches.Select(b => b.Id).FirstAsync();
                await db.CompleteAsync(
                    [new Completion(person.Id!.Value, subject.Subject, number, subject.Edition, branch, store.Clock.GetUtcNow())], None);
                await turn.CommitAsync(None);
                return true;
            });
        }

        /// <summary>All that somebody was ever certified by, of a scheme, in their order.</summary>
        public async Task<List<Certificate>> CertificatesOfAsync(string number, long schemeId)
        {
            var person = await store.PersonAsync(number);
            return await store.AskAsync((AcademyDb db) => db.Certificates.AsNoTracking().WithFate()
                .Where(c => c.EmployeeId == person.Id && c.SchemeId == schemeId).OrderBy(c => c.Ordinal).ToListAsync());
        }

        public Task<List<Act>> ActsOnCertificatesAsync() => store.AskAsync((AcademyDb db) =>
            db.AuditEntries.Where(e => e.Subject == CertificationTrail.Certificate).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());
    }
}
