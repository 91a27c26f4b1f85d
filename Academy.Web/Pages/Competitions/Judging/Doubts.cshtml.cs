using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>A run that was set aside: whose, in which event, and how it came to be in doubt.</summary>
public sealed record DoubtfulRun(DrillRun Run, string Number, string Name, string Branch, string BranchEnglish, string Competition);

/// <summary>A judged event, and how many contestants the judge has yet to judge.</summary>
public sealed record EventToJudge(Event Held, int Left);

/// <summary>Somebody whose judges differ, in which event.</summary>
public sealed record Difference(JudgedPerson Person, Event Held);

/// <summary>
/// What waits for a judge: the contestants to judge by event, what judges differ about and this one settles, and the runs of
/// competitions that somebody has to decide on, the oldest first.
/// </summary>
[Authorize(Roles = Roles.Judging)]
public sealed class DoubtsModel(AcademyDb db, Recorder recorder, TimeProvider clock) : PageModel
{
    private const int MostDifferences = 50;

    public IReadOnlyList<EventToJudge> Events { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool HasNothing => Events.Count + Differences.Count + Runs.Count == 0;

    public IReadOnlyList<DoubtfulRun> Runs { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        await FindEventsAsync(ct);
        await FindDifferencesAsync(ct);
        var doubtful = db.DrillRuns.AsNoTracking().Where(r => r.AwaitsVerdict);
        Paging = Paging.Of(page, await doubtful.CountAsync(ct));
        var shown = doubtful.OrderBy(r => r.EndedAt).ThenBy(r => r.Id).Skip(Paging.Skip).Take(Paging.Size);
        var query =
            from run in shown
            join person in db.Users on run.EmployeeId equals person.Id
            join branch in db.Set<Branch>() on run.BranchId equals branch.Id
            join held in db.Set<Event>() on run.EventId equals held.Id
            orderby run.EndedAt, run.Id
            select new DoubtfulRun(run, person.UserName!, person.Name, branch.Name, branch.EnglishName, held.Competition.Title);
        Runs = await query.ToListAsync(ct);
        var others = Runs.Where(doubtful => doubtful.Run.EmployeeId != User.Id).Select(doubtful => $"{doubtful.Number} {doubtful.Name}");
        await recorder.ResultsReadAsync(User.Actor, "/judging", [.. others.Distinct()], HttpContext.Caller, ct);
    }

    private async Task FindEventsAsync(CancellationToken ct)
    {
        var left = await db.ToJudge(User.Id, clock.GetUtcNow()).GroupBy(c => c.EventId)
            .Select(waiting => new { Event = waiting.Key, People = waiting.Count() })
            .ToDictionaryAsync(waiting => waiting.Event, waiting => waiting.People, ct);
        var held = await db.Events.AsNoTracking().Include(e => e.Competition)
            .Where(e => left.Keys.Contains(e.Id)).OrderBy(e => e.Competition.ClosesAt).ThenBy(e => e.Id).ToListAsync(ct);
        Events = [.. held.Select(e => new EventToJudge(e, left[e.Id]))];
    }

    private async Task FindDifferencesAsync(CancellationToken ct)
    {
        var people = await db.Persons(db.ToSettle(User.Id, User.IsInAny(Roles.Teaching))).Take(MostDifferences).ToListAsync(ct);
        var ids = people.Select(person => person.Contestant.EventId).ToHashSet();
        var held = await db.Events.AsNoTracking().Include(e => e.Competition)
            .Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        Differences = [.. people.Select(person => new Difference(person, held[person.Contestant.EventId]))];
    }
}
