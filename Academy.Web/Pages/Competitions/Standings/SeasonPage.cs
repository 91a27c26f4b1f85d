using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>A row of a season as somebody sees it; name and branch are null for who is not told by name.</summary>
public sealed record ShownSeasonRow(SeasonRow Row, string? Name, string? Branch, bool IsOwn, bool IsAfterGap);

/// <summary>A branch among others.</summary>
public sealed record ShownTeam(TeamRow Row, string Name, bool IsOwn);

/// <summary>What somebody sees of the standings of a season (赛季总榜): it knows boards that were kept, and nothing else.</summary>
public abstract class SeasonPage(AcademyDb db, KeptBoards boards, Wording say, BankZone zone, TimeProvider clock)
    : QuarterPage(db, say, zone, clock)
{
    public const string Address = "/standings/season";

    private readonly AcademyDb db = db;
    private readonly Wording say = say;

    public Season Season { get; private set; } = null!;
    public BoardView View => new(Quarter: Quarter.Slug, Of: Of);

    protected async Task<bool> FindAsync(BoardView asked, CancellationToken ct)
    {
        if (!await FindQuarterAsync(asked, ct)) return false;

        var season = await boards.SeasonOfAsync(Quarter);
        Season = Of == BoardView.OwnBranch ? season.Within(Units.Within(OwnBranch)) : season;
        return true;
    }

    /// <summary>The branches as they compare.</summary>
    protected IReadOnlyList<ShownTeam> RankedBranches() =>
        [.. Season.Teams(id => Units.BranchOf(id).Id).Select(row => new ShownTeam(row, NameOf(row.UnitId), row.UnitId == OwnTeam))];

    /// <summary>The rows at some places as somebody may see them, and who of them is told by name to few.</summary>
    protected async Task<(IReadOnlyList<ShownSeasonRow> Rows, IReadOnlyList<string> Told)> ShowAsync(
        IReadOnlyList<int> places, CancellationToken ct)
    {
        var shown = places.Select(place => Season.Rows[place]).ToList();
        var told = shown.Where(row => SeesEverybody || IsToldToAll(row)).ToList();
        var (people, events) = (told.ConvertAll(row => row.EmployeeId), told.Select(row => row.Last.EventId).Distinct().ToList());
        var kept = await db.FinalRows.AsNoTracking()
            .Where(r => people.Contains(r.EmployeeId) && events.Contains(r.EventId))
            .ToDictionaryAsync(r => (r.EventId, r.EmployeeId), ct);
        var toFew = told.Where(row => !IsToldToAll(row)).Select(row => kept[(row.Last.EventId, row.EmployeeId)]);
        return (
            [.. shown.Select((row, i) => Show(row, i > 0 && places[i] > places[i - 1] + 1))],
            [.. toFew.Select(row => $"{row.Number} {row.Name}")]);

        ShownSeasonRow Show(SeasonRow row, bool isAfterGap)
        {
            var last = kept.GetValueOrDefault((row.Last.EventId, row.EmployeeId));
            var isTold = last is not null && (SeesEverybody || IsToldToAll(row));
            return isTold
                ? new ShownSeasonRow(row, last!.Name, say.In(last.Branch, last.BranchEnglish), row.EmployeeId == User.Id, isAfterGap)
                : new ShownSeasonRow(row, null, null, false, isAfterGap);
        }
    }

    /// <summary>Whether the row is by name for anybody who looks, or for who it is of.</summary>
    private bool IsToldToAll(SeasonRow row) => row.Rank <= Season.NamedRanks || row.EmployeeId == User.Id;
}
