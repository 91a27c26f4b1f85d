using Academy.Domain.Assignments;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Sessions;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Assignments;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Home;

/// <summary>The same home for everybody: each person's own next step.</summary>
[Authorize]
public sealed class IndexModel(
    AcademyDb db, CoverageLedger ledger, Passages passages, LevelTable levels, BankZone zone, TimeProvider clock) : PageModel
{
    private const int ResultsShown = 6;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Employee Employee { get; private set; } = null!;

    public SignIns SignIns { get; private set; } = null!;
    public Agenda Agenda { get; private set; } = null!;

    /// <summary>The latest results, oldest first.</summary>
    public IReadOnlyList<ResultSummary> Results { get; private set; } = [];

    /// <summary>Who is missing something where the person is head; null for everybody else.</summary>
    public MissingPeople? Missing { get; private set; }

    /// <summary>One small thing to practice; null when there is nothing to say.</summary>
    public Suggestion? Practice { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var id = User.Id;
        Employee = await db.Employees.Include(e => e.Branch).Include(e => e.Position).AsNoTracking().SingleAsync(e => e.Id == id, ct);
        SignIns = await db.SignInsAsync(User.Actor, User.SessionKey!, ct);
        Agenda = await db.AgendaAsync(id, zone, Now, ct);
        Results = await db.LatestResultsAsync(id, ResultsShown, Now, ct);
        if (User.IsInRole(Roles.Employee))
            Practice = Suggestion.Of(await db.DrillStandingsAsync(id, passages.Offered, levels, zone, ct), zone.DayOf(Now));
        if (User.IsInRole(Roles.BranchHead)) Missing = await MissingAsync(ct);
    }

    private async Task<MissingPeople?> MissingAsync(CancellationToken ct)
    {
        var coverage = await ledger.ReadAsync(ct);
        return Territory.Of(User, coverage) is { } territory
            ? await db.MissingPeopleAsync(coverage, new CoverageScope(territory.Top), ct)
            : null;
    }
}
