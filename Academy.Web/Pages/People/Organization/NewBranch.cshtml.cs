using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Organization;

[Authorize(Roles = Roles.Administrator)]
public sealed class NewBranchModel(Organizer organizer, RollForms forms, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? EnglishName { get; set; }
    [BindProperty] public string? Kind { get; set; } = nameof(BranchKind.Outlet);
    [BindProperty(SupportsGet = true, Name = "parent")] public string? ParentCode { get; set; }
    public IReadOnlyList<SelectListItem> Branches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Branches = await forms.BranchChoicesAsync(null, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Branches = await forms.BranchChoicesAsync(null, ct);
        var code = forms.Entry(ModelState, nameof(Code), Code, RollEntry.BranchCode);
        var name = forms.Entry(ModelState, nameof(Name), Name, RollEntry.Title);
        var english = forms.Entry(ModelState, nameof(EnglishName), EnglishName, RollEntry.EnglishTitle);
        if (!Enum.TryParse<BranchKind>(Kind, out var kind) || kind is not (BranchKind.Branch or BranchKind.Outlet))
            ModelState.AddModelError(nameof(Kind), words["Form.Missing"]);
        var parent = await forms.BranchAsync(ModelState, "parent", ParentCode, ct);
        if (!ModelState.IsValid) return Page();

        if (await organizer.AddBranchAsync(User.Actor, new BranchTerms(code, name, english, kind), parent!.Id, ct) is { } reason)
        {
            ModelState.AddModelError(reason == OrganizerRefusal.CodeTaken ? nameof(Code) : "parent", words[$"Organizer.{reason}"]);
            return Page();
        }

        TempData["Flash"] = words["Branch.Added", name].Value;
        return Redirect(ReturnAddress.InHeader($"/admin/branches/{code}"));
    }
}
