using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Learning;

[Authorize]
public sealed class LessonModel(AcademyDb db, Tutor tutor) : PageModel
{
    /// <summary>Without a fragment of its own the next page would open at the form's <c>#finish</c>.</summary>
    private const string Top = "main";

    [FromRoute] public string Slug { get; set; } = "";
    [FromRoute(Name = "lesson")] public string LessonSlug { get; set; } = "";

    public Lesson Lesson { get; private set; } = null!;
    public Progress Progress { get; private set; } = null!;
    public CourseProgress Course { get; private set; } = null!;
    public ReadingRefusal? Refusal { get; private set; }

    /// <summary>The lesson's place among those in force, from 1.</summary>
    public int Number => Course.Lessons.Single(l => l.Slug == LessonSlug).Number;

    public LessonProgress? Previous => Course.Lessons.ElementAtOrDefault(Number - 2);
    public LessonProgress? Next => Course.Lessons.ElementAtOrDefault(Number);

    public LessonView View => new(
        Lesson.Title, Lesson.ReadingTime, Lesson.Document, Course.Edition, [.. Lesson.Attachments], $"/courses/{Slug}/{LessonSlug}/files",
        Progress.IsFinished ? int.MaxValue : Progress.FurthestClause, Progress.ReadTime);

    /// <summary>How much more reading it takes before the lesson can be finished.</summary>
    public TimeSpan TimeMissing => Lesson.PlausibleTime - Progress.ReadTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindIdAsync(ct) is not { } id) return NotFound();

        await tutor.OpenLessonAsync(User.Id, id, ct);
        return await FindAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Finishes the lesson. A page with script says how long it was visible since its last report.</summary>
    public async Task<IActionResult> OnPostAsync(double? visibleSeconds, CancellationToken ct)
    {
        if (await FindIdAsync(ct) is not { } id) return NotFound();

        Refusal = await tutor.FinishLessonAsync(
            User.Id, id, visibleSeconds is { } seconds ? ReadingEndpoint.Visible(seconds) : null, ct);
        if (Refusal == ReadingRefusal.Withdrawn || !await FindAsync(ct)) return NotFound();
        if (Refusal is not null) return Page();
        return Next is { } next
            ? RedirectToPage(null, null, new { slug = Slug, lesson = next.Slug }, Top)
            : RedirectToPage("Course", null, new { slug = Slug }, Top);
    }

    private Task<long?> FindIdAsync(CancellationToken ct) =>
        db.Lessons.InForce().At(Slug, LessonSlug).Select(l => (long?)l.Id).SingleOrDefaultAsync(ct);

    /// <summary>Finds the lesson that the reader has opened.</summary>
    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var lesson = await db.Lessons
            .InForce()
            .At(Slug, LessonSlug)
            .Include(l => l.Course)
            .Include(l => l.Attachments.Where(a => a.RemovedAt == null))
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        // It may be retired between the two readings, and the course as well.
        var course = (await db.CourseProgressAsync(User.Id, Slug, ct)).SingleOrDefault();
        if (lesson is null || course?.Lessons.Any(l => l.Slug == LessonSlug) != true) return false;

        (Lesson, Course) = (lesson, course);
        Progress = await db.Progress.Of(User.Id).AsNoTracking().SingleAsync(p => p.LessonId == lesson.Id, ct);
        return true;
    }
}
