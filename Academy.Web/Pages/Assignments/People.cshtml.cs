using Academy.Domain.Assignments;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Assignments;

/// <summary>The people of a territory, and what each has not finished.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class PeopleModel(CoverageLedger ledger) : PageModel
{
    public Coverage Coverage { get; private set; } = null!;
    public CoveredUnit At { get; private set; } = null!;
    public CoveredSubject? Subject { get; private set; }
    public IReadOnlyList<CoveredUnit> Units { get; private set; } = [];
    public IReadOnlyList<CoveredPerson> People { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    [FromQuery(Name = "unit")] public string? Unit { get; set; }
    [FromQuery(Name = "subject")] public string? SubjectKey { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }
    [FromQuery(Name = "missing")] public bool MissingOnly { get; set; }

    public bool IsFiltered => !string.IsNullOrEmpty(Search) || MissingOnly || Subject is not null;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Coverage = await ledger.ReadAsync(ct);
        if (Territory.Of(User, Coverage) is not { } territory || territory.Find(Unit) is not { } at) return NotFound();

        At = at;
        Subject = Coverage.Subjects.FirstOrDefault(s => s.Key == SubjectKey);
        Units = [.. Coverage.Units.Where(u => u.IsWithin(territory.Top)).OrderBy(u => u.Path, StringComparer.Ordinal)];
        var people = Coverage.PeopleIn(new CoverageScope(at)).Where(IsWanted).ToList();
        Paging = Paging.Of(page, people.Count);
        People = [.. people.Skip(Paging.Skip).Take(Paging.Size)];
        return Page();
    }

    private bool IsWanted(CoveredPerson person) =>
        (Subject is null || Coverage.StateOf(person, Subject) == CoverageState.Missing)
        && (!MissingOnly || Coverage.SubjectsOf(person, CoverageState.Missing).Any())
        && (Search?.Trim() is not { Length: > 0 } search
            || person.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || person.Number.StartsWith(search, StringComparison.OrdinalIgnoreCase)
            || person.PinyinKey.StartsWith(search, StringComparison.OrdinalIgnoreCase));
}
