using Academy.Domain.Competitions;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>Takes a competition a step further, or the first one back.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class StepModel(Convener convener, LastActs last, IStringLocalizer<CompetitionsTexts> words) : FormPage
{
    private const string Publication = "publication";
    private const string Withdrawal = "withdrawal";
    private const string Finalization = "finalization";

    [FromRoute] public long Id { get; set; }
    [FromRoute] public string Step { get; set; } = "";

    /// <summary>What is said of why the results stand.</summary>
    [BindProperty] public string? Remark { get; set; }

    public IActionResult OnGet() => RedirectToPage("EditCompetition", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var step = Step switch
        {
            Publication => convener.PublishAsync(Id, Seen, User.Actor, ct),
            Withdrawal => convener.WithdrawAsync(Id, User.Actor, ct),
            Finalization => convener.FinalizeAsync(Id, Remark ?? "", User.Actor, ct),
            _ => null,
        };
        if (step is null) return NotFound();

        var refusal = await step;
        if (refusal == CompetitionRefusal.NoSuchCompetition) return NotFound();

        var why = refusal switch
        {
            null => null,
            CompetitionRefusal.ChangedMeanwhile => await last.SayAsync(CompetitionTrail.ChangesOfCompetition, $"{Id}", Since, ct),
            _ => words[$"Refusal.{refusal}", ""].Value,
        };
        this.Say(why, words[$"Done.{Step}"]);
        return RedirectToPage("EditCompetition", new { Id });
    }
}
