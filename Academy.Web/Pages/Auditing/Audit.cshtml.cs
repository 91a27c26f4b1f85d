using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Auditing;

/// <summary>The audit trail, the latest first.</summary>
[Authorize(Roles = $"{Roles.Auditor},{Roles.Administrator}")]
public sealed class AuditModel(AcademyDb db, BankZone zone) : AuditFilterModel(zone)
{
    [FromQuery(Name = "page")] public int Asked { get; set; }
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var entries = Filter.Apply(db.AuditEntries.AsNoTracking());
        Paging = Paging.Of(Asked, await entries.CountAsync(ct));
        Entries = await entries
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Skip(Paging.Skip)
            .Take(Paging.Size)
            .ToListAsync(ct);
    }
}
