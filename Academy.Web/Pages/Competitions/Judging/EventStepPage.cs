using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>A step in a judged event that is taken on the page of its competition.</summary>
public abstract class EventStepPage(AcademyDb db, IStringLocalizer<JudgingTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    /// <summary>To the page of the competition.</summary>
    protected async Task<IActionResult> BackAsync(CancellationToken ct)
    {
        var competition = await db.Events.Where(e => e.Id == Id && e.Competition.PublishedAt != null)
            .Select(e => (long?)e.CompetitionId).SingleOrDefaultAsync(ct);
        return competition is { } id ? RedirectToPage("/Competitions/Competition", new { id }) : NotFound();
    }

    /// <summary>The same, saying there what was done or why it was not.</summary>
    protected async Task<IActionResult> TellAsync(EntryRefusal? refusal, string done, CancellationToken ct)
    {
        if (refusal == EntryRefusal.NoSuchEvent) return NotFound();

        if (refusal is null) TempData["Flash"] = words[done].Value;
        else TempData["Refused"] = words[$"Entry.{refusal}", Marshal.MostAtOnce].Value;
        return await BackAsync(ct);
    }
}
