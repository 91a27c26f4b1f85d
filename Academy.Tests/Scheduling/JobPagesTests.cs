using System.Net;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Jobs.People;
using Academy.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Scheduling;

public sealed class JobPagesTests(OpenedAcademy opened)
{
    private const string Job = nameof(ForgetOldSessions);
    private const string Address = $"/admin/jobs/{Job}";

    [Fact]
    public async Task The_timetable_says_when_each_job_runs_how_it_went_and_when_it_is_due_next()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        await WorkAsync(app, new RunReport(RunOutcome.Done, new Dictionary<string, long>(), ""));
        app.Clock.Advance(TimeSpan.FromDays(1));
        await WorkAsync(app, new RunReport(RunOutcome.Failed, new Dictionary<string, long>(), "磁盘 <坏了>"));
        administrator = await app.SignInAsync("A0001");

        var page = await administrator.GetPageAsync("/admin/jobs");

        Assert.Equal(new Timetable(TimeZoneInfo.Utc).Entries.Count, page.QuerySelectorAll("tbody tr").Length);
        var row = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("a")!.GetAttribute("href") == Address);
        Assert.Contains("每天 03:20", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("磁盘 <坏了>", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-25T19:20:40.0000000+00:00", row.QuerySelectorAll("time")[^1].GetAttribute("datetime"));
        Assert.NotNull(row.QuerySelector(".tag.danger"));
    }

    [Fact]
    public async Task An_administrator_pauses_a_job_has_it_run_and_lets_it_go_on()
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");

        Assert.Equal(Address, await PressAsync(administrator, "pause"));
        Assert.NotNull((await administrator.GetPageAsync(Address)).QuerySelector(".message.warn"));
        Assert.Equal(Address, await PressAsync(administrator, "run"));
        var waiting = await administrator.GetPageAsync(Address);
        Assert.Null(waiting.QuerySelector($"form[action='{Address}/run']"));
        Assert.Equal("等待运行", waiting.QuerySelector("tbody .tag.info")!.TextContent);
        await WorkAsync(app, new RunReport(RunOutcome.Done, new Dictionary<string, long> { ["SessionsForgotten"] = 7 }, ""));
        Assert.Equal(Address, await PressAsync(administrator, "resumption"));

        var page = await administrator.GetPageAsync(Address);
        Assert.Null(page.QuerySelector(".message.warn"));
        Assert.Contains("清理登录 7 条", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("手动运行", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var trail = await administrator.GetPageAsync("/admin/audit?subject=Job");
        Assert.Equal(
            ["恢复定时任务", "手动运行任务", "暂停定时任务"], trail.QuerySelectorAll("tbody th").Select(act => act.TextContent));
    }

    [Fact]
    public async Task A_history_of_many_runs_pages()
    {
        await using var app = new AcademyApp(opened);
        await WorkAsync(app, new RunReport(RunOutcome.Done, new Dictionary<string, long>(), ""));
        await app.InStoreAsync(async db =>
        {
            for (var night = 0; night < 45; night++)
            {
                var at = TestClock.Tuesday.AddDays(night - 50);
                var run = Run.Due(Job, at, 1).Begin(at, TimeSpan.FromMinutes(10));
                run.End(RunOutcome.Done, new Dictionary<string, long> { ["Unheard"] = 1 }, "", at.AddSeconds(3));
                db.Add(run);
            }

            return await db.SaveChangesAsync();
        });
        var administrator = await app.SignInAsync("A0001");

        Assert.Equal(5, (await administrator.GetPageAsync($"{Address}?page=3")).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Unheard 1", (await administrator.GetPageAsync(Address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/admin/jobs/NoSuchJob")).StatusCode);
    }

    private static async Task<string?> PressAsync(HttpClient administrator, string act) =>
        (await administrator.PostFormAsync(Address, $"{Address}/{act}")).Headers.Location?.ToString();

    /// <summary>Somebody looks whether the job is due, and does it with that outcome.</summary>
    private static async Task WorkAsync(AcademyApp app, RunReport report)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var foreman = scope.ServiceProvider.GetRequiredService<Foreman>();
        var terms = scope.ServiceProvider.GetRequiredService<Timetable>().Of(Job)!.Terms;
        if (await foreman.BeginAsync(terms, None) is { } begun) await foreman.EndAsync(begun, report, None);
    }
}
