using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Quizzes;

/// <summary>The paper while the attempt runs. Posting it saves the answers of a page without script.</summary>
[Authorize(Roles = Roles.Employee)]
[TakeLargeForms(AnswerSheet.MostFields, AnswerSheet.MostBytes)]
public sealed class AttemptModel(AcademyDb db, AnswerSheet sheet, Invigilator invigilator, TimeProvider clock)
    : PaperPage(db, invigilator, clock)
{
    public override bool IsHandingIn => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere) return elsewhere;

        Unsaved = await sheet.SaveAsync(Attempt, Request.Form, ct);
        HasSaved = Unsaved.Count == 0;
        return await FindAsync(ct) ?? Page();
    }
}
