using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Gives a one-time password to everybody of a unit who waits for one, as a list to hand out.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class OneTimePasswordsModel(
    AcademyDb db, AccountKeeper keeper, RollForms forms, AcademySettings settings, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "branch")] public string? BranchCode { get; set; }
    [BindProperty(SupportsGet = true)] public bool AlsoUnused { get; set; }
    [BindProperty] public bool AsSheet { get; set; }

    /// <summary>Those whom the form showed waiting, told from others.</summary>
    [BindProperty] public string? Seen { get; set; }
    public IReadOnlyList<SelectListItem> Branches { get; private set; } = [];

    /// <summary>How many wait; null until a unit is chosen.</summary>
    public int? Waiting { get; private set; }
    public IReadOnlyList<IssuedPassword> Issued { get; private set; } = [];

    /// <summary>Where the people sign in; null when the bank has not said so.</summary>
    public string? SignInAddress { get; } = settings.Outside(Addresses.SignIn);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Branches = await forms.BranchChoicesAsync(null, ct);
        BranchCode ??= await db.Branches.Where(b => b.ParentId == null).Select(b => b.Code).FirstOrDefaultAsync(ct);
        if (await db.Branches.AsNoTracking().SingleOrDefaultAsync(b => b.Code == BranchCode, ct) is { } branch)
            await CountAsync(branch, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Branches = await forms.BranchChoicesAsync(null, ct);
        if (await forms.BranchAsync(ModelState, "branch", BranchCode, ct) is not { } branch) return Page();

        (Issued, var refusal) = await keeper.IssuePasswordsAsync(HttpContext.Actor, branch.Id, AlsoUnused, Seen, ct);
        if (refusal is { } reason)
        {
            ModelState.AddModelError("", words[$"AccountKeeper.{reason}"]);
            await CountAsync(branch, ct);
            return Page();
        }

        Waiting = 0;
        return AsSheet && Issued.Count > 0 ? Shared.Workbook.Of(words["Passwords.File"], Issued.Select(RowOf)) : Page();
    }

    private async Task CountAsync(Branch branch, CancellationToken ct)
    {
        var waiting = await db.WaitingForPasswordAsync(branch.Id, AlsoUnused, ct);
        (Waiting, Seen) = (waiting.People.Count, waiting.AsSeen());
    }

    private Dictionary<string, object?> RowOf(IssuedPassword issued)
    {
        var row = new Dictionary<string, object?>
        {
            [words["Branch"]] = issued.Branch,
            [words["EmployeeNumber"]] = issued.Number,
            [words["PersonName"]] = issued.Name,
            [words["Passwords.Password"]] = issued.Password,
        };
        if (SignInAddress is not null) row[words["Passwords.Address"]] = SignInAddress;
        return row;
    }
}
