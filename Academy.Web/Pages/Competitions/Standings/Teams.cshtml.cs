using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scoring;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>
/// How branches compare in a competition, by what is public of it, and what has moved one's own since the competition of the quarter
/// before.
/// </summary>
[Authorize]
public sealed class TeamsModel(AcademyDb db, KeptBoards boards, Wording say, BankZone zone, TimeProvider clock)
    : SumsPage(db, boards, clock)
{
    private readonly AcademyDb db = db;
    private Units units = null!;

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    /// <summary>One's own branch; null where nobody of it has a result.</summary>
    public TeamRow? Own { get; private set; }

    /// <summary>The same in the quarter before; null where there is none.</summary>
    public TeamRow? Before { get; private set; }

    /// <summary>What each event that both competitions had adds more than before.</summary>
    public IReadOnlyList<(Discipline Drill, Points Difference)> Moves { get; private set; } = [];

    public string NameOf(TeamRow team) => say.In(units[team.UnitId].Name, units[team.UnitId].EnglishName);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        units = new Units(await db.Branches.Select(b => new Unit(b.Id, b.Name, b.EnglishName, b.Kind, b.Path)).ToListAsync(ct));
        Teams = TeamsOf(Competition, Board);
        var self = User.Id;
        var own = units.BranchOf(await db.Employees.Where(e => e.Id == self).Select(e => e.BranchId).SingleAsync(ct)).Id;
        Own = Teams.SingleOrDefault(team => team.UnitId == own);
        if (Own is not null) await CompareAsync(Own, ct);
        return Page();
    }

    private async Task CompareAsync(TeamRow own, CancellationToken ct)
    {
        var (from, until) = Quarter.Of(zone.DayOf(Competition.ClosesAt)).Before.In(zone);
        var last = await db.Competitions.AsNoTracking().Published().WithEvents()
            .Where(c => c.FinalizedAt != null && c.ClosesAt >= from && c.ClosesAt < until)
            .OrderByDescending(c => c.ClosesAt).ThenByDescending(c => c.Id)
            .FirstOrDefaultAsync(ct);
        if (last is null) return;

        Before = TeamsOf(last, await AllRoundOfAsync(last)).SingleOrDefault(team => team.UnitId == own.UnitId);
        if (Before is null) return;

        var before = PartsOf(last, Before).ToDictionary(part => part.Drill, part => part.Points);
        Moves =
        [
            .. from part in PartsOf(Competition, own)
               where before.ContainsKey(part.Drill)
               select (part.Drill, part.Points - before[part.Drill]),
        ];
    }

    private IReadOnlyList<TeamRow> TeamsOf(Competition competition, AllRound board) =>
        TeamRow.Of(board, competition.Results.Teams, id => units.BranchOf(id).Id);

    private static IEnumerable<(Discipline Drill, Points Points)> PartsOf(Competition competition, TeamRow team) =>
        competition.Events.OrderBy(e => e.Number).Select(e => e.Drill).Zip(team.Parts).Where(part => !part.First.IsKnowledge);
}
