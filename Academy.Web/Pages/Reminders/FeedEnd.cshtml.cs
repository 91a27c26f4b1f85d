using Academy.Domain.Reminders;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>Ends the secret address of one's own dates.</summary>
[Authorize]
public sealed class FeedEndModel(Secretary secretary, IStringLocalizer<RemindersTexts> words) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("Feed");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await secretary.EndFeedAsync(User.Id, ct);
        TempData["Flash"] = words["Feed.Revoked"].Value;
        return RedirectToPage("Feed");
    }
}
