using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Scheduling;

/// <summary>A page about one job of the timetable.</summary>
public abstract class JobPage(Timetable timetable, IStringLocalizer<SchedulingTexts> words) : PageModel
{
    [FromRoute] public string Name { get; set; } = "";

    /// <summary>Null when the timetable has no such job.</summary>
    protected TimetableEntry? Found => timetable.Of(Name);

    protected string TitleOf(TimetableEntry entry) => words[$"Job.{entry.Name}"];

    /// <summary>Back to the job, saying what was done or why it was not.</summary>
    protected IActionResult Answer(TimetableEntry entry, ForemanRefusal? refusal, string done)
    {
        this.Say(refusal is { } reason ? words[$"Refusal.{reason}"].Value : null, words[done, TitleOf(entry)]);
        return Redirect($"/admin/jobs/{entry.Name}");
    }
}
