using System.Net;
using System.Text.Json;
using Academy.Domain.Archives;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files.Pdf;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Archives;

public sealed class ArchivePagesTests(OpenedAcademy opened) : IAsyncLifetime
{
    private AcademyApp app = null!;

    public ValueTask InitializeAsync()
    {
        app = new AcademyApp(opened);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("E0001", "/archive", HttpStatusCode.OK)]
    [InlineData("E0001", "/archive/e0001", HttpStatusCode.OK)]
    [InlineData("E0001", "/archive/E0002", HttpStatusCode.NotFound)]
    [InlineData("B0001", "/archive/B0002", HttpStatusCode.NotFound)]
    [InlineData("U0001", "/archive/E0001", HttpStatusCode.OK)]
    [InlineData("A0001", "/archive/nobody", HttpStatusCode.NotFound)]
    public async Task An_archive_is_its_persons_and_those_who_look_after_them(string number, string address, HttpStatusCode expected)
    {
        var client = await app.SignInAsync(number);

        Assert.Equal(expected, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_look_at_anothers_archive_is_on_the_trail_and_one_at_ones_own_is_not()
    {
        var (own, auditor) = (await app.SignInAsync("E0001"), await app.SignInAsync("U0001"));
        await own.GetStringAsync("/archive");
        await auditor.GetStringAsync("/archive/E0001");
        await auditor.GetStringAsync("/archive/E0001?kind=Award");
        await auditor.GetStringAsync("/archive/E0001?format=json");

        var looks = await app.InStoreAsync(db => db.AuditEntries.Where(e => e.Act == ArchiveTrail.ArchiveRead).ToListAsync());
        Assert.Equal(
            [("U0001", "E0001", ""), ("U0001", "E0001", "json")], looks.Select(e => (e.ActorNumber, e.SubjectKey, e.After["Format"])));
    }

    [Fact]
    public async Task A_score_that_is_not_released_is_in_no_form_of_the_archive()
    {
        await app.InStoreAsync(db => db.ChangeQuizAsync(Sittings.CourseQuiz, terms => terms with { ScoreRelease = Release.Never }));
        var id = await app.InStoreAsync(db => db.SitAsync(app.Clock, "E0001", Sittings.CourseQuiz, slot => slot.RightValue()));
        var receipt = await app.InStoreAsync(db => db.Attempts.Where(a => a.Id == id).Select(a => a.Receipt).SingleAsync());
        var client = await app.SignInAsync("E0001");
        var before = await client.GetStringAsync("/archive?format=json");

        await app.InStoreAsync(db => db.ChangeQuizAsync(
            Sittings.CourseQuiz, terms => terms with { ScoreRelease = Release.OnSubmission }));

        Assert.DoesNotContain(receipt, before);
        Assert.Contains(receipt, await client.GetStringAsync("/archive?format=json"));
    }

    [Fact]
    public async Task It_is_taken_away_as_a_transcript_a_table_and_json()
    {
        var client = await app.SignInAsync("E0042");
        var lines = await app.InStoreAsync(async db => await db.ArchiveEntries
            .Of(await db.Employees.Numbered("E0042").Select(e => e.Id).SingleAsync()).CountAsync());

        var json = JsonDocument.Parse(await client.GetStringAsync("/archive?format=json")).RootElement;
        var table = await client.GetAsync("/archive?format=xlsx");

        Assert.Equal(lines, json.GetProperty("entries").GetArrayLength());
        Assert.True(lines > 10);
        Assert.Equal("archive-E0042.xlsx", table.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/archive?format=exe")).StatusCode);
    }

    [Theory]
    [InlineData("zh-CN", "成绩档案证明", "年度岗位知识统考")]
    [InlineData("en", "Score transcript", "hours in two years")]
    public async Task The_transcript_has_text_that_can_be_found(string language, params string[] words)
    {
        Assert.SkipUnless(app.Services.GetRequiredService<PdfPress>().HasFont, "There is no font with Chinese here.");
        await app.InStoreAsync(db => new Archivist(db, new BankZone(TimeZoneInfo.Utc), app.Clock).SealDueAsync(default));
        var head = await app.InStoreAsync(db =>
            db.EditionHeads.Where(h => h.Kind == EditionKind.Month).OrderByDescending(h => h.From).FirstAsync());

        var file = await (await app.SignInAsync("E0042")).GetByteArrayAsync($"/archive?format=pdf&language={language}");

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(file);
        var text = string.Concat(pdf.GetPages().Select(page => page.Text));
        Assert.All(words.Append("苏映禾").Append("E0042").Append(head.Digest), word => Assert.Contains(word, text));
    }

    [Fact]
    public async Task Administrators_take_the_lines_of_a_unit_a_period_and_a_kind_away()
    {
        var client = await app.SignInAsync("A0001");

        var page = await client.GetStringAsync("/admin/archive?unit=101&kind=Learning&from=2026-01-01");
        var table = await client.GetAsync("/admin/archive?unit=101&kind=Learning&from=2026-01-01&format=xlsx");

        Assert.Contains("/archive/E", page);
        Assert.Equal("archive.xlsx", table.Content.Headers.ContentDisposition?.FileName);
        var export = await app.InStoreAsync(db => db.AuditEntries.SingleAsync(e => e.Act == ArchiveTrail.ArchiveExported));
        Assert.Contains("unit=101", export.After["Filter"]);
    }
}
