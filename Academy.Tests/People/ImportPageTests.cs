using System.Text;
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
}
