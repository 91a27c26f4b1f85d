using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>What pages have in common that add up the events of a competition: they know its public boards and nothing else.</summary>
public abstract class SumsPage(AcademyDb db, KeptBoards boards, TimeProvider clock) : PageModel
{
    private readonly Dictionary<long, string> keptNames = [];

    [FromRoute] public long Id { get; set; }
    public Competition Competition { get; private set; } = null!;
    public CompetitionState State { get; private set; }
    public bool IsFrozen { get; private set; }
    public AllRound Board { get; private set; } = null!;

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var found = await db.Competitions.AsNoTracking().Published().WithEvents().SingleOrDefaultAsync(c => c.Id == Id, ct);
        if (found is null) return false;

        var now = clock.GetUtcNow();
        (Competition, State, IsFrozen) = (found, found.State(now), found.IsFrozen(now));
        Board = await AllRoundOfAsync(found);
        return true;
    }

    /// <summary>What people were called when the results became final; null before.</summary>
    protected string? NameOf(AllRoundRow row) => keptNames.GetValueOrDefault(row.EmployeeId);

    protected async Task<AllRound> AllRoundOfAsync(Competition competition)
    {
        var read = new List<Board>();
        foreach (var held in competition.Events.OrderBy(e => e.Number))
        {
            var kept = competition.FinalizedAt is null ? null : await boards.FinalOfAsync(held.Id);
            read.Add(kept?.AsBoard(held.Drill) ?? await boards.OfAsync(held.Drill, held.Id));
            foreach (var row in kept?.Rows ?? []) keptNames[row.EmployeeId] = row.Name;
        }

        return new AllRound(competition.Results.AllRound, read);
    }
}
