using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Letters;

/// <summary>One's own letters.</summary>
[Authorize]
public sealed class InboxModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public int Unread { get; private set; }
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<ReceivedLetter> Letters { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "page")] int asked, CancellationToken ct)
    {
        Unread = await db.Letters.InInboxOf(User.Id).Unread().CountAsync(ct);
        Paging = Paging.Of(asked, await db.Letters.InInboxOf(User.Id).CountAsync(ct));
        Letters = await db.ReceivedAsync(User.Id, Paging.Skip, Paging.Size, ct);
    }
}
