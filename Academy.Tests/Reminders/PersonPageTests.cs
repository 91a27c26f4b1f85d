using System.Net;
using Academy.Domain.Archives;
using Academy.Domain.Auditing;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Reminders;

/// <summary>What a branch head sees of somebody, and the one button that reminds of all that is missing.</summary>
public sealed class PersonPageTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Page = "/branch/people/E0001";

    private readonly AcademyApp app = new(opened);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task One_button_reminds_somebody_of_all_that_is_missing_and_of_nothing_twice_on_a_day()
    {
        var head = await app.SignInAsync("B0001");
        var missing = (await head.GetPageAsync(Page)).QuerySelectorAll("section[aria-labelledby=duties-title] .item").Length;
        Assert.NotEqual(0, missing);

        await head.PostFormAsync(Page, $"{Page}/nudge");

        var page = await head.GetPageAsync(Page);
        Assert.Contains($"已提醒 {missing} 项", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=nudge]"));
        Assert.Equal(missing, await LettersAsync("E0001"));
        await head.PostFormAsync("/branch/people", $"{Page}/nudge");
        Assert.Equal(missing, await LettersAsync("E0001"));
        Assert.Equal(missing, await app.InStoreAsync(db => db.Letters.CountAsync(l => l.Kind == LetterKind.Nudge)));
    }

    [Fact]
    public async Task A_look_is_on_the_trail_and_an_auditor_reminds_nobody()
    {
        var auditor = await app.SignInAsync("U0001");

        var page = await auditor.GetPageAsync(Page);

        Assert.Null(page.QuerySelector("form[action$=nudge]"));
        var look = await app.InStoreAsync(db => db.AuditEntries.SingleAsync(e => e.Act == ArchiveTrail.ArchiveRead));
        Assert.Equal(("U0001", "E0001"), (look.ActorNumber, look.SubjectKey));
    }

    [Fact]
    public async Task Nobody_sees_or_reminds_the_people_of_another_branch()
    {
        var other = await app.SignInAsync("B0002");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFormAsync("/branch/people", $"{Page}/nudge")).StatusCode);
        Assert.Equal(0, await LettersAsync("E0001"));
    }

    [Fact]
    public async Task Who_has_learned_much_is_told_whole()
    {
        var page = await (await app.SignInAsync("B0001")).GetPageAsync("/branch/people/E0042");

        Assert.NotEmpty(page.QuerySelectorAll("section[aria-label=最近成绩] .item"));
        Assert.NotNull(page.QuerySelector("a[href='/archive/E0042']"));
        Assert.NotNull(page.QuerySelector("a[href='/branch/certificates/E0042']"));
    }

    private Task<int> LettersAsync(string number) => app.InStoreAsync(async db =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.Letters.CountAsync(l => l.RecipientId == id);
    });
}
