using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>Somebody or some branch on a wall.</summary>
public sealed record WallRow(int Rank, string Name, string? Branch, string Score);

/// <summary>What a wall shows at a time: the best of a discipline by name, and the branches.</summary>
public sealed record WallSlide(Discipline Discipline, int People, IReadOnlyList<WallRow> Best, IReadOnlyList<WallRow> Branches);

/// <summary>Everything that a wall shows in turn.</summary>
/// <param name="Quarter">The current quarter, or the one before where it has no result yet.</param>
/// <param name="At">When it was so.</param>
/// <param name="FrozenAt">Since when a board stands still; null where none does.</param>
/// <param name="Slides">One after another.</param>
public sealed record Wall(Quarter Quarter, DateTimeOffset At, DateTimeOffset? FrozenAt, IReadOnlyList<WallSlide> Slides);

/// <summary>Reads what everybody may see for a screen that nobody has signed in to.</summary>
public sealed class WallSlides(AcademyDb db, KeptBoards boards, DrillWords words, Wording say, BankZone zone, TimeProvider clock)
{
    private const int MostBest = 8;
    private const int MostBranches = 8;

    public async Task<Wall> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var quarter = Quarter.Of(zone.DayOf(now));
        var slides = await SlidesOfAsync(quarter, ct);
        if (slides.Count == 0) (quarter, slides) = (quarter.Before, await SlidesOfAsync(quarter.Before, ct));
        var (from, until) = quarter.In(zone);
        var frozen = await db.Competitions.Published()
            .Where(c => c.FinalizedAt == null && c.FreezesAt <= now && c.ClosesAt >= from && c.ClosesAt < until)
            .MinAsync(c => c.FreezesAt, ct);
        return new Wall(quarter, now, frozen, slides);
    }

    private async Task<IReadOnlyList<WallSlide>> SlidesOfAsync(Quarter quarter, CancellationToken ct)
    {
        var units = new Units(await db.Branches.Select(b => new Unit(b.Id, b.Name, b.EnglishName, b.Kind, b.Path)).ToListAsync(ct));
        var slides = new List<WallSlide>();
        foreach (var discipline in Discipline.Practiced)
        {
            var board = await boards.OfAsync(discipline, quarter);
            if (board.Rows.Count > 0) slides.Add(SlideOf(board, await db.NamesOnAsync(board, ct), units));
        }

        return slides;
    }

    private WallSlide SlideOf(Board board, IReadOnlyDictionary<long, string> names, Units units)
    {
        var best = board.Named.Take(MostBest).Select(row => new WallRow(
            row.Rank, names[row.Entry.EmployeeId], NameOf(units, row.Entry.BranchId), words.Score(board.Discipline, row.Entry.Score)));
        var branches = board.Units(id => units.BranchOf(id).Id).Where(row => row.Rank is not null).Take(MostBranches).Select(row =>
            new WallRow(row.Rank!.Value, NameOf(units, row.UnitId), null, words.Mean(board.Discipline, row.Mean)));
        return new WallSlide(board.Discipline, board.Rows.Count, [.. best], [.. branches]);
    }

    private string NameOf(Units units, long id) => say.In(units[id].Name, units[id].EnglishName);
}
