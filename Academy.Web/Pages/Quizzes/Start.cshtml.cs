using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>Starts an attempt, or goes on with the running one. A refusal is told by the cover page.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class StartModel(AcademyDb db, Invigilator invigilator) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Cover", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await db.Quizzes.Published().AnyAsync(q => q.Id == Id, ct)) return NotFound();

        var (attemptId, refusal) = await invigilator.StartAsync(Id, User.Id, ct);
        // The cover knows every other refusal by itself; this one shows only when a paper is drawn.
        if (refusal == AttemptRefusal.TooFewQuestions) TempData[CoverModel.FellShort] = true;
        return attemptId is null ? RedirectToPage("Cover", new { Id }) : RedirectToPage("Attempt", new { Id = attemptId });
    }
}
