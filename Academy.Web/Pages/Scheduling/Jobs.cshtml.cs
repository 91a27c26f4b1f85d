using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Scheduling;

/// <summary>A job of the timetable, what the store knows of it, its last run and one that waits or is at work.</summary>
public sealed record JobRow(TimetableEntry Entry, Job? Job, Run? Last, Run? Open)
{
    public bool IsLate(DateTimeOffset now) => Open is null && Job?.IsLate(Entry.Terms.Rhythm, now) == true;
}

/// <summary>The timetable: what runs when, how it went last, and what is paused.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class JobsModel(AcademyDb db, Timetable timetable, TimeProvider clock) : PageModel
{
    public IReadOnlyList<JobRow> Rows { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = clock.GetUtcNow();
        var known = await db.Jobs.AsNoTracking().ToDictionaryAsync(j => j.Name, ct);
        var last = await db.LastRunsAsync(ct);
        var open = (await db.Runs.AsNoTracking().Open().OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.Job);
        Rows =
        [
            .. timetable.Entries.Select(entry => new JobRow(
                entry, known.GetValueOrDefault(entry.Name), last.GetValueOrDefault(entry.Name), open[entry.Name].LastOrDefault())),
        ];
    }
}
