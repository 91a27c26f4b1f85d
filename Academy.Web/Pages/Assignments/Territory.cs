using System.Security.Claims;
using Academy.Domain.Assignments;
using Academy.Domain.People;
using Academy.Web.Security;

namespace Academy.Web.Pages.Assignments;

/// <summary>
/// The units that somebody may look into: a branch head's own with what is below it, for administrators
/// and auditors the whole bank.
/// </summary>
public sealed class Territory(Coverage coverage, CoveredUnit top)
{
    /// <summary>Who may look, and who may nudge as well.</summary>
    public const string Viewers = $"{Roles.BranchHead},{Roles.Administrator},{Roles.Auditor}";
    public const string Nudgers = $"{Roles.BranchHead},{Roles.Administrator}";

    public CoveredUnit Top { get; } = top;

    /// <summary>Null when the person works nowhere, as who has left.</summary>
    public static Territory? Of(ClaimsPrincipal person, Coverage coverage)
    {
        var isForAll = person.IsInRole(Roles.Administrator) || person.IsInRole(Roles.Auditor);
        var top = isForAll ? coverage.Units.Where(u => u.ParentId is null).MinBy(u => u.Id) : OwnUnit(person, coverage);
        return top is null ? null : new Territory(coverage, top);
    }

    /// <summary>The unit of the code, the whole territory when none is asked for; null for a unit elsewhere.</summary>
    public CoveredUnit? Find(string? code) =>
        string.IsNullOrEmpty(code) ? Top : coverage.Units.FirstOrDefault(u => u.Code == code && u.IsWithin(Top));

    /// <summary>From the top of the territory down to the unit.</summary>
    public IEnumerable<CoveredUnit> WayTo(CoveredUnit unit) =>
        coverage.Units.Where(u => unit.IsWithin(u) && u.IsWithin(Top)).OrderBy(u => u.Path.Length);

    private static CoveredUnit? OwnUnit(ClaimsPrincipal person, Coverage coverage) =>
        coverage.Person(person.Id) is { } head ? coverage.UnitOf(head) : null;
}
