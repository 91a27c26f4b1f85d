using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Practice;

/// <summary>Drops the goal of a drill.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class GoalRemovalModel(Coach coach, IStringLocalizer<PracticeTexts> words) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";

    public IActionResult OnGet() => RedirectToPage("Progress", new { Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Discipline.Named(Slug) is not { } discipline) return NotFound();

        await coach.DropAsync(User.Id, discipline, ct);
        TempData["Flash"] = words["Goal.Dropped"].Value;
        return RedirectToPage("Progress", new { Slug });
    }
}
