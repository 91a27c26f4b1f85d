using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Learning;

/// <summary>A text that was stored while other rules held is told of wherever it would be read, and does not stop the form.</summary>
public sealed class StoredTextTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Course = "/authoring/courses/professional-ethics";

    [Theory]
    [InlineData("[a](")]
    [InlineData("> ")]
    public async Task What_cannot_be_read_is_mended_before_it_is_seen_or_published(string repeated)
    {
        await StoreAsync(string.Concat(Enumerable.Repeat(repeated, 40_000)));
        var trainer = await academy.App.SignInAsync("T0001");

        var preview = await trainer.GetAsync($"{Course}/general/preview");
        Assert.Equal((HttpStatusCode.Redirect, $"{Course}/general"), (preview.StatusCode, preview.Headers.Location!.OriginalString));
        var form = await trainer.GetPageAsync($"{Course}/general");
        Assert.Contains("《总则》的新文稿读不出来", form.QuerySelector("main")!.ParentElement!.TextContent, StringComparison.Ordinal);

        var edition = await trainer.GetPageAsync($"{Course}/edition");
        Assert.Equal($"{Course}/general", edition.QuerySelector(".message.error a")!.GetAttribute("href"));
        Assert.Null(edition.QuerySelector("main form[method=post]"));
        Assert.Equal(EditorRefusal.LessonUnreadable, await PublishAsync());
    }

    private Task<int> StoreAsync(string body) => academy.App.InStoreAsync(async db =>
    {
        var lesson = await db.Lessons.ForEditor().At("professional-ethics", "general").SingleAsync();
        lesson.Write("总则", ManuscriptFormat.Markdown, body, await TrainerIdAsync(db), DateTimeOffset.UnixEpoch);
        return await db.SaveChangesAsync();
    });

    private async Task<EditorRefusal?> PublishAsync()
    {
        await using var scope = academy.App.Services.CreateAsyncScope();
        var (db, editor) = (scope.ServiceProvider.GetRequiredService<AcademyDb>(), scope.ServiceProvider.GetRequiredService<Editor>());
        var course = await db.Courses.WithManuscripts().AsNoTracking().SingleAsync(c => c.Slug == "professional-ethics");
        var trainer = new Actor(await TrainerIdAsync(db), "T0001", "沈老师");
        return (await editor.PublishAsync(trainer, course.Id, course.AsSeen(), "", default)).Refusal;
    }

    private static Task<long> TrainerIdAsync(AcademyDb db) => db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
}
