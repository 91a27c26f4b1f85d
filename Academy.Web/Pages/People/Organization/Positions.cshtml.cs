using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.People.Organization;

/// <summary>A position and how many work in it.</summary>
public sealed record PositionRow(string Slug, string Name, string EnglishName, int People);

[Authorize(Roles = Roles.Administrator)]
public sealed class PositionsModel(AcademyDb db) : PageModel
{
    public IReadOnlyList<PositionRow> Positions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var people = await db.Employees
            .Employed()
            .GroupBy(e => e.PositionId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var positions = await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct);
        Positions = [.. positions.Select(p => new PositionRow(p.Slug, p.Name, p.EnglishName, people.GetValueOrDefault(p.Id)))];
    }
}
