using System.Net;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Jobs.Letters;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Letters;

public sealed class MailPagesTests(OpenedAcademy opened)
{
    [Fact]
    public async Task Administrators_see_what_became_of_letters_and_have_those_sent_again_that_were_not()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        await app.InStoreAsync(async db =>
        {
            await Posting.WriteAsync(db, 25, TestClock.Tuesday);
            var mailing = await db.Mailings.OrderBy(m => m.LetterId).FirstAsync();
            mailing.Refuse(MailingRefusal.Rejected, TestClock.Tuesday, "550 <unknown>");
            return await db.SaveChangesAsync();
        });

        var refused = await administrator.GetPageAsync("/admin/letters?state=Refused");
        Assert.Contains("550 <unknown>", Assert.Single(refused.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Equal(5, (await administrator.GetPageAsync("/admin/letters?page=2")).QuerySelectorAll("tbody tr").Length);
        Assert.Contains(".eml", refused.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);
        var form = refused.QuerySelector("tbody form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostFormAsync("/admin/letters", form)).StatusCode);
        await SendAsync(app);

        Assert.Empty((await administrator.GetPageAsync("/admin/letters?state=Refused")).QuerySelectorAll("tbody tr"));
        Assert.Equal(20, (await administrator.GetPageAsync("/admin/letters?state=Kept")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(25, Directory.GetFiles(Path.Combine(app.DataDirectory, "letters", "2026-11")).Length);
    }

    [Fact]
    public async Task A_digest_that_goes_by_mail_alone_has_its_title_there_too()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        await app.InStoreAsync(async db =>
        {
            var reader = await db.Employees.Where(e => e.UserName == "E0001").Select(e => e.Id).SingleAsync();
            var about = new Dictionary<string, string> { [LetterWords.Occasion] = "Published", ["title"] = "现金服务" };
            db.Add(Letter.Of(
                LetterKind.Digest, reader, "2026-11-24", "/courses/x", new Dictionary<string, string>(),
                [new LetterLine("/courses/x", about, Channels.Mail)], app.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        var page = await administrator.GetPageAsync("/admin/letters");

        Assert.Contains("新上线：《现金服务》", Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_writes_down_where_letters_to_somebody_are_mailed()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        const string address = "/admin/people/E0042/mail";

        var refused = await (await administrator.PostShownAsync(address, fields: ("MailAddress", "nowhere"))).ReadPageAsync();
        Assert.NotNull(refused.QuerySelector("#MailAddress-error"));
        Assert.Equal(
            "/admin/people/E0042",
            (await administrator.PostShownAsync(address, fields: ("MailAddress", " ＥＥ@bank.example "))).Headers.Location?.ToString());

        Assert.Equal("EE@bank.example", await app.InStoreAsync(db =>
            db.Employees.Where(e => e.UserName == "E0042").Select(e => e.Email).SingleAsync()));
        Assert.Contains(
            "EE@bank.example", (await administrator.GetPageAsync("/admin/people/E0042")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task SendAsync(AcademyApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SendLetters>(scope.ServiceProvider).RunAsync(None);
    }
}
