using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Examining;

/// <summary>Lets somebody who was named mark a quiz no longer.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class MarkerRemovalModel(AcademyDb db, QuizMaker maker, IStringLocalizer<QuizzesTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public async Task<IActionResult> OnPostAsync([FromForm] string? number, CancellationToken ct)
    {
        if (!await db.Quizzes.KeptBy(User.BankUser).AnyAsync(q => q.Id == Id, ct)) return NotFound();
        if (await db.Employees.Numbered(number ?? "").SingleOrDefaultAsync(ct) is not { } trainer) return NotFound();

        var refusal = await maker.DismissMarkerAsync(User.Actor, Id, trainer.Id, ct);
        this.Say(refusal is null ? null : words[$"Marker.{refusal}"].Value, words["Markers.Removed", trainer.Name]);
        return RedirectToPage("Markers", new { Id });
    }
}
