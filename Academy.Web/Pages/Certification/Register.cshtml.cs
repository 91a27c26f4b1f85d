using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification;

/// <summary>All certificates of the bank, by state, scheme, branch of that day and holder; those near their end can be renewed.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class RegisterModel(AcademyDb db, BankZone zone, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "q")] public string? Text { get; set; }
    [FromQuery(Name = "state")] public CertificateState? State { get; set; }
    [FromQuery(Name = "scheme")] public long? SchemeId { get; set; }
    [FromQuery(Name = "unit")] public string? Unit { get; set; }

    /// <summary>Whether only those are shown that are in force or in grace.</summary>
    [FromQuery(Name = "good")] public bool OnlyGood { get; set; }

    public IReadOnlyList<Certificate> Rows { get; private set; } = [];
    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];
    public IReadOnlyList<Branch> Units { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);
    public DateOnly Today => zone.DayOf(clock.GetUtcNow());

    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Text) || State is not null || SchemeId is not null || !string.IsNullOrEmpty(Unit) || OnlyGood;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Schemes = await db.Schemes.AsNoTracking().OrderBy(s => s.Id).ToListAsync(ct);
        Units = await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct);
        var found = Found();
        Paging = Paging.Of(page, await found.CountAsync(ct));
        Rows = await found.WithFate().OrderBy(c => c.ExpiresOn).ThenBy(c => c.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }

    private IQueryable<Certificate> Found()
    {
        var found = db.Certificates.AsNoTracking();
        if (OnlyGood) found = found.GoodOn(Today);
        if (State is { } state) found = found.InState(state, Today);
        if (SchemeId is { } scheme) found = found.Where(c => c.SchemeId == scheme);
        if (Units.FirstOrDefault(unit => unit.Code == Unit) is { } unit)
        {
            var below = db.Branches.Where(b => b.Path.StartsWith(unit.Path)).Select(b => b.Id);
            found = found.Where(c => below.Contains(c.BranchId));
        }

        if (Text?.Trim() is not { Length: > 0 } text) return found;

        var called = db.Employees.Called(text).Select(e => e.Id);
        var number = text.ToUpperInvariant();
        return found.Where(c => called.Contains(c.EmployeeId) || c.Number.StartsWith(number));
    }
}
