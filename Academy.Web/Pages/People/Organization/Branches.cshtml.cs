using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.People.Organization;

/// <summary>A unit of the tree with the people who work in it, and in it and below it.</summary>
public sealed record BranchRow(string Code, string Name, string EnglishName, BranchKind Kind, string Path, bool IsClosed, int Here)
{
    public int InAll { get; init; }
    public int Depth => Path.Count(c => c == '/') - 2;
}

[Authorize(Roles = Roles.Administrator)]
public sealed class BranchesModel(AcademyDb db) : PageModel
{
    [FromQuery(Name = "q")] public string? Text { get; set; }

    /// <summary>In the order of the tree.</summary>
    public IReadOnlyList<BranchRow> Branches { get; private set; } = [];
    public int Units { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var heads = await db.Employees
            .Employed()
            .GroupBy(e => e.BranchId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var units = await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct);
        var rows = WithTotals([.. units.Select(b => new BranchRow(
            b.Code, b.Name, b.EnglishName, b.Kind, b.Path, b.IsClosed, heads.GetValueOrDefault(b.Id)))]);
        Units = rows.Count;
        Branches = string.IsNullOrWhiteSpace(Text) ? rows : [.. rows.Where(row => IsCalled(row, Text.Trim()))];
    }

    private static bool IsCalled(BranchRow row, string text) =>
        row.Code.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || row.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || row.EnglishName.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every unit's people count for all units above it.</summary>
    private static List<BranchRow> WithTotals(List<BranchRow> rows)
    {
        var totals = new Dictionary<string, int>();
        foreach (var row in rows)
            for (var end = row.Path.Length; end > 1; end = row.Path.LastIndexOf('/', end - 2) + 1)
                totals[row.Path[..end]] = totals.GetValueOrDefault(row.Path[..end]) + row.Here;
        return [.. rows.Select(row => row with { InAll = totals[row.Path] })];
    }
}
