using System.Security.Claims;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;

namespace Academy.Web.Pages.Archives;

/// <summary>Whose archive somebody may read: one's own, a branch head those of the branch, who looks after the bank all.</summary>
public static class ArchiveAccess
{
    public const string Keepers = $"{Roles.Administrator},{Roles.Auditor}";

    extension(AcademyDb db)
    {
        public IQueryable<Employee> ArchivesFor(ClaimsPrincipal person)
        {
            var own = person.Id;
            if (person.IsInAny(Keepers)) return db.Employees;
            if (!person.IsInRole(Roles.BranchHead)) return db.Employees.Where(e => e.Id == own);

            var heads = db.Employees.Where(e => e.Id == own);
            return db.Employees.Where(e => e.Id == own || heads.Any(head => e.Branch.Path.StartsWith(head.Branch.Path)));
        }
    }
}
