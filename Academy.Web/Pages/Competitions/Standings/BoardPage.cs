using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>
/// What somebody sees of the ranking board (技能竞技榜) of a quarter's competitions. The best are told by name to everybody, and each to
/// themselves; the others only to their branch head and to who teaches, administers or audits.
/// </summary>
public abstract class BoardPage(
    AcademyDb db, KeptBoards boards, LevelTable levels, DrillWords words, Wording say, BankZone zone, TimeProvider clock) : PageModel
{
    private const int QuartersShown = 6;
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
    public BoardView View => BoardView.At(Discipline, Quarter, Of);

    protected bool SeesEverybody => User.IsInAny(SeesAll) || (User.IsInRole(Roles.BranchHead) && Of == BoardView.OwnBranch);

    /// <summary>The boards that are asked for; false where there are none of that name.</summary>
    protected async Task<bool> FindAsync(BoardView asked, CancellationToken ct)
    {
        var current = Quarter.Of(zone.DayOf(clock.GetUtcNow()));
        var quarter = string.IsNullOrEmpty(asked.Quarter) ? current : Quarter.Named(asked.Quarter);
        var discipline = string.IsNullOrEmpty(asked.Drill) ? Discipline.Practiced[0] : Discipline.Named(asked.Drill);
        if (quarter is not { } named || named.FirstDay > current.FirstDay) return false;
        if (discipline is null or { IsKnowledge: true }) return false;

        (Discipline, Quarter) = (discipline, named);
        Of = asked.Of is BoardView.OwnBranch or BoardView.Branches ? asked.Of : null;
        Quarters = [.. Enumerable.Range(1, QuartersShown).Aggregate(new List<Quarter> { current }, (all, _) => [.. all, all[^1].Before])];
        await FindUnitsAsync(ct);
        await FindBoardsAsync();
        return true;
    }

    /// <summary>The branches as they compare.</summary>
    protected IReadOnlyList<ShownUnit> RankedBranches()
    {
        var own = units.BranchOf(ownUnit).Id;
        return [.. Board.Units(id => units.BranchOf(id).Id).Select(row => new ShownUnit(row, NameOf(row.UnitId), row.UnitId == own))];
    }

    /// <summary>The rows at some places as somebody may see them, and who of them is told by name to few.</summary>
    protected async Task<(IReadOnlyList<ShownRow> Rows, IReadOnlyList<string> Told)> ShowAsync(
        IReadOnlyList<int> places, CancellationToken ct)
    {
        var shown = places.Select(place => Board.Rows[place]).ToList();
        var ids = shown.Where(MayName).Select(row => row.Entry.EmployeeId).ToList();
        var people = await db.Employees.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Name, e.UserName }).ToListAsync(ct);
        var names = people.ToDictionary(e => e.Id, e => e.Name);
        var told = shown.Where(row => !IsToldToAll(row)).Select(row => row.Entry.EmployeeId).ToHashSet();
        var rows = shown.Select((row, i) =>
            Show(row, names.GetValueOrDefault(row.Entry.EmployeeId), i > 0 && places[i] > places[i - 1] + 1));
        return ([.. rows], [.. people.Where(e => told.Contains(e.Id)).Select(e => $"{e.UserName} {e.Name}")]);
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
