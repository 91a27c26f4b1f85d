using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>The time of a counting event with its calls. Once it is there it needs no line.</summary>
[Authorize(Roles = Roles.Judging)]
public sealed class EventTimerModel(AcademyDb db) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Event Event { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is not { Drill.Kind: DrillKind.Counting }) return NotFound();

        Event = found;
        return Page();
    }
}
