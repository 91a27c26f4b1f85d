using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Rosters;

/// <summary>One import: before it is applied what it would do, afterwards what it did, row by row.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class ImportModel(
    AcademyDb db, RosterClerk clerk, RosterDetailWords details, LastActs last, Wording say, IStringLocalizer<PeopleTexts> words) : PageModel
{
    private static readonly RosterKind[] Tabs =
        [RosterKind.ToMend, RosterKind.Created, RosterKind.Changed, RosterKind.Moved, RosterKind.Disabled];

    [FromRoute] public long Id { get; set; }
    [BindProperty] public string? Fingerprint { get; set; }

    /// <summary>How far the trail went when the plan was shown.</summary>
    [BindProperty] public string? Since { get; set; }
    public RosterRun Run { get; private set; } = null!;
    public RosterPlan? Plan { get; private set; }
    /// <summary>Why nothing was written.</summary>
    public string? Warning { get; private set; }
    public RosterKind Kind { get; private set; }
    public Paging Paging { get; private set; } = new(1, 0);

    /// <summary>How many rows are of each kind that there are any of.</summary>
    public IReadOnlyList<(RosterKind Kind, int Count)> Counts { get; private set; } = [];
    public IReadOnlyList<RosterProblem> Problems { get; private set; } = [];
    public IReadOnlyList<RosterStep> Steps { get; private set; } = [];

    public string DetailOf(RosterStep step) => details.Say(step.Detail);

    public async Task<IActionResult> OnGetAsync(RosterKind? kind, [FromQuery(Name = "page")] int asked, CancellationToken ct) =>
        await ShowAsync(kind, asked, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await db.RosterRuns.AnyAsync(r => r.Id == Id, ct)) return NotFound();

        var outcome = await clerk.ApplyAsync(Id, Fingerprint ?? "", User.Actor, ct);
        if (outcome is RosterOutcome.Stale or RosterOutcome.MayNotAdminister)
        {
            Warning = outcome == RosterOutcome.Stale ? await StaleAsync(ct) : words["Registrar.MayNotAdminister"];
            await ShowAsync(null, 1, ct);
            return Page();
        }

        if (outcome == RosterOutcome.Applied) TempData["Flash"] = words["Roster.Done"].Value;
        else if (await AppliedByOtherAsync(ct) is { } told) TempData["Flash"] = told;
        return RedirectToPage(new { Id });
    }

    /// <summary>Who has changed what since the plan was shown; whoever reads it sees the plan as it is now.</summary>
    private async Task<string> StaleAsync(CancellationToken ct) =>
        await last.TellAsync(db.RollLines(), Since, ct) is { } told ? words["Roster.Stale.By", told] : words["Roster.Stale"];

    /// <summary>Who took the import before; nothing when it was the person.</summary>
    private async Task<string?> AppliedByOtherAsync(CancellationToken ct)
    {
        var run = await db.RosterRuns.AsNoTracking().SingleAsync(r => r.Id == Id, ct);
        if (run.AppliedById == User.Id) return null;

        var by = await db.Employees.Where(e => e.Id == run.AppliedById).Select(e => e.Name).SingleAsync(ct);
        return words["Roster.AppliedBefore", by, say.DayAndTime(run.AppliedAt!.Value)];
    }

    private async Task<bool> ShowAsync(RosterKind? kind, int asked, CancellationToken ct)
    {
        if (await db.RosterRuns.AsNoTracking().Include(r => r.UploadedBy).SingleOrDefaultAsync(r => r.Id == Id, ct) is not { } run)
            return false;

        Run = run;
        if (run.IsApplied) await ShowResultAsync(kind, asked, ct);
        else await ShowPlanAsync(kind, asked, ct);
        await details.LearnAsync(ct);
        return true;
    }

    private async Task ShowPlanAsync(RosterKind? kind, int asked, CancellationToken ct)
    {
        Since = await last.LineAsync(ct);
        Plan = await clerk.PlanAsync(Id, User.Actor, ct);
        Counts = [.. Tabs
            .Select(tab => (tab, tab == RosterKind.ToMend ? Plan.Count(tab) : Plan.Changes.Count(c => c.Kind == tab)))
            .Where(c => c.Item2 > 0)];
        Choose(kind);
        if (Kind == RosterKind.ToMend)
        {
            Paging = Paging.Of(asked, Plan.Problems.Count);
            Problems = [.. Plan.Problems.Skip(Paging.Skip).Take(Paging.Size)];
            return;
        }

        var changes = Plan.Changes.Where(c => c.Kind == Kind).ToList();
        Paging = Paging.Of(asked, changes.Count);
        Steps = [.. changes.Skip(Paging.Skip).Take(Paging.Size).Select(c => c.ToStep(Id))];
    }

    private async Task ShowResultAsync(RosterKind? kind, int asked, CancellationToken ct)
    {
        var steps = db.Set<RosterStep>().AsNoTracking().Where(s => s.RunId == Id);
        var byAction = await steps.GroupBy(s => s.Action).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        Counts = [.. Tabs
            .Select(tab => (tab, byAction.Where(a => RosterChange.KindOf(a.Key) == tab).Sum(a => a.Count)))
            .Where(c => c.Item2 > 0)];
        Choose(kind);
        var actions = byAction.Select(a => a.Key).Where(a => RosterChange.KindOf(a) == Kind).ToList();
        Paging = Paging.Of(asked, Counts.FirstOrDefault(c => c.Kind == Kind).Count);
        Steps = await steps.Where(s => actions.Contains(s.Action)).OrderBy(s => s.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }

    /// <summary>Shows what is asked for, where there is any of it, or else the first kind that there is.</summary>
    private void Choose(RosterKind? kind) =>
        Kind = Counts.Select(c => c.Kind).OrderByDescending(there => there == kind).FirstOrDefault(RosterKind.Same);
}
