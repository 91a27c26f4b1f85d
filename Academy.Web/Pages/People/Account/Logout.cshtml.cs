using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.People.Account;

[AllowAnonymous]
public sealed class LogoutModel(Doorkeeper doorkeeper, KnownDevices devices, SignInManager<Employee> sessions) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.SignOutAsync();
        if (User.IsSignedIn) await doorkeeper.TakeLeaveAsync(User.Actor, devices.CallerOf(HttpContext), ct);
        return RedirectToPage("Login");
    }
}
