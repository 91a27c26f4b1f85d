using System.Security.Claims;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The public board of an event. A script keeps it as it is; without one it is as it was a moment ago.</summary>
[Authorize]
public sealed class EventBoardModel(AcademyDb db, KeptBoards boards, DrillWords words, Wording say, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Event Event { get; private set; } = null!;
    public CompetitionState State { get; private set; }
    public EventRows Board { get; private set; } = null!;

    /// <summary>How many ranks are told by name.</summary>
    public int NamedRanks { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is null) return NotFound();

        var now = clock.GetUtcNow();
        (Event, State) = (found, found.Competition.State(now));
        var board = await boards.OfAsync(found.Drill, Id);
        NamedRanks = board.NamedRanks;
        var live = new LiveBoard(
            board, await db.NamesOnAsync(board, ct), found.Competition.IsFrozen(now), State == CompetitionState.Finalized);
        Board = (await User.OnlookerAsync(db, words, say, ct)).Sees(live);
        return Page();
    }
}

internal static class Onlookers
{
    public static async Task<Onlooker> OnlookerAsync(
        this ClaimsPrincipal user, AcademyDb db, DrillWords words, Wording say, CancellationToken ct)
    {
        var units = await db.Branches.Select(b => new { b.Id, b.Name, b.EnglishName }).ToListAsync(ct);
        return new Onlooker(user.Id, user.DisplayName, units.ToDictionary(u => u.Id, u => say.In(u.Name, u.EnglishName)), words);
    }
}
