using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>Hands a paper in, with the answers that the form still carries.</summary>
[Authorize(Roles = Roles.Employee)]
[TakeLargeForms(AnswerSheet.MostFields, AnswerSheet.MostBytes)]
public sealed class SubmitModel(AcademyDb db, AnswerSheet sheet, Invigilator invigilator) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Attempt", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var paper = db.Attempts.Of(User.Id).WithAnswers().AsNoTracking();
        if (await paper.SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } attempt) return NotFound();

        await sheet.SaveAsync(attempt, Request.Form, ct);
        await invigilator.SubmitAsync(Id, ct);
        return RedirectToPage("Result", new { Id });
    }
}
