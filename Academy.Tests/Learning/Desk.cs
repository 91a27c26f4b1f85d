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

    public Task<Course> CourseAsync(string slug) => LookAsync(db => db.Courses.Whole().AsNoTracking().SingleAsync(c => c.Slug == slug));

    public async Task<EditorRefusal?> AddCourseAsync(string slug, string title = "新员工入行须知")
    {
        var actor = await TrainerAsync();
        return (await store.AskAsync<Editor, (Course?, EditorRefusal?)>(editor => editor.AddCourseAsync(
            actor, slug, title, "", "", AttestationRule.None, default))).Item2;
    }

    public async Task<EditorRefusal?> AddLessonAsync(string course, string slug, string title = "第一天") =>
        await ActAsync(course, async (editor, actor, found) => (await editor.AddLessonAsync(actor, found, slug, title, default)).Refusal);

    public async Task<EditorRefusal?> WriteAsync(
        string course, string lesson, string body, string title = "第一天", ManuscriptFormat format = ManuscriptFormat.Markdown) =>
        await WriteAsync(course, lesson, await RevisionAsync(course, lesson), body, title, format);

    /// <summary>Saves a text that was begun from an earlier state of the lesson.</summary>
    public async Task<EditorRefusal?> WriteAsync(
        string course, string lesson, string revision, string body, string title, ManuscriptFormat format) =>
        await ActAsync(course, (editor, actor, found) =>
            editor.WriteAsync(
                actor,
                found.Lessons.Single(l => l.Slug == lesson),
                revision,
                title,
                format,
                ManuscriptText.Empty with { Body = body },
                default));

    public async Task<string> RevisionAsync(string course, string lesson) =>
        (await CourseAsync(course)).Lessons.Single(l => l.Slug == lesson).Revision;

    public Task<EditorRefusal?> PublishAsync(string course, string note = "") =>
        ActAsync(course, (editor, actor, found) => editor.PublishAsync(actor, found, note, default));

    public async Task DoAsync(string course, Func<Editor, Actor, Course, Task> act) =>
        await ActAsync(course, async (editor, actor, found) =>
        {
            await act(editor, actor, found);
            return null;
        });

    public async Task<UploadRefusal?> AttachAsync(string course, string lesson, string name, Stream content)
    {
        UploadRefusal? refusal = null;
        await DoAsync(course, async (editor, actor, found) =>
            refusal = await editor.AttachAsync(actor, found.Lessons.Single(l => l.Slug == lesson), name, content, default));
        return refusal;
    }

    private async Task<EditorRefusal?> ActAsync(string slug, Func<Editor, Actor, Course, Task<EditorRefusal?>> act)
    {
        var actor = await TrainerAsync();
        return await store.AskAsync<Bench, EditorRefusal?>(async bench =>
            await act(bench.Editor, actor, await bench.Db.Courses.Whole().SingleAsync(c => c.Slug == slug)));
    }
}

/// <summary>An editor with the unit of work that it shares.</summary>
internal sealed record Bench(Editor Editor, AcademyDb Db);
