using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Learning;

[Authorize]
public sealed class LessonModel(AcademyDb db, Tutor tutor, TimeProvider clock) : PageModel
{
    /// <summary>Without a fragment of its own the next page would open at the form's <c>#finish</c>.</summary>
    private const string Top = "main";

    [FromRoute] public string Slug { get; set; } = "";
    [FromRoute(Name = "lesson")] public string LessonSlug { get; set; } = "";

    public Lesson Lesson { get; private set; } = null!;
    public Progress Progress { get; private set; } = null!;
    public CourseStanding Course { get; private set; } = null!;
    public ReadingRefusal? Refusal { get; private set; }

    /// <summary>The lesson's place among those in force, from 1.</summary>
    public int Number => Course.Lessons.Single(l => l.Slug == LessonSlug).Number;

    public LessonStanding? Previous => Course.Lessons.ElementAtOrDefault(Number - 2);
    public LessonStanding? Next => Course.Lessons.ElementAtOrDefault(Number);

    public LessonView View => new(
        Lesson.Title, Lesson.ReadingTime, Lesson.Document, Course.Edition, [.. Lesson.Attachments], $"/courses/{Slug}/{LessonSlug}/files",
        Progress.IsFinished ? int.MaxValue : Progress.FurthestClause, Progress.ReadTime);

    /// <summary>How much more reading it takes before the lesson can be finished.</summary>
    public TimeSpan TimeMissing => Lesson.PlausibleTime - Progress.ReadTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Progress.Open(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The first opening came twice at the same moment, as a double click makes it; the other one stands.
            db.ChangeTracker.Clear();
            await FindAsync(ct);
        }

        return Page();
    }

    /// <summary>Finishes the lesson. A page with script says how long it was visible since its last report.</summary>
    public async Task<IActionResult> OnPostAsync(double? visibleSeconds, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Refusal = await tutor.FinishLessonAsync(
            Progress, Lesson, visibleSeconds is { } seconds ? ReadingEndpoint.Visible(seconds) : null, ct);
        if (Refusal is not null) return Page();
        return Next is { } next
            ? RedirectToPage(null, null, new { slug = Slug, lesson = next.Slug }, Top)
            : RedirectToPage("Course", null, new { slug = Slug }, Top);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Lessons
            .InForce()
            .At(Slug, LessonSlug)
            .Include(l => l.Course)
            .Include(l => l.Attachments.Where(a => a.RemovedAt == null))
            .SingleOrDefaultAsync(ct) is not { } lesson)
        {
            return false;
        }

        Lesson = lesson;
        Progress = await db.Progress.Of(User.Id).SingleOrDefaultAsync(p => p.LessonId == lesson.Id, ct)
            ?? Begin(lesson);
        Course = (await db.CourseStandingsAsync(User.Id, Slug, ct))[0];
        return true;
    }

    private Progress Begin(Lesson lesson)
    {
        var progress = new Progress(User.Id, lesson.Id);
        progress.Open(clock.GetUtcNow());
        db.Add(progress);
        return progress;
    }
}
