using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Scheduling;

/// <summary>One job with the history of its runs.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class JobModel(AcademyDb db, Timetable timetable, TimeProvider clock, IStringLocalizer<SchedulingTexts> words)
    : JobPage(timetable, words)
{
    public TimetableEntry Entry { get; private set; } = null!;
    public Job? Job { get; private set; }
    public DateTimeOffset Now { get; private set; }
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<Run> Runs { get; private set; } = [];

    /// <summary>Whether one waits or is at work already.</summary>
    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int asked, CancellationToken ct)
    {
        if (Found is not { } entry) return NotFound();

        (Entry, Now) = (entry, clock.GetUtcNow());
        Job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Name == entry.Name, ct);
        var runs = db.Runs.AsNoTracking().Of(entry.Name);
        IsOpen = (await runs.Open().ToListAsync(ct)).Exists(run => run.IsWaiting || run.IsInWork(Now));
        Paging = Paging.Of(asked, await runs.CountAsync(ct));
        Runs = await runs.OrderByDescending(r => r.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        return Page();
    }
}
