using System.Net;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

public sealed class BranchLevelsTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private AcademyApp App => academy.App;

    [Fact]
    public async Task A_branch_head_sees_the_levels_of_the_own_people_and_no_score()
    {
        // E0022 works in an outlet of the first branch.
        await App.InStoreAsync(db => db.KeyDrillAsync(App.Clock, "E0022", Keypad, Hit(KeysOf(Keypad, 110), perSecond: 5, seed: 31)));
        var head = await App.SignInAsync("B0001");

        var page = await head.GetPageAsync("/branch/levels?q=E0022");

        var row = Assert.Single(page.QuerySelectorAll(".levels tbody tr"));
        Assert.Equal("三级", row.QuerySelector("[data-label=小键盘录入]")!.TextContent.Trim());
        Assert.DoesNotContain("键 / 分", page.QuerySelector("main")!.TextContent);
        Assert.Empty((await (await App.SignInAsync("B0002")).GetPageAsync("/branch/levels?q=E0022")).QuerySelectorAll(".levels tbody tr"));
    }

    [Fact]
    public async Task A_unit_elsewhere_is_not_found()
    {
        var head = await App.SignInAsync("B0001");

        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/branch/levels?unit=101")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/branch/levels?unit=200")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/branch/levels?unit=000")).StatusCode);
    }

    [Fact]
    public async Task The_counts_of_a_drill_add_up_to_the_people_and_a_level_is_filtered_by()
    {
        var page = await (await App.SignInAsync("A0001")).GetPageAsync("/branch/levels?drill=keypad-lines-300&level=3");
        var counts = page.QuerySelectorAll(".level-counts tbody tr").Select(row => row.QuerySelectorAll("td").Sum(NumberIn)).ToList();
        var onThird = page.QuerySelectorAll(".level-counts tbody tr")[2].QuerySelectorAll("td")[2];

        Assert.Equal(4, counts.Count);
        Assert.Single(counts.Distinct());
        Assert.True(NumberIn(onThird) > 0);
        Assert.Equal(Math.Min(20, NumberIn(onThird)), page.QuerySelectorAll(".levels tbody tr").Length);
    }

    private static int NumberIn(IElement cell) => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture);
}
