using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The ranking board (技能竞技榜) of a quarter's competitions, and where one stands on it.</summary>
[Authorize]
public sealed class BoardModel(
    AcademyDb db, KeptBoards boards, LevelTable levels, Recorder recorder, DrillWords words, Wording say, BankZone zone, TimeProvider clock)
    : BoardPage(db, boards, levels, words, say, zone, clock)
{
    private const int MonthsOfTrend = 6;
    private const int PodiumRows = 3;

    private readonly AcademyDb db = db;
    private readonly LevelTable levels = levels;
    private readonly BankZone zone = zone;
    private readonly TimeProvider clock = clock;

    /// <summary>The first three, where there are as many and the page is the first.</summary>
    public IReadOnlyList<ShownRow> Podium { get; private set; } = [];
    public IReadOnlyList<ShownRow> Rows { get; private set; } = [];
    public IReadOnlyList<ShownUnit> Branches { get; private set; } = [];

    /// <summary>Null where only the best and those beside oneself are shown.</summary>
    public Paging? Paging { get; private set; }

    public BoardRow? Own => Board.RowOf(User.Id);
    public IReadOnlyList<MonthBest> Trend { get; private set; } = [];

    /// <summary>The rank that is within reach, and what it takes.</summary>
    public BoardRow? Ahead => Own is null ? null : Board.AheadOf(Own);
    public Level? OwnLevel => Own is null ? null : levels.Of(Discipline, Own.Entry.Score);
    public Level? NextLevel => Own is null ? null : levels.Above(Discipline, Own.Entry.Score);
    public int? OwnBefore => Before.RowOf(User.Id)?.Rank;
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
        var places = SeesEverybody ? PlacesOf(page) : Board.PlacesFor(User.Id);
        var (rows, told) = await ShowAsync(places, ct);
        await recorder.ResultsReadAsync(User.Actor, View.Address(), told, HttpContext.Caller, ct);
        var stand = places is [0, 1, 2, ..] ? PodiumRows : 0;
        (Podium, Rows) = ([.. rows.Take(stand)], [.. rows.Skip(stand)]);
        var from = zone.DayOf(clock.GetUtcNow()).AddMonths(1 - MonthsOfTrend);
        if (Own is not null)
            Trend = await db.MonthlyBestAsync(User.Id, Discipline, new DateOnly(from.Year, from.Month, 1), zone, ct);
    }

    private IReadOnlyList<int> PlacesOf(int page)
    {
        Paging = Paging.Of(page, Board.Rows.Count);
        return [.. Enumerable.Range(Paging.Skip, Math.Min(Paging.Size, Board.Rows.Count - Paging.Skip))];
    }
}
