using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification.Schemes;

/// <summary>What it takes to be certified, for those who say it.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class SchemesModel(AcademyDb db, Wording say, BankZone zone, TimeProvider clock) : PageModel
{
    private Dictionary<string, Position> positions = [];

    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];

    /// <summary>How many hold a certificate of each that is good today.</summary>
    public IReadOnlyDictionary<long, int> Holders { get; private set; } = new Dictionary<long, int>();

    public string NameOf(string slug) =>
        positions.GetValueOrDefault(slug) is { } position ? say.In(position.Name, position.EnglishName) : slug;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = zone.DayOf(clock.GetUtcNow());
        positions = await db.Positions.AsNoTracking().ToDictionaryAsync(p => p.Slug, ct);
        Schemes = await db.Schemes.AsNoTracking().OrderBy(s => s.WithdrawnAt != null).ThenBy(s => s.Id).ToListAsync(ct);
        Holders = await db.Certificates.GoodOn(today).GroupBy(c => c.SchemeId)
            .Select(all => new { all.Key, Count = all.Count() })
            .ToDictionaryAsync(all => all.Key, all => all.Count, ct);
    }
}
