using System.Security.Claims;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Assignments;
using Academy.Web.Security;

namespace Academy.Web.Pages.Certification;

/// <summary>Whose certificates somebody may see: one's own, a branch head those of the branch, who looks after the bank all.</summary>
public static class CertificateAccess
{
    extension(AcademyDb db)
    {
        public IQueryable<Certificate> CertificatesFor(ClaimsPrincipal person)
        {
            var own = person.Id;
            if (person.IsInAny($"{Roles.Administrator},{Roles.Auditor}")) return db.Certificates;
            if (!person.IsInRole(Roles.BranchHead)) return db.Certificates.Where(c => c.EmployeeId == own);

            var below = db.PeopleFor(person).Select(e => e.Id);
            return db.Certificates.Where(c => c.EmployeeId == own || below.Contains(c.EmployeeId));
        }

        /// <summary>The people of whoever may look into a territory (<see cref="Territory.Viewers"/>).</summary>
        public IQueryable<Employee> PeopleFor(ClaimsPrincipal person)
        {
            var own = person.Id;
            if (person.IsInAny($"{Roles.Administrator},{Roles.Auditor}")) return db.Employees;

            var heads = db.Employees.Where(e => e.Id == own);
            return db.Employees.Where(e => heads.Any(head => e.Branch.Path.StartsWith(head.Branch.Path)));
        }
    }
}
