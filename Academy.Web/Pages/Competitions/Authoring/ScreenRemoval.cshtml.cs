using Academy.Domain.Competitions.Standings;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>Takes a screen down: its link shows nothing any more.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ScreenRemovalModel(Screens screens, IStringLocalizer<ResultsTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("ScreenLinks");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await screens.TakeDownAsync(Id, User.Actor, ct);
        if (refusal == ScreenRefusal.NoSuchScreen) return NotFound();

        this.Say(refusal is null ? null : words[$"Screens.Refusal.{refusal}", ""].Value, words["Screens.TakenDown"]);
        return RedirectToPage("ScreenLinks");
    }
}
