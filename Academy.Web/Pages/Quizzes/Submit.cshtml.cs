using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Quizzes;

/// <summary>
/// Hands a paper in, with the answers that the form still carries. When one of them cannot be stored in time, the paper is shown
/// again and says so: then only a second word hands it in without that answer.
/// </summary>
[Authorize(Roles = Roles.Employee)]
[TakeLargeForms(AnswerSheet.MostFields, AnswerSheet.MostBytes)]
public sealed class SubmitModel(AcademyDb db, AnswerSheet sheet, Invigilator invigilator, TimeProvider clock)
    : PaperPage(db, invigilator, clock)
{
    /// <summary>Whether whoever presses is to be asked first where something is still open: on a page with script it asks itself.</summary>
    [BindProperty(Name = "asks")] public bool Asks { get; set; }

    /// <summary>What has no answer yet, where the person is asked about that.</summary>
    public IReadOnlyList<int> Open { get; private set; } = [];

    /// <summary>The second word.</summary>
    [BindProperty(Name = "anyway")] public bool IsSure { get; set; }

    public override bool IsHandingIn => true;

    public IActionResult OnGet() => RedirectToPage("Attempt", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } elsewhere) return elsewhere;

        Unsaved = await sheet.SaveAsync(Attempt, Request.Form, ct);
        if (Unsaved.Count > 0 && !IsSure)
        {
            if (await FindAsync(ct) is { } handedIn) return handedIn;
            if (!IsTimeUp) return Page();
        }

        if (Asks && !IsSure)
        {
            if (await FindAsync(ct) is { } handedIn) return handedIn;
            Open = [.. OpenSlots.Select(slot => slot.Number)];
            if (Open.Count > 0 && !IsTimeUp) return Page();
        }

        await Invigilator.SubmitAsync(Id, ct);
        return RedirectToPage("Result", new { Id });
    }
}
