using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Browser;

/// <summary>
/// A course that the bank wrote itself: a lesson in force with files beside it and a next text,
/// and one that is only begun.
/// </summary>
internal static class OwnCourse
{
    public const string Slug = "newcomers";
    public const string Title = "新员工入行第一周：从报到到第一次上柜的全部准备";
    public const string Lesson = "first-day";
    public const string Handout = "第一天须知.pdf";
    public const string Unwritten = "first-week";

    private const string Before = "## 报到\n\n带身份证到人力资源部报到。\n\n## 工牌\n\n当天领工牌，上班时佩戴。";
    private const string After = "## 报到\n\n带身份证和学历证书到人力资源部报到。\n\n## 工牌\n\n当天领工牌，上班时佩戴。\n\n## 工号\n\n工号就是登录学堂的名字。";

    public static async Task WriteAsync(AcademyApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, editor) = (scope.ServiceProvider.GetRequiredService<AcademyDb>(), scope.ServiceProvider.GetRequiredService<Editor>());
        var trainer = await db.Employees.Numbered("T0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync();
        var terms = new CourseTerms(Title, "入行第一周", "报到、工牌、第一次上柜。", AttestationRule.EachEdition);
        await editor.AddCourseAsync(trainer, new WantedSlug(Slug), terms, default);
        var courseId = await db.Courses.Where(c => c.Slug == Slug).Select(c => c.Id).SingleAsync();
        await editor.AddLessonAsync(trainer, courseId, new WantedSlug(Lesson), "第一天", default);
        await WriteAsync(db, editor, trainer, Before);
        await AttachAsync(db, editor, trainer, Handout, Uploads.Pdf());
        await AttachAsync(db, editor, trainer, "工牌样式.png", Uploads.Picture());
        await AttachAsync(db, editor, trainer, "行长的问候.mp3", Uploads.Of("ID3"));
        await AttachAsync(
            db, editor, trainer, "网点介绍：三层营业大厅、自助区、理财室与金库的布局及动线说明（2026年11月修订稿）.pptx", Uploads.Slides());
        await editor.PublishAsync(trainer, courseId, (await editor.ProofsAsync(courseId, default)).Seen, "第一版", default);
        await WriteAsync(db, editor, trainer, After);
        await editor.AddLessonAsync(trainer, courseId, new WantedSlug(Unwritten), "第一周", default);
    }

    private static async Task WriteAsync(AcademyDb db, Editor editor, Actor trainer, string body)
    {
        var lesson = await LessonAsync(db);
        Assert.Null(await editor.WriteAsync(
            trainer,
            lesson.Id,
            lesson.Revision,
            "第一天",
            ManuscriptFormat.Markdown,
            ManuscriptText.Empty with { Body = body, Aims = ["知道第一天带什么、找谁。"] },
            default));
    }

    private static async Task AttachAsync(AcademyDb db, Editor editor, Actor trainer, string name, Stream content) =>
        Assert.Null(await editor.AttachAsync(trainer, (await LessonAsync(db)).Id, name, content, default));

    private static Task<Lesson> LessonAsync(AcademyDb db) => db.Lessons.ForEditor().AsNoTracking().At(Slug, OwnCourse.Lesson).SingleAsync();
}
