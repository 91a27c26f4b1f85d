using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions;

/// <summary>The competitions that run, those to come, and the past ones page by page.</summary>
[Authorize]
public sealed class CompetitionsModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What may be entered now or soon, the nearest first.</summary>
    public IReadOnlyList<Competition> Current { get; private set; } = [];
    public IReadOnlyList<Competition> Past { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        var published = db.Competitions.AsNoTracking().Published().WithEvents();
        Current = await published.Where(c => c.ClosesAt > Now).OrderBy(c => c.OpensAt).ThenBy(c => c.Id).ToListAsync(ct);
        var past = published.Where(c => c.ClosesAt <= Now);
        Paging = Paging.Of(page, await past.CountAsync(ct));
        Past = await past.OrderByDescending(c => c.ClosesAt).ThenByDescending(c => c.Id)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
