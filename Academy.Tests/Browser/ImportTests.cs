using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>An administrator imports people, is shown what is wrong, mends it and imports again.</summary>
public sealed class ImportTests(Classroom room) : IClassFixture<Classroom>
{
    private const string Heads = "工号,姓名,机构编号,岗位\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_administrator_mends_two_rows_and_imports_the_people(bool hasScript)
    {
        await using var visit = await room.EnterAsync(Device.CounterPc with { HasScript = hasScript });
        var (page, number) = (visit.Page, hasScript ? "E9101" : "E9102");
        await visit.SignInAsync("A0001");

        await visit.GoAsync("/admin/people/imports");
        await UploadAsync(page, $"{Heads}{number},张三,101,柜员\nE9201,李四,999,柜员\nE9202,王五,101,宇航员\n");
        await Expect(Title(page)).ToHaveTextAsync("还有 2 行要改");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "导入（还差 2 行）" })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "第 3 行" })).ToContainTextAsync("999");

        await page.GetByRole(AriaRole.Link, new() { Name = "改好重新上传" }).ClickAsync();
        await UploadAsync(page, $"{Heads}{number},张三,101,柜员\n");
        await Expect(Title(page)).ToHaveTextAsync("可以导入了");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true }).ClickAsync();
        await Expect(Title(page)).ToHaveTextAsync("已经导入");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = number })).ToContainTextAsync("新增人员");
        Assert.Empty(visit.Faults);
    }

    private static async Task UploadAsync(IPage page, string roster)
    {
        await page.GetByLabel("文件", new() { Exact = true })
            .SetInputFilesAsync(new FilePayload { Name = "名单.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(roster) });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
