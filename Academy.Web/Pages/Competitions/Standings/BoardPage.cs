using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>What somebody sees of the ranking board (技能竞技榜) of a quarter's competitions in one drill.</summary>
public abstract class BoardPage(
    AcademyDb db, KeptBoards boards, LevelTable levels, DrillWords words, Wording say, BankZone zone, TimeProvider clock)
    : QuarterPage(db, say, zone, clock)
{
    private readonly AcademyDb db = db;
    private readonly BankZone zone = zone;
    private readonly TimeProvider clock = clock;

    public Discipline Discipline { get; private set; } = null!;
    public Board Board { get; private set; } = null!;
    public Board Before { get; private set; } = null!;
    /// <summary>Since when a board of an event stands still that has results on this one; null where none does.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    public BoardView View => BoardView.At(Discipline, Quarter, Of);

    /// <summary>The boards that are asked for; false where there are none of that name.</summary>
    protected async Task<bool> FindAsync(BoardView asked, CancellationToken ct)
    {
        var discipline = string.IsNullOrEmpty(asked.Drill) ? Discipline.Practiced[0] : Discipline.Named(asked.Drill);
        if (discipline is null or { IsKnowledge: true } || !await FindQuarterAsync(asked, ct)) return false;

        Discipline = discipline;
        var (board, before) = (await boards.OfAsync(Discipline, Quarter), await boards.OfAsync(Discipline, Quarter.Before));
        var own = Units.Within(OwnBranch);
        (Board, Before) = Of == BoardView.OwnBranch ? (board.Within(own), before.Within(own)) : (board, before);
        var ((since, until), now) = (Quarter.In(zone), clock.GetUtcNow());
        FrozenAt = await db.Events
            .Where(e => e.Discipline == discipline.Slug && e.Competition.PublishedAt != null && e.Competition.FinalizedAt == null)
            .Where(e => e.Competition.ClosesAt >= since && e.Competition.ClosesAt < until && e.Competition.FreezesAt <= now)
            .MinAsync(e => e.Competition.FreezesAt, ct);
        return true;
    }

    /// <summary>The branches as they compare.</summary>
    protected IReadOnlyList<ShownUnit> RankedBranches() =>
        [.. Board.Units(id => Units.BranchOf(id).Id).Select(row => new ShownUnit(row, NameOf(row.UnitId), row.UnitId == OwnTeam))];

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
}
