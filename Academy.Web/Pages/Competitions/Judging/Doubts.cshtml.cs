using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
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

/// <summary>The runs of competitions that somebody has to decide on, the oldest first.</summary>
[Authorize(Roles = Roles.Judging)]
public sealed class DoubtsModel(AcademyDb db, Recorder recorder) : PageModel
{
    public IReadOnlyList<DoubtfulRun> Runs { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
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
}
