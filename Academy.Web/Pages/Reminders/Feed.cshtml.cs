using Academy.Domain;
using Academy.Domain.Data;
using Academy.Domain.Reminders;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Reminders;

/// <summary>The secret address of one's own dates: it is shown when it is made, and never again.</summary>
[Authorize]
public sealed class FeedModel(AcademyDb db, Secretary secretary, AcademySettings settings, Screen screen) : PageModel
{
    public DateTimeOffset? MadeAt { get; private set; }
    public string? NewAddress { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var secret = await secretary.RenewFeedAsync(User.Id, screen.Language, ct);
        await LoadAsync(ct);
        var address = $"/calendar/{secret}.ics";
        NewAddress = settings.Outside(address) ?? $"{Request.Scheme}://{Request.Host}{address}";
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var id = User.Id;
        MadeAt = await db.CalendarFeeds.Where(f => f.EmployeeId == id).Select(f => (DateTimeOffset?)f.MadeAt).SingleOrDefaultAsync(ct);
    }
}
