using Academy.Domain.Competitions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>Prepares the next round of a competition, for the first of each event.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class NextRoundModel(Convener convener, IStringLocalizer<CompetitionsTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("EditCompetition", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (next, refusal) = await convener.NextRoundAsync(Id, User.Actor, ct);
        if (refusal == CompetitionRefusal.NoSuchCompetition) return NotFound();

        this.Say(refusal is null ? null : words[$"Refusal.{refusal}", ""].Value, words["NextRound.Made", AdvanceTerms.UsualRanks]);
        return RedirectToPage("EditCompetition", new { id = next ?? Id });
    }
}
