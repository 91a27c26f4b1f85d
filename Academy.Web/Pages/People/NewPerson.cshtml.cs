using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

[Authorize(Roles = Roles.Administrator)]
public sealed class NewPersonModel(Registrar registrar, RollForms forms, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [BindProperty] public string? EmployeeNumber { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? PinyinKey { get; set; }
    [BindProperty] public string? MailAddress { get; set; }
    [BindProperty] public string? BranchCode { get; set; }
    [BindProperty] public string? PositionSlug { get; set; }
    public IReadOnlyList<SelectListItem> Branches { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Positions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => OfferAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OfferAsync(ct);
        var number = forms.Entry(ModelState, nameof(EmployeeNumber), EmployeeNumber, RollEntry.Number);
        var name = forms.Entry(ModelState, nameof(Name), Name, RollEntry.PersonName);
        var key = forms.Entry(ModelState, nameof(PinyinKey), PinyinKey, RollEntry.PinyinKey);
        var mail = forms.Entry(ModelState, nameof(MailAddress), MailAddress, RollEntry.MailAddress);
        var branch = await forms.BranchAsync(ModelState, nameof(BranchCode), BranchCode, ct);
        var position = await forms.PositionAsync(ModelState, nameof(PositionSlug), PositionSlug, ct);
        if (!ModelState.IsValid) return Page();

        var refusal = await registrar.AddAsync(User.Actor, new Newcomer(number, name, key, branch!.Id, position!.Id, mail), ct);
        if (refusal is { } reason)
        {
            ModelState.AddModelError(
                reason == RegistrarRefusal.NumberTaken ? nameof(EmployeeNumber) : nameof(BranchCode),
                words[$"Registrar.{reason}"]);
            return Page();
        }

        TempData["Flash"] = words["Person.Added", name].Value;
        return Redirect(ReturnAddress.InHeader($"/admin/people/{number}"));
    }

    private async Task OfferAsync(CancellationToken ct)
    {
        Branches = await forms.BranchChoicesAsync(null, ct);
        Positions = await forms.PositionChoicesAsync(null, ct);
    }
}
