using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>What the pages of one course have in common: finding it, and saying why something was not done.</summary>
public abstract class AuthoringPage(AcademyDb db, IStringLocalizer<LearningTexts> words) : FormPage
{
    [FromRoute] public string Slug { get; set; } = "";
    public Course Course { get; private set; } = null!;

    protected AcademyDb Db => db;
    protected IStringLocalizer<LearningTexts> Words => words;

    protected async Task<bool> FindCourseAsync(CancellationToken ct)
    {
        if (await db.Courses.WithManuscripts().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == Slug, ct) is not { } course) return false;

        Course = course;
        return true;
    }

    protected void Refuse(EditorRefusal refusal) => ModelState.AddModelError(FieldOf(refusal), words[$"Editor.{refusal}"]);

    /// <summary>Says who has changed the course since the page was opened, and when.</summary>
    protected async Task<string> ChangedMeanwhileAsync(LastActs last, CancellationToken ct) =>
        await last.TellAsync(db.ChangeLinesOfCourse(Slug), Since, ct) is { } told
            ? words["Editor.ChangedMeanwhile", told]
            : words["Editor.Changed"];

    /// <summary>Says of what a text has too much, and from which line on.</summary>
    protected void Refuse(string field, string key, DenseMarkdown dense) =>
        ModelState.AddModelError(field, words[key, words[$"Dense.{dense.Excess}"].Value, dense.Line]);

    protected void Refuse(UploadProblem problem)
    {
        if (problem.Dense is { } dense) Refuse("File", "Upload.TooDense", dense);
        else RefuseFile(problem);
    }

    private void RefuseFile(UploadProblem problem) => ModelState.AddModelError("File", problem.Place.Length > 0
        ? words["Upload.At", words[$"Upload.{problem.Refusal}"].Value, problem.Place]
        : words[$"Upload.{problem.Refusal}"]);

    private static string FieldOf(EditorRefusal refusal) => refusal switch
    {
        EditorRefusal.TitleMissing or EditorRefusal.TitleTooLong => "Title",
        EditorRefusal.SlugMalformed or EditorRefusal.SlugTaken => "Address",
        EditorRefusal.TextMissing or EditorRefusal.TextTooLong or EditorRefusal.TextTooDense or EditorRefusal.CaseUnreadable => "Body",
        _ => "",
    };
}

/// <summary>The same for the pages of one lesson.</summary>
public abstract class LessonAuthoringPage(AcademyDb db, IStringLocalizer<LearningTexts> words) : AuthoringPage(db, words)
{
    [FromRoute(Name = "lesson")] public string LessonSlug { get; set; } = "";
    public Lesson Lesson { get; private set; } = null!;

    /// <summary>As the author knows the lesson: by its next title, if it has one.</summary>
    public string LessonTitle => Lesson.Manuscript?.Title ?? Lesson.Title;

    public string Address => $"/authoring/courses/{Slug}/{LessonSlug}";

    /// <summary>What the head of the lesson's pages needs: the page, and which of them is shown.</summary>
    public (LessonAuthoringPage Page, string Here) At(string here) => (this, here);

    /// <summary>Finds the text that somebody else has saved or published since this page was opened, and says who and when.</summary>
    protected async Task<string> SavedMeanwhileAsync(string key, Wording say, CancellationToken ct)
    {
        await FindLessonAsync(ct);
        var (authorId, at) = Lesson.Manuscript is { } manuscript
            ? (manuscript.AuthorId, manuscript.EditedAt)
            : await Db.Set<LessonEdition>()
                .Where(e => e.LessonId == Lesson.Id)
                .OrderByDescending(e => e.Number)
                .Select(e => ValueTuple.Create(e.AuthorId, e.PublishedAt))
                .FirstAsync(ct);
        var author = await Db.Employees.Where(e => e.Id == authorId).Select(e => e.Name).SingleOrDefaultAsync(ct)
            ?? Words["Editions.Shipped"];
        return Words[key, author, say.DayAndTime(at)];
    }

    protected async Task<bool> FindLessonAsync(CancellationToken ct)
    {
        if (await Db.Lessons
            .ForEditor()
            .Include(l => l.Attachments.Where(a => a.RemovedAt == null))
            .At(Slug, LessonSlug)
            .AsNoTracking()
            .SingleOrDefaultAsync(ct) is not { } lesson)
        {
            return false;
        }

        Lesson = lesson;
        return true;
    }
}
