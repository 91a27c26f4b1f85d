using Academy.Domain.People;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Scheduling;

/// <summary>Lets a paused job go on.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class JobResumptionModel(Foreman foreman, Timetable timetable, IStringLocalizer<SchedulingTexts> words)
    : JobPage(timetable, words)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Found is { } entry
        ? Answer(entry, await foreman.ResumeAsync(User.Actor, entry.Name, TitleOf(entry), ct), "Done.Resume")
        : NotFound();
}
