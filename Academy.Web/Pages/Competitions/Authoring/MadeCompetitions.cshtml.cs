using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>All competitions, the last first, drafts included.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class MadeCompetitionsModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<Competition> Competitions { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Paging = Paging.Of(page, await db.Competitions.CountAsync(ct));
        Competitions = await db.Competitions.AsNoTracking().WithEvents()
            .OrderByDescending(c => c.OpensAt).ThenByDescending(c => c.Id)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
