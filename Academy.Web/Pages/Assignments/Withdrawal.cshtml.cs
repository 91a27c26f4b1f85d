using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>Takes an assignment back: from today it is asked of nobody. What people have done stays.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class WithdrawalModel(
    AcademyDb db, Dean dean, SubjectCatalogue catalogue, LastActs last, IStringLocalizer<AssignmentsTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("EditAssignment", new { Id });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } assignment) return NotFound();

        var title = (await db.ChoicesAsync(catalogue, ct)).TitleOf(assignment);
        var refusal = await dean.WithdrawAsync(Id, User.Actor, ct);
        this.Say(refusal is { } reason ? await WhyNotAsync(reason, assignment.Key, title, ct) : null, words["Withdrawn.Flash", title]);
        return RedirectToPage("AssignmentList");
    }

    /// <summary>Who was faster, where somebody was.</summary>
    private async Task<string> WhyNotAsync(AssignmentRefusal refusal, string key, string title, CancellationToken ct) =>
        await last.TellAsync(AssignmentTrail.ChangesOfAssignment, key, null, ct) is { } told
            ? words["Withdrawn.By", title, told]
            : words[$"Refusal.{refusal}"];
}
