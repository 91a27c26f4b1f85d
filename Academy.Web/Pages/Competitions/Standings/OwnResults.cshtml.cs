using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>What one came to in events whose results are final: rank, prize and title, as they were kept.</summary>
[Authorize]
public sealed class OwnResultsModel(AcademyDb db) : PageModel
{
    public IReadOnlyList<OwnFinal> Finals { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        var own = User.Id;
        Paging = Paging.Of(page, await db.FinalRows.CountAsync(r => r.EmployeeId == own, ct));
        Finals = await db.OwnFinals(own).AsNoTracking().Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
