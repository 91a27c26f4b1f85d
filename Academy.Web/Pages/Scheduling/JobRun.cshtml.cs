using Academy.Domain.People;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Scheduling;

/// <summary>Has a job run now, paused or not.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class JobRunModel(Foreman foreman, Bell bell, Timetable timetable, IStringLocalizer<SchedulingTexts> words)
    : JobPage(timetable, words)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Found is not { } entry) return NotFound();

        var refusal = await foreman.AskAsync(User.Actor, entry.Name, TitleOf(entry), ct);
        if (refusal is null) await bell.RingAsync(entry.Name, ct);
        return Answer(entry, refusal, "Done.Run");
    }
}
