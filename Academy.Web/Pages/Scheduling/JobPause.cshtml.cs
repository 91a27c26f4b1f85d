using Academy.Domain.People;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Scheduling;

/// <summary>Has a job wait until somebody resumes it.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class JobPauseModel(Foreman foreman, Timetable timetable, IStringLocalizer<SchedulingTexts> words)
    : JobPage(timetable, words)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Found is { } entry
        ? Answer(entry, await foreman.PauseAsync(User.Actor, entry.Name, TitleOf(entry), ct), "Done.Pause")
        : NotFound();
}
