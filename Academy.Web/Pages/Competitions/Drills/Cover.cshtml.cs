using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>What a drill is about, with a look at keys and line. Posting it starts one, or goes on with the running one.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class CoverModel(AcademyDb db, Timekeeper timekeeper) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";
    public Discipline Discipline { get; private set; } = null!;
    public DrillRun? Best { get; private set; }
    public bool IsRunning { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Discipline.Named(Slug) is not { } discipline) return NotFound();

        await timekeeper.EndOverdueAsync(User.Id, ct);
        Discipline = discipline;
        Best = await db.DrillRuns.AsNoTracking().Of(User.Id).Best(discipline).FirstOrDefaultAsync(ct);
        IsRunning = await db.DrillRuns.Of(User.Id).Running().AnyAsync(r => r.Discipline == discipline.Slug, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Discipline.Named(Slug) is not { } discipline) return NotFound();

        var id = await timekeeper.StartAsync(User.Id, discipline, ct);
        return RedirectToPage("Run", new { id });
    }
}
