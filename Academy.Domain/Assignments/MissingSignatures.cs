using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

public static class MissingSignatures
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Who is asked for the course now, is at work in the branch or below it, and has signed neither the edition
        /// nor a later one; where one signature is for good, none at all.
        /// </summary>
        public async Task<IQueryable<Evidence>> MissingSignaturesAsync(
            long courseId, int edition, string branchPath, DateOnly today, CancellationToken ct)
        {
            var asked = await db.AskedAsync(new Subject(SubjectKind.Course, courseId), today, ct);
            var least = (await db.Courses.Where(c => c.Id == courseId).Select(c => c.Attestation).SingleAsync(ct)).LeastOf(edition);
            var signed = db.Set<Attestation>().Where(a => a.CourseId == courseId && a.Edition >= least).Select(a => a.EmployeeId);
            return from person in db.Set<Employee>()
                   where asked.Contains(person.Id) && !signed.Contains(person.Id) && person.Branch.Path.StartsWith(branchPath)
                   orderby person.Branch.Path, person.PinyinKey, person.UserName
                   select new Evidence(
                       person.UserName!, person.Name, person.Branch.Name, person.Branch.EnglishName, person.Position.Name,
                       person.Position.EnglishName, null);
        }
    }
}
