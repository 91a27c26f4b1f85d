using System.Text.RegularExpressions;
using Academy.Tests.Learning;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>A trainer makes a course from nothing to what readers read.</summary>
public sealed class AuthoringTests(Classroom room) : IClassFixture<Classroom>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_course_is_written_looked_at_and_published(bool hasScript)
    {
        await using var visit = await room.EnterAsync(Device.CounterPc with { HasScript = hasScript }, "T0001");
        var (page, title) = (visit.Page, hasScript ? "点钞机日常保养" : "验钞仪日常保养");

        await visit.GoAsync("/authoring/courses");
        await BeginAsync(page, title);
        await WriteAsync(page, "清洁", "## 关机\n\n先关机，再拔插头。\n\n## 擦拭\n\n用软布擦拭**传感器**。");
        await AttachAsync(page);
        await PreviewAsync(page);
        await PublishAsync(page, title);

        await Expect(page.GetByText("先关机，再拔插头。")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "保养须知.pdf", Exact = true })).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Of_two_authors_the_second_learns_of_the_first_and_keeps_what_was_written()
    {
        await OwnCourse.WriteAsync(room.App);
        const string Address = $"/authoring/courses/{OwnCourse.Slug}/{OwnCourse.Lesson}";
        await using var first = await room.EnterAsync(Device.CounterPc, "T0001");
        await using var second = await room.EnterAsync(Device.CounterPc, "A0001");
        await first.GoAsync(Address);
        await second.GoAsync(Address);

        room.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await SaveAsync(first.Page, "## 报到\n\n先到的一稿。");
        await Expect(first.Page.GetByText("稿子已保存")).ToBeVisibleAsync();
        await SaveAsync(second.Page, "## 报到\n\n后到的一稿。");

        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("顾知遥在 11月24日 14:01 保存过这一课");
        await Expect(Body(second.Page)).ToHaveValueAsync(new Regex("后到的一稿"));
        await first.Page.ReloadAsync();
        await Expect(Body(first.Page)).ToHaveValueAsync(new Regex("先到的一稿"));
        await Button(second.Page, "保存稿子").ClickAsync();
        await Expect(second.Page.GetByText("稿子已保存")).ToBeVisibleAsync();
    }

    private static async Task BeginAsync(IPage page, string title)
    {
        await Link(page, "新建课程").ClickAsync();
        await page.GetByLabel("课程名称").FillAsync(title);
        await page.GetByLabel("一句话介绍").FillAsync("每天下班前五分钟。");
        await Button(page, "建这门课程").ClickAsync();
        await Expect(page.GetByText("还没有课时")).ToBeVisibleAsync();
        await Link(page, "新建课时").ClickAsync();
        await page.GetByLabel("课时名称").FillAsync("清洁");
        await Button(page, "建这一课").ClickAsync();
    }

    private static async Task WriteAsync(IPage page, string title, string body)
    {
        await Expect(page.GetByLabel("课时名称")).ToHaveValueAsync(title);
        await SaveAsync(page, body);
        await Expect(page.GetByText("稿子已保存，读者还看不到。")).ToBeVisibleAsync();
    }

    private static async Task SaveAsync(IPage page, string body)
    {
        await Body(page).FillAsync(body);
        await Button(page, "保存稿子").ClickAsync();
    }

    private static async Task AttachAsync(IPage page)
    {
        await Link(page, "附件").ClickAsync();
        await page.GetByLabel("选择文件")
            .SetInputFilesAsync(new FilePayload { Name = "保养须知.pdf", MimeType = "application/pdf", Buffer = Uploads.Pdf().ToArray() });
        await Button(page, "上传附件").ClickAsync();
        await Expect(page.GetByText("附件已添加。")).ToBeVisibleAsync();
    }

    private static async Task PreviewAsync(IPage page)
    {
        await Link(page, "预览").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "第二条 擦拭" })).ToBeVisibleAsync();
        await Expect(page.Locator(".prose strong")).ToHaveTextAsync("传感器");
        await Expect(page.GetByText("发布以后才生效")).ToBeVisibleAsync();
    }

    private static async Task PublishAsync(IPage page, string title)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "当前位置" }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Link(page, "去发布").ClickAsync();
        await page.GetByLabel("这一版有什么不同").FillAsync("第一版");
        await Button(page, "发布第 1 版").ClickAsync();
        await Expect(page.GetByText("第 1 版已发布。")).ToBeVisibleAsync();
        await Link(page, "按读者看").ClickAsync();
        await Link(page, "开始学习").ClickAsync();
    }

    private static ILocator Body(IPage page) => page.GetByLabel("正文（Markdown）");

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
