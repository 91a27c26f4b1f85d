using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

[Authorize(Roles = Roles.Administrator)]
public sealed class BranchClosureModel(AcademyDb db, Organizer organizer, LastActs last, IStringLocalizer<PeopleTexts> words)
    : BranchPage(db, last, words)
{
    [BindProperty, BindRequired] public bool Close { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = Close
            ? await organizer.CloseBranchAsync(User.Actor, Unit.Id, ct)
            : await organizer.ReopenBranchAsync(User.Actor, Unit.Id, ct);
        return Answer(await WordsAsync(refusal, ct), Close ? "Closure.Closed" : "Closure.Reopened");
    }
}
