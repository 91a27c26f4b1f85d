using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
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

/// <summary>
/// The ranking board (技能竞技榜) of a quarter's competitions. The best are told by name to everybody, and each to themselves; the others
/// only to their branch head and to who teaches, administers or audits.
/// </summary>
[Authorize]
public sealed class BoardModel(
    AcademyDb db, KeptBoards boards, LevelTable levels, Recorder recorder, DrillWords words, Wording say, BankZone zone, TimeProvider clock)
    : PageModel
{
    private const int QuartersShown = 6;
    private const int MonthsOfTrend = 6;
    private const int PodiumRows = 3;
    private const string SeesAll = $"{Roles.Trainer},{Roles.Administrator},{Roles.Auditor}";

    private Units units = null!;
    private long ownUnit;

    public Discipline Discipline { get; private set; } = null!;
    public Quarter Quarter { get; private set; }
    public string? Of { get; private set; }
    public Board Board { get; private set; } = null!;
    public Board Before { get; private set; } = null!;
    public IReadOnlyList<Quarter> Quarters { get; private set; } = [];
    public Unit OwnBranch { get; private set; } = null!;

    /// <summary>The first three, where there are as many and the page is the first.</summary>
    public IReadOnlyList<ShownRow> Podium { get; private set; } = [];
    public IReadOnlyList<ShownRow> Rows { get; private set; } = [];
    public IReadOnlyList<ShownUnit> Branches { get; private set; } = [];

    /// <summary>Null where only the best and those beside oneself are shown.</summary>
    public Paging? Paging { get; private set; }

    public BoardRow? Own { get; private set; }
    public IReadOnlyList<MonthBest> Trend { get; private set; } = [];

    /// <summary>The rank that is within reach, and what it takes.</summary>
    public BoardRow? Ahead => Own is null ? null : Board.AheadOf(Own);
    public Level? OwnLevel => Own is null ? null : levels.Of(Discipline, Own.Entry.Score);
    public Level? NextLevel => Own is null ? null : levels.Above(Discipline, Own.Entry.Score);
    public int? OwnBefore => Before.RowOf(User.Id)?.Rank;
    public bool MayEnter => User.IsInRole(Roles.Employee);

    public BoardView View => BoardView.At(Discipline, Quarter, Of);

    private bool SeesEverybody => User.IsInAny(SeesAll) || (User.IsInRole(Roles.BranchHead) && Of == BoardView.OwnBranch);

    public async Task<IActionResult> OnGetAsync([FromQuery] BoardView asked, [FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        var current = Quarter.Of(zone.DayOf(clock.GetUtcNow()));
        var quarter = string.IsNullOrEmpty(asked.Quarter) ? current : Quarter.Named(asked.Quarter);
        var discipline = string.IsNullOrEmpty(asked.Drill) ? Discipline.Practiced[0] : Discipline.Named(asked.Drill);
        if (quarter is not { } named || named.FirstDay > current.FirstDay || discipline is null) return NotFound();

        (Discipline, Quarter) = (discipline, named);
        Of = asked.Of is BoardView.OwnBranch or BoardView.Branches ? asked.Of : null;
        Quarters = [.. Enumerable.Range(1, QuartersShown).Aggregate(new List<Quarter> { current }, (all, _) => [.. all, all[^1].Before])];
        await FindUnitsAsync(ct);
        await FindBoardsAsync();
        if (Of == BoardView.Branches) RankBranches();
        else await ShowRowsAsync(page, ct);
        return Page();
    }

    private async Task FindUnitsAsync(CancellationToken ct)
    {
        units = new Units(await db.Branches.Select(b => new Unit(b.Id, b.Name, b.EnglishName, b.Kind, b.Path)).ToListAsync(ct));
        var self = User.Id;
        ownUnit = await db.Employees.Where(e => e.Id == self).Select(e => e.BranchId).SingleAsync(ct);
        OwnBranch = User.IsInRole(Roles.BranchHead) ? units[ownUnit] : units.BranchOf(ownUnit);
    }

    private async Task FindBoardsAsync()
    {
        var (now, before) = (await boards.OfAsync(Discipline, Quarter), await boards.OfAsync(Discipline, Quarter.Before));
        var own = units.Within(OwnBranch);
        (Board, Before) = Of == BoardView.OwnBranch ? (now.Within(own), before.Within(own)) : (now, before);
        Own = Board.RowOf(User.Id);
    }

    private void RankBranches()
    {
        var own = units.BranchOf(ownUnit).Id;
        Branches = [.. Board.Units(id => units.BranchOf(id).Id).Select(row => new ShownUnit(row, NameOf(row.UnitId), row.UnitId == own))];
    }

    private async Task ShowRowsAsync(int page, CancellationToken ct)
    {
        var places = SeesEverybody ? PlacesOf(page) : Board.PlacesFor(User.Id);
        var shown = places.Select(place => Board.Rows[place]).ToList();
        var ids = shown.Where(MayName).Select(row => row.Entry.EmployeeId).ToList();
        var people = await db.Employees.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name, e.UserName }).ToListAsync(ct);
        var names = people.ToDictionary(e => e.Id, e => e.Name);
        var told = shown.Where(row => !IsToldToAll(row)).Select(row => row.Entry.EmployeeId).ToHashSet();
        await recorder.ResultsReadAsync(
            User.Actor, View.Address(), [.. people.Where(e => told.Contains(e.Id)).Select(e => $"{e.UserName} {e.Name}")],
            HttpContext.Caller, ct);
        var rows = shown.Select((row, i) =>
            Show(row, names.GetValueOrDefault(row.Entry.EmployeeId), i > 0 && places[i] > places[i - 1] + 1)).ToList();
        (Podium, Rows) = places is [0, 1, 2, ..] ? (rows[..PodiumRows], rows[PodiumRows..]) : ([], rows);
        var from = zone.DayOf(clock.GetUtcNow()).AddMonths(1 - MonthsOfTrend);
        if (Own is not null)
            Trend = await db.MonthlyBestAsync(User.Id, Discipline, new DateOnly(from.Year, from.Month, 1), zone, ct);
    }

    private IReadOnlyList<int> PlacesOf(int page)
    {
        Paging = Paging.Of(page, Board.Rows.Count);
        return [.. Enumerable.Range(Paging.Skip, Math.Min(Paging.Size, Board.Rows.Count - Paging.Skip))];
    }

    private bool MayName(BoardRow row) => SeesEverybody || IsToldToAll(row);

    /// <summary>Whether the row is by name for anybody who looks, or for who it is of.</summary>
    private bool IsToldToAll(BoardRow row) => row.Rank <= Board.NamedRanks || row.Entry.EmployeeId == User.Id;

    private ShownRow Show(BoardRow row, string? name, bool isAfterGap) => new(
        row.Rank, name, name is null ? null : NameOf(row.Entry.BranchId), words.Score(Discipline, row.Entry.Score), row.Entry.Wrong,
        row.Entry.EmployeeId == User.Id, isAfterGap)
    {
        Change = name is null ? null : Before.RowOf(row.Entry.EmployeeId)?.Rank - row.Rank,
        Level = levels.Of(Discipline, row.Entry.Score) is { } level ? words.Level(level.Number) : null,
    };

    private string NameOf(long unit) => say.In(units[unit].Name, units[unit].EnglishName);
}
