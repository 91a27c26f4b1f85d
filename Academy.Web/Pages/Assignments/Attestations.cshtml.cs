using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Assignments;

/// <summary>
/// Who signed which edition of a course when, and who is asked to and has not: a page at a time,
/// or whole for the printer.
/// </summary>
[Authorize(Roles = Readers)]
public sealed class AttestationsModel(AcademyDb db, BankZone zone, TimeProvider clock, Recorder recorder)
    : EvidencePage(db, zone, clock)
{
    [FromQuery(Name = "missing")] public bool ShowsMissing { get; set; }
    [FromQuery(Name = "whole")] public bool IsWhole { get; set; }
    [FromQuery(Name = "page")] public int Asked { get; set; }
    public int SignedCount { get; private set; }
    public int MissingCount { get; private set; }
    public IReadOnlyList<Evidence> Rows { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ChooseAsync(ct)) return NotFound();
        if (Course is null) return Page();

        var withoutSignature = await WithoutSignatureAsync(ct);
        SignedCount = await WithSignature.CountAsync(ct);
        MissingCount = await withoutSignature.CountAsync(ct);
        Paging = Paging.Of(Asked, ShowsMissing ? MissingCount : SignedCount);
        Rows = IsWhole
            ? [.. await WithSignature.ToListAsync(ct), .. await withoutSignature.ToListAsync(ct)]
            : await (ShowsMissing ? withoutSignature : WithSignature).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        if (IsWhole) await RecordAsync(recorder, "print", Rows.Count, ct);
        return Page();
    }
}
