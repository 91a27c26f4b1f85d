using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Where and as what somebody works; who has left is taken on again here.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class PersonPostingModel(
    AcademyDb db, Registrar registrar, RollForms forms, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    [BindProperty] public string? BranchCode { get; set; }
    [BindProperty] public string? PositionSlug { get; set; }
    public IReadOnlyList<SelectListItem> Branches { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Positions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        await OfferAsync(ct);
        (BranchCode, PositionSlug, Seen) = (Person.Branch.Code, Person.Position.Slug, Person.AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        await OfferAsync(ct);
        var branch = await forms.BranchAsync(ModelState, nameof(BranchCode), BranchCode, ct);
        var position = await forms.PositionAsync(ModelState, nameof(PositionSlug), PositionSlug, ct);
        if (!ModelState.IsValid) return Page();

        var isRehire = Person.Employment == Employment.Left;
        var refusal = isRehire ? await registrar.RehireAsync(User.Actor, Person.Id, Seen, branch!.Id, position!.Id, ct) : null;
        // Pressed twice, the second press finds the person back where it wants them.
        if (!isRehire || refusal == RegistrarRefusal.HasNotLeft)
            refusal = await registrar.MoveAsync(User.Actor, Person.Id, Seen, branch!.Id, position!.Id, ct);
        return Answer(await WordsAsync(refusal, ct), isRehire ? "Rehire.Done" : "Posting.Done");
    }

    private async Task OfferAsync(CancellationToken ct)
    {
        Branches = await forms.BranchChoicesAsync(null, ct);
        Positions = await forms.PositionChoicesAsync(null, ct);
    }
}
