using Academy.Domain.People.Sessions;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Account;

/// <summary>Where one is signed in. Posting it signs out there: of one session, or of all others.</summary>
[Authorize]
public sealed class SessionsModel(Porter porter, KnownDevices devices, IStringLocalizer<PeopleTexts> words) : PageModel
{
    [BindProperty] public long? Ended { get; set; }
    public IReadOnlyList<OpenSession> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Open = await porter.OpenAsync(User.Id, User.SessionKey!, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var ended = await porter.EndOthersAsync(User.Actor, Ended, User.SessionKey!, devices.CallerOf(HttpContext), ct);
        TempData["Flash"] = ended > 0 ? words["Sessions.Ended", Count.Of(ended)].Value : words["Sessions.NoneEnded"].Value;
        return RedirectToPage();
    }
}
