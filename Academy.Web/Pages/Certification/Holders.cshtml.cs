using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Certification;

/// <summary>How many of a branch hold what, who lacks it, and whose ends when.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class HoldersModel(AcademyDb db, CoverageLedger ledger, BankZone zone, TimeProvider clock)
    : HoldersPage(db, ledger, zone, clock)
{
    public IReadOnlyList<HolderRow> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var wanted = Wanted.ToList();
        Paging = Paging.Of(page, wanted.Count);
        Rows = [.. wanted.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }
}
