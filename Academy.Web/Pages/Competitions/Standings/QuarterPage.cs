using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>
/// What boards of a quarter have in common: which quarter, and whether of the bank, of one's own branch or of the branches. The best are
/// told by name to everybody, and each to themselves; the others only to their branch head and to who teaches, administers or audits.
/// </summary>
public abstract class QuarterPage(AcademyDb db, Wording say, BankZone zone, TimeProvider clock) : PageModel
{
    private const int QuartersShown = 6;
    private const string SeesAll = $"{Roles.Trainer},{Roles.Administrator},{Roles.Auditor}";

    private long ownUnit;

    public Quarter Quarter { get; private set; }
    public string? Of { get; private set; }
    public IReadOnlyList<Quarter> Quarters { get; private set; } = [];
    public Unit OwnBranch { get; private set; } = null!;

    protected Units Units { get; private set; } = null!;

    protected bool SeesEverybody => User.IsInAny(SeesAll) || (User.IsInRole(Roles.BranchHead) && Of == BoardView.OwnBranch);

    /// <summary>The branch that one works in, among those that compare.</summary>
    protected long OwnTeam => Units.BranchOf(ownUnit).Id;

    /// <summary>The quarter and the units that are asked for; false where there is none of that name.</summary>
    protected async Task<bool> FindQuarterAsync(BoardView asked, CancellationToken ct)
    {
        var current = Quarter.Of(zone.DayOf(clock.GetUtcNow()));
        var quarter = string.IsNullOrEmpty(asked.Quarter) ? current : Quarter.Named(asked.Quarter);
        if (quarter is not { } named || named.FirstDay > current.FirstDay) return false;

        Quarter = named;
        Of = asked.Of is BoardView.OwnBranch or BoardView.Branches ? asked.Of : null;
        Quarters = [.. Enumerable.Range(1, QuartersShown).Aggregate(new List<Quarter> { current }, (all, _) => [.. all, all[^1].Before])];
        Units = new Units(await db.Branches.Select(b => new Unit(b.Id, b.Name, b.EnglishName, b.Kind, b.Path)).ToListAsync(ct));
        var self = User.Id;
        ownUnit = await db.Employees.Where(e => e.Id == self).Select(e => e.BranchId).SingleAsync(ct);
        OwnBranch = User.IsInRole(Roles.BranchHead) ? Units[ownUnit] : Units.BranchOf(ownUnit);
        return true;
    }

    protected string NameOf(long unit) => say.In(Units[unit].Name, Units[unit].EnglishName);
}
