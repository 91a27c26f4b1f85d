using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>One of one's own results of a season, and whether it counts.</summary>
public sealed record OwnSeasonResult(Discipline Drill, string Competition, SeasonResult Result, bool Counts);

/// <summary>The standings of a season (赛季总榜), and what one's own place is made of.</summary>
[Authorize]
public sealed class SeasonBoardModel(
    AcademyDb db, KeptBoards boards, Recorder recorder, Wording say, BankZone zone, TimeProvider clock)
    : SeasonPage(db, boards, say, zone, clock)
{
    private readonly AcademyDb db = db;

    public IReadOnlyList<ShownSeasonRow> Rows { get; private set; } = [];
    public IReadOnlyList<ShownTeam> Branches { get; private set; } = [];

    /// <summary>Null where only the best and those beside oneself are shown.</summary>
    public Paging? Paging { get; private set; }

    public SeasonRow? Own => Season.RowOf(User.Id);
    public IReadOnlyList<OwnSeasonResult> OwnResults { get; private set; } = [];
    public bool MayEnter => User.IsInRole(Roles.Employee);

    public async Task<IActionResult> OnGetAsync([FromQuery] BoardView asked, [FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        if (!await FindAsync(asked, ct)) return NotFound();

        if (Of == BoardView.Branches) Branches = RankedBranches();
        else await ShowRowsAsync(page, ct);
        return Page();
    }

    private async Task ShowRowsAsync(int page, CancellationToken ct)
    {
        var (rows, told) = await ShowAsync(SeesEverybody ? PlacesOf(page) : Season.PlacesFor(User.Id), ct);
        await recorder.ResultsReadAsync(User.Actor, View.Address(Address), told, HttpContext.Caller, ct);
        Rows = rows;
        OwnResults = await OwnAsync(ct);
    }

    private async Task<IReadOnlyList<OwnSeasonResult>> OwnAsync(CancellationToken ct)
    {
        var own = Season.ResultsOf(User.Id).ToList();
        var ids = own.ConvertAll(result => result.Result.EventId);
        var events = await db.Events.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Discipline, e.Competition.Title })
            .ToDictionaryAsync(e => e.Id, ct);
        return
        [
            .. from result in own
               let held = events[result.Result.EventId]
               select new OwnSeasonResult(Discipline.Named(held.Discipline)!, held.Title, result.Result, result.Counts),
        ];
    }

    private IReadOnlyList<int> PlacesOf(int page)
    {
        Paging = Paging.Of(page, Season.Rows.Count);
        return [.. Enumerable.Range(Paging.Skip, Math.Min(Paging.Size, Season.Rows.Count - Paging.Skip))];
    }
}
