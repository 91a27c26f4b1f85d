using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.People.Account;

/// <summary>Ends the session, or all of the person's, and has the browser forget what it kept of the academy but its cookies.</summary>
[AllowAnonymous]
public sealed class LogoutModel(Porter porter, KnownDevices devices, SignInManager<Employee> sessions) : PageModel
{
    private const string AllButCookies = "\"cache\", \"storage\"";

    [BindProperty] public bool Everywhere { get; set; }

    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.SessionKey is { } key)
        {
            var caller = devices.CallerOf(HttpContext);
            if (Everywhere) await porter.EndOthersAsync(User.Actor, null, key, caller, ct);
            await porter.TakeLeaveAsync(User.Actor, key, caller, ct);
        }

        await sessions.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = AllButCookies;
        return RedirectToPage("Login");
    }
}
