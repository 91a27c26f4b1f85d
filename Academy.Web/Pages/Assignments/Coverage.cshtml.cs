using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Assignments;

/// <summary>Who of a territory has finished what, and who is missing.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class CoverageModel(AcademyDb db, SubjectCatalogue catalogue, CoverageLedger ledger, TimeProvider clock) : PageModel
{
    private const int SoonDays = 7;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Coverage Coverage { get; private set; } = null!;
    public Territory Territory { get; private set; } = null!;
    public CoverageView Asked { get; private set; } = new();
    public CoveredUnit At { get; private set; } = null!;
    public IReadOnlyList<CoveredSubject> Subjects { get; private set; } = [];
    public IReadOnlyList<CoveredSubject> Shown { get; private set; } = [];

    /// <summary>The page's rows, the worst first, and what all rows add up to.</summary>
    public IReadOnlyList<CoverageRow> Rows { get; private set; } = [];
    public CoverageRow Total { get; private set; } = null!;
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<CoveredPerson> Away { get; private set; } = [];
    public UrgentSubject? Urgent { get; private set; }
    public CellPanel? Cell { get; private set; }

    public bool MayNudge => User.IsInRole(Roles.BranchHead) || User.IsInRole(Roles.Administrator);

    public async Task<IActionResult> OnGetAsync([FromQuery] CoverageView asked, [FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Asked = asked;
        Coverage = await ledger.ReadAsync(ct);
        if (Academy.Web.Pages.Assignments.Territory.Of(User, Coverage) is not { } territory || territory.Find(asked.At) is not { } at)
            return NotFound();

        (Territory, At) = (territory, at);
        var whole = new CoverageScope(at, Position: Coverage.Positions.FirstOrDefault(p => p.Slug == asked.Position));
        Total = Coverage.Count([whole], Coverage.Subjects)[0];
        Subjects = [.. Coverage.Subjects.Where((_, column) => Total.Tallies[column].Due > 0)];
        Shown = [.. Subjects.Where(s => string.IsNullOrEmpty(asked.Course) || s.Key == asked.Course)];
        Total = Coverage.Count([whole], Shown)[0];
        Away = [.. Coverage.PeopleIn(whole)
            .Where(p => p.Employment == Employment.OnLeave && Shown.Any(s => Coverage.StateOf(p, s) == CoverageState.Away))];
        Urgent = FindUrgent(whole);
        CountRows(whole, page);
        return await FindCellAsync(ct);
    }

    private void CountRows(CoverageScope whole, int page)
    {
        var rows = Coverage.Count([.. ScopesOf(whole)], Shown)
            .Where(r => r.Sum.Due > 0 && (!Asked.Missing || r.Sum.Missing > 0))
            .OrderBy(r => r.Sum.Share).ThenByDescending(r => r.Sum.Missing).ThenBy(r => r.Scope.Unit.Code, StringComparer.Ordinal).ToList();
        Paging = Paging.Of(page, rows.Count);
        Rows = [.. rows.Skip(Paging.Skip).Take(Paging.Size)];
    }

    private IEnumerable<CoverageScope> ScopesOf(CoverageScope whole) => Asked.By switch
    {
        CoverageView.Positions =>
            Coverage.Positions.Where(p => whole.Position is null || p == whole.Position).Select(p => whole with { Position = p }),
        CoverageView.AllUnits => Coverage.Units.Where(u => u.IsWithin(At)).Select(u => whole with { Unit = u, IsOwn = true }),
        _ => Coverage.Below(At).Select(u => whole with { Unit = u }).Prepend(whole with { IsOwn = true }),
    };

    /// <summary>What falls due within a week comes first, then what is overdue, then the rest.</summary>
    private UrgentSubject? FindUrgent(CoverageScope whole) => Shown.Zip(Total.Tallies, (subject, tally) => (subject, tally))
        .Where(s => s.tally.Missing > 0)
        .Select(s => (s.subject, left: s.subject.DueOn.DayNumber - Coverage.Day.DayNumber))
        .OrderBy(s => UrgencyOf(s.left))
        .ThenBy(s => Math.Abs(s.left))
        .Select(s => UrgentSubject.Of(Coverage, whole, s.subject)).FirstOrDefault();

    private static int UrgencyOf(int daysLeft) => daysLeft switch
    {
        < 0 => 1,
        <= SoonDays => 0,
        _ => 2,
    };

    private async Task<IActionResult> FindCellAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Asked.Unit) || string.IsNullOrEmpty(Asked.Subject)) return Page();
        if (Territory.Find(Asked.Unit) is not { } unit || Coverage.Subjects.FirstOrDefault(s => s.Key == Asked.Subject) is not { } subject)
            return NotFound();

        var scope = new CoverageScope(unit, Asked.Own, Coverage.Positions.FirstOrDefault(p => p.Slug == Asked.Post));
        Cell = await CellPanel.OfAsync(db, catalogue.Of(subject.Subject.Kind), Coverage, scope, subject, ct);
        return Page();
    }
}
