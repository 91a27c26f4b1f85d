using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

[Authorize(Roles = Rights.Trainers)]
public sealed class NewAssignmentModel(
    AcademyDb db, Dean dean, SubjectCatalogue catalogue, CoverageLedger ledger, Wording say, IStringLocalizer<AssignmentsTexts> words)
    : AssignmentPage(db, catalogue, ledger, say, words)
{
    private const int UsualDays = 30, UsualNewcomerDays = 14;
    private readonly IStringLocalizer<AssignmentsTexts> words = words;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        (Form.StartsOn, Form.DueOn, Form.NewcomerDays) = (Today, Today.AddDays(UsualDays), UsualNewcomerDays);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var chosen = Choices.Subjects.FirstOrDefault(s => AssignmentForm.KeyOf(s.Key) == Form.Subject);
        if (chosen.Value is null) Refuse(nameof(Form.Subject), "Refusal.NoSubject", "");
        var terms = await ReadAsync(isNew: true, ct);
        if (terms is null || Preview || !ModelState.IsValid) return Page();

        var (id, refusal) = await dean.AssignAsync(chosen.Key, terms, User.Actor, ct);
        if (refusal is { } reason)
        {
            ModelState.AddModelError("", await WordsAsync(reason, id, ct));
            return Page();
        }

        TempData["Flash"] = words["Made", chosen.Value!].Value;
        return RedirectToPage("EditAssignment", new { id });
    }
}
