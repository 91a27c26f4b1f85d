using System.ComponentModel.DataAnnotations;
using Academy.Domain;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Account;

[AllowAnonymous]
public sealed class LoginModel(
    Doorkeeper doorkeeper,
    KnownDevices devices,
    SignInManager<Employee> sessions,
    AcademySettings settings,
    IStringLocalizer<PeopleTexts> words) : PageModel
{
    // Of the form alone: an address is written down on its way.
    [BindProperty, FromForm, StringLength(50)] public string EmployeeNumber { get; set; } = "";
    [BindProperty, FromForm, StringLength(Passwords.MostLength), DataType(DataType.Password)] public string Password { get; set; } = "";
    [FromQuery] public string? ReturnUrl { get; set; }

    /// <summary>Why nobody was let in, in words; null before the first try.</summary>
    public string? Refusal { get; private set; }
    public bool IsDemonstration => settings.Demonstration;
    public string DemonstrationPassword => settings.DemonstrationPassword;

    public IActionResult OnGet() => User.IsSignedIn ? LocalRedirect(Destination) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(EmployeeNumber) || string.IsNullOrEmpty(Password)) return Refuse("Login.Incomplete");
        // What is too long for a number or a password is neither.
        if (!ModelState.IsValid) return Refuse($"Login.{AdmissionRefusal.WrongNumberOrPassword}");

        var admission = await doorkeeper.AdmitAsync(EmployeeNumber, Password, Caller, ct);
        if (admission.Refusal is { } refusal) return Refuse($"Login.{refusal}", WaitAfter(refusal));

        await sessions.SignInAsync(admission.Employee!, isPersistent: false);
        devices.Remember(HttpContext, admission.Employee!.Id);
        return LocalRedirect(Destination);
    }

    /// <summary>Each showing of the form has an antiforgery token of its own.</summary>
    private Caller Caller => devices.CallerOf(HttpContext) with { Form = Request.Form["__RequestVerificationToken"] };

    private string Destination => ReturnAddress.Local(ReturnUrl, "/");

    private static TimeSpan? WaitAfter(AdmissionRefusal refusal) => refusal switch
    {
        AdmissionRefusal.Crowded => Turnstile.ComeBack,
        AdmissionRefusal.TooManyTries => Tries.Window,
        _ => null,
    };

    private PageResult Refuse(string reason, TimeSpan? wait = null)
    {
        Refusal = words[reason, Tries.MostTries, Tries.Window.TotalMinutes, Turnstile.ComeBack.TotalSeconds];
        return wait is { } time ? this.AskToComeBack(time) : Page();
    }
}
