using System.Text;
using Academy.Domain.People;
using Academy.Tests.Hosting;

namespace Academy.Tests.People;

public sealed class ImportPageTests(OpenedAcademy opened)
{
    private const string Roster = "工号,姓名,机构编号,岗位\nE0003,李闻钰,302,大堂经理\n";

    [Theory]
    [InlineData("zh-CN", "柳渡支行营业室 → 柳渡支行渡口分理处；柜员 → 大堂经理")]
    [InlineData("en", "Liudu Branch Main Outlet → Liudu Branch Ferry Crossing Outlet; Teller → Lobby Manager")]
    public async Task What_would_change_is_said_in_the_readers_language(string language, string detail)
    {
        await using var app = new AcademyApp(opened);
        var administrator = await app.SignInAsync("A0001");
        await administrator.PostFormAsync("/", "/preferences/language", ("language", language));

        var answer = await administrator.PostFileAsync(
            "/admin/people/imports", "roster.csv", new MemoryStream(Encoding.UTF8.GetBytes(Roster)), "Upload");

        var page = await administrator.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.Equal(detail, page.QuerySelectorAll("tbody td")[^1].TextContent.Trim());
    }

    [Fact]
    public async Task Who_was_faster_is_named_with_what_they_changed_and_who_has_imported_the_list_before()
    {
        await using var app = new AcademyApp(opened);
        await app.GiveRoleAsync("T0001", Roles.Administrator);
        var (one, other) = (await app.SignInAsync("A0001"), await app.SignInAsync("T0001"));
        var uploaded = await one.PostFileAsync(
            "/admin/people/imports", "roster.csv", new MemoryStream(Encoding.UTF8.GetBytes(Roster)), "Upload");
        var import = uploaded.Headers.Location!.ToString();
        var page = await one.GetPageAsync(import);
        await other.PostShownAsync("/admin/people/E0003/details", null, ("Name", "李问渔"), ("PinyinKey", "li wenyu"));

        var stale = await (await one.PostSeenAsync(page, import)).ReadPageAsync();
        Assert.Matches("顾知遥在 .* 修改人员资料：李问渔", stale.QuerySelector("[role=alert]")!.TextContent);
        await other.PostShownAsync(import);
        await one.PostSeenAsync(stale, import);

        Assert.Matches("顾知遥在 .* 已经导入这份名单", (await one.GetPageAsync(import)).QuerySelector(".flash")!.TextContent);
    }
}
