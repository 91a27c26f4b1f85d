using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Account;

/// <summary>Changes one's own password. Guessing the current one takes the same tries as signing in.</summary>
[Authorize]
public sealed class PasswordModel(
    AcademyDb db,
    Doorkeeper doorkeeper,
    AccountKeeper keeper,
    KnownDevices devices,
    Passwords passwords,
    SignInManager<Employee> sessions,
    IStringLocalizer<PeopleTexts> words) : PageModel
{
    // Left empty they are null, and answered in our words like any other wrong entry.
    [BindProperty, FromForm] public string? Current { get; set; }
    [BindProperty, FromForm] public string? Chosen { get; set; }
    [BindProperty, FromForm] public string? Repeated { get; set; }
    [TempData] public bool HasChanged { get; set; }
    public bool IsForced => User.MustChangePassword;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = User.Id;
        var employee = await db.Employees.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        var units = await db.Branches.Select(b => b.Name + " " + b.EnglishName).ToListAsync(ct);
        var owner = PasswordOwner.Of(employee) with { Units = units };
        if (passwords.Refusal(owner, Current, Chosen ?? "") is { } reason)
            Refuse(nameof(Chosen), $"Password.{reason}");
        else if (Chosen != Repeated) Refuse(nameof(Repeated), "Password.NotRepeated");
        if (!ModelState.IsValid) return Page();

        var admission = await ChangeAsync(employee, ct);
        if (admission.Refusal is { } refusal)
        {
            var isForced = IsForced && refusal == AdmissionRefusal.WrongNumberOrPassword;
            Refuse(nameof(Current), isForced ? "Password.WrongOneTime" : WordOf(refusal));
            return refusal == AdmissionRefusal.Crowded ? this.AskToComeBack(Turnstile.ComeBack) : Page();
        }

        var wasForced = IsForced;
        await sessions.SignInAsync(admission.Employee!, isPersistent: false);
        HasChanged = true;
        return wasForced ? Redirect("/") : RedirectToPage();
    }

    private async Task<Admission> ChangeAsync(Employee employee, CancellationToken ct)
    {
        var caller = devices.CallerOf(HttpContext) with { IsIn = true };
        var admission = await doorkeeper.ConfirmAsync(employee.Number, Current ?? "", caller, ct);
        if (admission.Employee is { PasswordHash: { } hash }
            && await keeper.ChoosePasswordAsync(employee.Id, hash, Chosen!, caller, ct) is { } changed)
        {
            return new Admission(changed, null);
        }

        // Pressed twice, the second press comes from a session of before, and finds the chosen password set.
        var isOutrun = admission.Employee is not null || User.SecurityStamp != employee.SecurityStamp;
        return isOutrun ? await doorkeeper.ConfirmAsync(employee.Number, Chosen!, caller, ct) : admission;
    }

    private static string WordOf(AdmissionRefusal refusal) =>
        refusal == AdmissionRefusal.WrongNumberOrPassword ? "Password.WrongCurrent" : $"Login.{refusal}";

    private void Refuse(string field, string reason) => ModelState.AddModelError(
        field, words[reason, Passwords.LeastLength, Tries.Window.TotalMinutes, Turnstile.ComeBack.TotalSeconds, Passwords.MostLength]);
}
