using System.Security.Claims;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>What somebody sees of the public board of an event.</summary>
public abstract class EventBoardPage(AcademyDb db, KeptBoards boards, DrillWords words, Wording say, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Event Event { get; private set; } = null!;
    public CompetitionState State { get; private set; }
    public EventRows Board { get; private set; } = null!;

    /// <summary>What was kept when the results became final; null before.</summary>
    public FinalBoard? Kept { get; private set; }

    /// <summary>How many ranks are told by name.</summary>
    public int NamedRanks { get; private set; }

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is null) return false;

        var now = clock.GetUtcNow();
        (Event, State) = (found, found.Competition.State(now));
        var live = await ReadAsync(now, ct);
        (NamedRanks, Kept) = (live.Board.NamedRanks, live.Kept?.Head);
        Board = (await User.OnlookerAsync(db, words, say, ct)).Sees(live);
        return true;
    }

    private async Task<LiveBoard> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (State == CompetitionState.Finalized && await boards.FinalOfAsync(Id) is { } kept) return LiveBoard.Of(Event.Drill, kept);

        var board = await boards.OfAsync(Event.Drill, Id);
        return new LiveBoard(
            board, await db.NamesOnAsync(board, ct), Event.Competition.IsFrozen(now), State == CompetitionState.Finalized);
    }
}

internal static class Onlookers
{
    public static async Task<Onlooker> OnlookerAsync(
        this ClaimsPrincipal user, AcademyDb db, DrillWords words, Wording say, CancellationToken ct)
    {
        var units = await db.Branches.Select(b => new { b.Id, b.Name, b.EnglishName }).ToListAsync(ct);
        return new Onlooker(user.Id, user.DisplayName, units.ToDictionary(u => u.Id, u => say.In(u.Name, u.EnglishName)), words, say);
    }
}
