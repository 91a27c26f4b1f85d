using Academy.Domain.Assignments;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Competitions.Practice;

/// <summary>A drill, and how many people of a unit are on each of its levels.</summary>
/// <param name="Discipline">Which.</param>
/// <param name="OnLevel">By the number of the level, the highest first.</param>
/// <param name="Below">How many have a result and no level.</param>
/// <param name="Without">How many have no result.</param>
public sealed record LevelCount(Discipline Discipline, IReadOnlyList<int> OnLevel, int Below, int Without);

/// <summary>Who of a territory has reached which level in which drill. It tells no scores.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class BranchLevelsModel(AcademyDb db, CoverageLedger ledger, Passages passages, LevelTable levels) : PageModel
{
    [FromQuery(Name = "unit")] public string? Unit { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }

    /// <summary>The slug of a drill whose level is asked for; any drill where it is none.</summary>
    [FromQuery(Name = "drill")] public string? Drill { get; set; }

    /// <summary>The number of a level; 0 for who has none in the drill.</summary>
    [FromQuery(Name = "level")] public int? Level { get; set; }

    public Coverage Coverage { get; private set; } = null!;
    public CoveredUnit At { get; private set; } = null!;
    public IReadOnlyList<CoveredUnit> Units { get; private set; } = [];
    public IReadOnlyList<Discipline> Offered { get; } = [.. passages.Offered];
    public IReadOnlyList<LevelCount> Counts { get; private set; } = [];
    public IReadOnlyList<CoveredPerson> People { get; private set; } = [];
    public ReachedLevels Reached { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;

    /// <summary>How many levels any drill has.</summary>
    public int LevelCount => Offered.Max(levels.CountOf);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || Level is not null;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Coverage = await ledger.ReadAsync(ct);
        if (Territory.Of(User, Coverage) is not { } territory || territory.Find(Unit) is not { } at) return NotFound();

        At = at;
        Units = [.. Coverage.Units.Where(u => u.IsWithin(territory.Top)).OrderBy(u => u.Path, StringComparer.Ordinal)];
        Reached = await db.ReachedLevelsAsync(levels, at.Path, ct);
        var all = Coverage.PeopleIn(new CoverageScope(at)).ToList();
        Counts = [.. Offered.Select(discipline => CountOf(discipline, all))];
        var wanted = all.Where(IsWanted).ToList();
        Paging = Paging.Of(page, wanted.Count);
        People = [.. wanted.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }

    private LevelCount CountOf(Discipline discipline, IReadOnlyList<CoveredPerson> all)
    {
        var found = all.CountBy(person => Reached.Of(person.Id, discipline) ?? -1).ToDictionary();
        return new LevelCount(
            discipline,
            [.. Enumerable.Range(1, LevelCount).Select(level => found.GetValueOrDefault(level))],
            found.GetValueOrDefault(0),
            found.GetValueOrDefault(-1));
    }

    private bool IsWanted(CoveredPerson person) => IsOnLevel(person)
        && (Search?.Trim() is not { Length: > 0 } search
            || person.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || person.Number.StartsWith(search, StringComparison.OrdinalIgnoreCase)
            || person.PinyinKey.StartsWith(search, StringComparison.OrdinalIgnoreCase));

    private bool IsOnLevel(CoveredPerson person)
    {
        if (Level is not { } level) return true;

        var asked = Offered.Where(discipline => string.IsNullOrEmpty(Drill) || discipline.Slug == Drill).ToList();
        return level == 0
            ? asked.TrueForAll(discipline => (Reached.Of(person.Id, discipline) ?? 0) == 0)
            : asked.Exists(discipline => Reached.Of(person.Id, discipline) == level);
    }
}
