using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
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

/// <summary>The contestants of a judged event for a judge, with one's own sheets. Nobody's sheet is shown but one's own.</summary>
[Authorize(Roles = Roles.Judging)]
public sealed class JudgedEventModel(AcademyDb db, Recorder recorder, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Event Event { get; private set; } = null!;
    public CompetitionState State { get; private set; }
    public IReadOnlyList<JudgedPerson> People { get; private set; } = [];
    public IReadOnlyDictionary<long, ScoreSheet> Own { get; private set; } = new Dictionary<long, ScoreSheet>();
    public Paging Paging { get; private set; } = null!;

    /// <summary>The first whom the judge has yet to judge.</summary>
    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is not { Drill.IsJudged: true }) return NotFound();

        var now = clock.GetUtcNow();
        (Event, State) = (found, found.Competition.State(now));
        var here = db.Contestants.AsNoTracking().Entered().Where(c => c.EventId == Id);
        Paging = Paging.Of(page, await here.CountAsync(ct));
        People = await db.Persons(here).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        var judge = User.Id;
        var ids = People.Select(person => person.Contestant.Id).ToList();
        Own = await db.ScoreSheets.AsNoTracking().Where(s => s.JudgeId == judge && ids.Contains(s.ContestantId))
            .ToDictionaryAsync(s => s.ContestantId, ct);
        Next = (await db.Persons(db.ToJudge(judge, now).Where(c => c.EventId == Id)).FirstOrDefaultAsync(ct))?.Contestant.Id;
        var told = People.Where(person => person.Contestant.Score is not null && person.Contestant.EmployeeId != User.Id);
        await recorder.ResultsReadAsync(
            User.Actor, $"/judging/events/{Id}", [.. told.Select(person => person.Told)], HttpContext.Caller, ct);
        return Page();
    }
}
