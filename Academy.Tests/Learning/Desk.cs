using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

/// <summary>A trainer at work in a copy of the demonstration bank.</summary>
internal sealed class Desk(AcademyStore store)
{
    private long? trainerId;

    public Task<T> LookAsync<T>(Func<AcademyDb, Task<T>> look) => store.AskAsync(look);

    public async Task<Actor> TrainerAsync()
    {
        trainerId ??= await LookAsync(db => db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync());
        return new Actor(trainerId, "T0001", "沈老师");
    }

    public Task<Course> CourseAsync(string slug) =>
        LookAsync(db => db.Courses.WithManuscripts().AsNoTracking().SingleAsync(c => c.Slug == slug));

    public async Task<EditorRefusal?> AddCourseAsync(string slug, string title = "新员工入行须知")
    {
        var (actor, terms) = (await TrainerAsync(), new CourseTerms(title, "", "", AttestationRule.None));
        return (await store.AskAsync((Editor editor) => editor.AddCourseAsync(actor, new WantedSlug(slug), terms, default))).Refusal;
    }

    public async Task<EditorRefusal?> AddLessonAsync(string course, string slug, string title = "第一天") =>
        await ActAsync(course, async (editor, actor, found) =>
            (await editor.AddLessonAsync(actor, found.Id, new WantedSlug(slug), title, default)).Refusal);

    public async Task<EditorRefusal?> WriteAsync(
        string course, string lesson, string body, string title = "第一天", ManuscriptFormat format = ManuscriptFormat.Markdown) =>
        await WriteAsync(course, lesson, await RevisionAsync(course, lesson), body, title, format);

    /// <summary>Saves a text that was begun from an earlier state of the lesson.</summary>
    public async Task<EditorRefusal?> WriteAsync(
        string course, string lesson, string revision, string body, string title, ManuscriptFormat format) =>
        await ActAsync(course, (editor, actor, found) =>
            editor.WriteAsync(
                actor, found.LessonId(lesson), revision, title, format, ManuscriptText.Empty with { Body = body }, default));

    public async Task<string> RevisionAsync(string course, string lesson) =>
        (await CourseAsync(course)).Lessons.Single(l => l.Slug == lesson).Revision;

    public Task<EditorRefusal?> PublishAsync(string course, string note = "") =>
        ActAsync(course, async (editor, actor, found) =>
            (await editor.PublishAsync(actor, found.Id, found.AsSeen(), note, default)).Refusal);

    public async Task DoAsync(string course, Func<Editor, Actor, Course, Task> act) =>
        await ActAsync(course, async (editor, actor, found) =>
        {
            await act(editor, actor, found);
            return 0;
        });

    public Task<UploadRefusal?> AttachAsync(string course, string lesson, string name, Stream content) =>
        ActAsync(course, (editor, actor, found) => editor.AttachAsync(actor, found.LessonId(lesson), name, content, default));

    /// <summary>Acts on a course as it is now.</summary>
    public async Task<T> ActAsync<T>(string slug, Func<Editor, Actor, Course, Task<T>> act)
    {
        var (actor, course) = (await TrainerAsync(), await CourseAsync(slug));
        return await store.AskAsync((Editor editor) => act(editor, actor, course));
    }
}

internal static class Courses
{
    public static long LessonId(this Course course, string slug) => course.Lessons.Single(l => l.Slug == slug).Id;
}
