using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

/// <summary>Hangs a unit elsewhere in the tree.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class BranchParentModel(
    AcademyDb db, Organizer organizer, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words)
    : BranchPage(db, last, words)
{
    [BindProperty] public string? ParentCode { get; set; }
    public IReadOnlyList<SelectListItem> Branches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Branches = await forms.BranchChoicesAsync(null, ct);
        (ParentCode, Seen) = (Unit.Parent?.Code, Unit.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Branches = await forms.BranchChoicesAsync(null, ct);
        if (await forms.BranchAsync(ModelState, nameof(ParentCode), ParentCode, ct) is not { } parent) return Page();

        var refusal = await organizer.MoveBranchAsync(User.Actor, Unit.Id, Seen, parent.Id, ct);
        return Answer(await WordsAsync(refusal, ct), "Parent.Done");
    }
}
