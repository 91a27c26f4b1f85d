using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>Takes a decision on a run down.</summary>
[Authorize(Roles = Roles.Judging)]
public sealed class VerdictModel(Convener convener, IStringLocalizer<CompetitionsTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty] public Verdict? Verdict { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public IActionResult OnGet() => RedirectToPage("Doubts");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Verdict is not { } verdict || !Enum.IsDefined(verdict)) return BadRequest();

        var refusal = await convener.DecideAsync(Id, verdict, Reason ?? "", User.Actor, HttpContext.Caller, ct);
        if (refusal == VerdictRefusal.NoSuchRun) return NotFound();

        this.Say(refusal is null ? null : words[$"Decision.{refusal}", Convener.LongestReason].Value, words["Decided"]);
        return RedirectToPage("Doubts");
    }
}
