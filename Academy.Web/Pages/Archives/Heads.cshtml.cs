using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Archives;

/// <summary>The heads of the bank's chain, as letters, transcripts and the folder outside have them.</summary>
[Authorize(Roles = ArchiveAccess.Keepers)]
public sealed class HeadsModel(AcademyDb db) : PageModel
{
    public IReadOnlyList<EditionHead> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Paging = Paging.Of(page, await db.EditionHeads.CountAsync(ct));
        Rows = await db.EditionHeads.AsNoTracking().OrderByDescending(h => h.From).ThenBy(h => h.Kind)
            .Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
