using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

[Authorize(Roles = Rights.Trainers)]
public sealed class EditAssignmentModel(
    AcademyDb db,
    Dean dean,
    SubjectCatalogue catalogue,
    CoverageLedger ledger,
    LastActs last,
    Wording say,
    IStringLocalizer<AssignmentsTexts> words) : AssignmentPage(db, catalogue, ledger, say, words)
{
    private readonly AcademyDb db = db;
    private readonly IStringLocalizer<AssignmentsTexts> words = words;

    [FromRoute] public long Id { get; set; }
    public Assignment Assignment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Form, Seen) = (await AssignmentForm.OfAsync(Assignment, db, ct), AssignmentTerms.Of(Assignment).AsSeen());
        Count(Assignment.Audience);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Form.Subject = AssignmentForm.KeyOf(Assignment.Subject);
        var terms = await ReadAsync(isNew: false, ct);
        if (terms is null || Preview || !ModelState.IsValid) return Page();

        var refusal = await dean.ChangeAsync(Id, Seen, terms, User.Actor, ct);
        if (refusal == AssignmentRefusal.ChangedMeanwhile)
        {
            await FindAsync(ct);
            ModelState.AddModelError("", await last.SayAsync(AssignmentTrail.ChangesOfAssignment, Assignment.Key, Since, ct));
            See(AssignmentTerms.Of(Assignment).AsSeen());
            return Page();
        }

        if (refusal is { } reason)
        {
            await FindAsync(ct);
            var why = reason == AssignmentRefusal.AlreadyWithdrawn ? await WithdrawnAsync(ct) : await WordsAsync(reason, null, ct);
            ModelState.AddModelError("", why);
            return Page();
        }

        TempData["Flash"] = words["Changed"].Value;
        return RedirectToPage(new { Id });
    }

    private async Task<string> WithdrawnAsync(CancellationToken ct) =>
        await last.TellAsync(AssignmentTrail.ChangesOfAssignment, Assignment.Key, Since, ct) is { } told
            ? words["Withdrawn.Meanwhile", told]
            : words["Refusal.AlreadyWithdrawn"];

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Assignments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } assignment) return false;

        Assignment = assignment;
        await LoadAsync(ct);
        return true;
    }
}
