using System.Text.RegularExpressions;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>From the administrator who assigns a course to the employee who reads it, signs it, and has done it.</summary>
public sealed class AssignedCourseTests(Classroom room) : IClassFixture<Classroom>
{
    private const string Words = "读完全文，用密码确认";

    [Fact]
    public async Task A_branch_is_assigned_a_course_and_one_of_its_people_goes_the_whole_way()
    {
        await OwnCourse.WriteAsync(room.App);
        await AssignAsync();
        await using var visit = await room.EnterAsync(Device.CounterPc, "E0003");
        var page = visit.Page;
        await page.Clock.InstallAsync();

        await visit.GoAsync("/");
        await TaskIn(page).GetByRole(AriaRole.Link, new() { NameRegex = new("^开始学习") }).ClickAsync();
        await page.Locator(".next-step").GetByRole(AriaRole.Link, new() { NameRegex = new("^开始学习") }).ClickAsync();
        await OpenTheAttachmentAsync(page);
        await room.ReadAsync(page, TimeSpan.FromMinutes(1));
        await Button(page, "读完了").ClickAsync();
        await Expect(page.Locator(".next-step")).ToContainTextAsync("已读完，请用密码确认");

        await visit.GoAsync("/");
        await Expect(TaskIn(page)).ToContainTextAsync(Words);
        await TaskIn(page).GetByRole(AriaRole.Link, new() { NameRegex = new("^去确认") }).ClickAsync();
        await SignAsync(page, "not-the-password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("密码不对");
        await SignAsync(page, OpenedAcademy.Password);
        await Expect(page.GetByText("您已于 2026-11-24")).ToBeVisibleAsync();

        await visit.GoAsync("/");
        await Expect(TaskIn(page)).ToHaveCountAsync(0);
        await visit.GoAsync("/assignments");
        await Expect(TaskIn(page)).ToContainTextAsync("已完成");
        Assert.Empty(visit.Faults);
    }

    private async Task AssignAsync()
    {
        await using var visit = await room.EnterAsync(Device.CounterPc, "A0001");
        var page = visit.Page;
        await visit.GoAsync("/admin/assignments");
        await page.GetByRole(AriaRole.Link, new() { Name = "安排学习任务" }).ClickAsync();
        await page.GetByLabel("课程或测验").SelectOptionAsync(new SelectOptionValue { Label = $"课程： {OwnCourse.Title}" });
        await page.GetByLabel("机构", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "300 柳渡支行" });
        await Button(page, "看看覆盖多少人").ClickAsync();
        await Expect(page.GetByText(new Regex("^现在覆盖在岗人员 [1-9][0-9]? 人。$"))).ToBeVisibleAsync();
        await Button(page, "安排任务").ClickAsync();
        await Expect(page.GetByText($"已安排：{OwnCourse.Title}")).ToBeVisibleAsync();
    }

    private static async Task OpenTheAttachmentAsync(IPage page)
    {
        var handout = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = OwnCourse.Handout, Exact = true }).ClickAsync());
        Assert.Equal(OwnCourse.Handout, handout.SuggestedFilename);
        Assert.Equal(Uploads.Pdf().ToArray(), await File.ReadAllBytesAsync(await handout.PathAsync()));
        // Whether the window shows the file or offers to keep it depends on the browser.
        var link = page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^在新窗口打开.*{Regex.Escape(OwnCourse.Handout)}$") });
        await (await page.RunAndWaitForPopupAsync(() => link.ClickAsync())).CloseAsync();
        var address = (await link.GetAttributeAsync("href"))!;
        Assert.Matches($"/courses/{OwnCourse.Slug}/{OwnCourse.Lesson}/files/[0-9]+$", address);
        var shown = await page.APIRequest.GetAsync(address);
        Assert.Equal("application/pdf", shown.Headers["content-type"]);
        Assert.StartsWith("inline", shown.Headers["content-disposition"], StringComparison.Ordinal);
    }

    private static async Task SignAsync(IPage page, string password)
    {
        await page.GetByLabel("输入密码签名").FillAsync(password);
        await Button(page, "签名确认").ClickAsync();
    }

    private static ILocator TaskIn(IPage page) =>
        page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Listitem)
            .Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = OwnCourse.Title }) });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
