using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>What can be practiced, with one's best in each, and what came of the last runs.</summary>
[Authorize]
public sealed class DrillsModel(
    AcademyDb db, Passages passages, Timekeeper timekeeper, LevelTable levels, TimeProvider clock) : PageModel
{
    private const int ResultsShown = 12;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public bool MayPractice => User.IsInRole(Roles.Employee);

    public IReadOnlyList<Discipline> Offered { get; } = [.. passages.Offered];

    /// <summary>The run that goes on.</summary>
    public DrillRun? Running { get; private set; }

    /// <summary>By the slug of the discipline.</summary>
    public IReadOnlyDictionary<string, DrillRun> Best { get; private set; } = new Dictionary<string, DrillRun>();

    public Level? LevelOf(DrillRun best) => levels.Of(best.Terms.Discipline, best.Score!.Value);

    public IReadOnlyList<DrillRun> Latest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await timekeeper.EndOverdueAsync(User.Id, ct);
        var own = db.DrillRuns.AsNoTracking().Of(User.Id);
        Running = await own.Running().SingleOrDefaultAsync(ct);
        Latest = await own.Finished().OrderByDescending(r => r.EndedAt).ThenByDescending(r => r.Id).Take(ResultsShown).ToListAsync(ct);
        var best = new List<DrillRun>();
        foreach (var discipline in Offered)
            if (await own.Best(discipline).FirstOrDefaultAsync(ct) is { } run) best.Add(run);
        Best = best.ToDictionary(run => run.Discipline);
    }
}
