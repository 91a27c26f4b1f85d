using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

public sealed class ProgressPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Keypad = "/drills/keypad-lines-300/progress";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task A_profile_has_the_curve_with_its_data_the_best_the_goal_and_when_it_may_be_reached()
    {
        var page = await (await App.SignInAsync("E0042")).GetPageAsync(Keypad);

        Assert.Equal(11, page.QuerySelectorAll(".pace-data tbody tr").Length);
        Assert.Equal(11, page.QuerySelector(".curve-chart polyline")!.GetAttribute("points")!.Split(' ').Length);
        Assert.Equal("1250", page.QuerySelector("[data-goal]")!.GetAttribute("data-goal"));
        Assert.Equal("Within", page.QuerySelector("#forecast")!.GetAttribute("data-kind"));
        Assert.Contains("二级", page.QuerySelector("[aria-labelledby=best-title]")!.TextContent);
    }

    [Fact]
    public async Task Who_has_nothing_that_counts_finds_a_way_to_begin_and_may_set_a_goal()
    {
        var person = await App.SignInAsync("E0031");
        Assert.NotNull((await person.GetPageAsync(Keypad)).QuerySelector(".empty a[href='/drills/keypad-lines-300']"));

        var answer = await person.PostFormAsync(Keypad, Keypad, ("Figure", "120"));

        Assert.Equal(Keypad, answer.Headers.Location?.ToString());
        var page = await person.GetPageAsync(Keypad);
        Assert.Equal("600", page.QuerySelector("[data-goal]")!.GetAttribute("data-goal"));
        Assert.Equal("TooFewDays", page.QuerySelector("#forecast")!.GetAttribute("data-kind"));
    }

    [Fact]
    public async Task A_figure_that_is_none_is_refused_in_words_and_stays_in_the_form()
    {
        var person = await App.SignInAsync("E0032");

        var page = await (await person.PostFormAsync(Keypad, Keypad, ("Figure", "很快"))).ReadPageAsync();

        Assert.Equal("请填一个数，如 95 或 95.5。", page.QuerySelector("#Figure-error")!.TextContent.Trim());
        Assert.Equal("很快", page.QuerySelector("#Figure")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[data-goal]"));
    }

    [Fact]
    public async Task A_goal_is_ones_own_and_is_dropped_again()
    {
        var (person, other) = (await App.SignInAsync("E0033"), await App.SignInAsync("E0035"));
        await person.PostFormAsync(Keypad, Keypad, ("Level", "2"));

        Assert.Null((await other.GetPageAsync(Keypad)).QuerySelector("[data-goal]"));
        await other.PostFormAsync(Keypad, "/drills/keypad-lines-300/goal/removal");
        Assert.NotNull((await person.GetPageAsync(Keypad)).QuerySelector("[data-goal]"));
        await person.PostFormAsync(Keypad, "/drills/keypad-lines-300/goal/removal");
        Assert.Null((await person.GetPageAsync(Keypad)).QuerySelector("[data-goal]"));
    }

    [Fact]
    public async Task A_run_that_is_the_first_on_a_level_says_so_and_the_next_one_there_only_names_it()
    {
        var first = await KeyAsync("E0036", Hit(KeysOf(Typist.Keypad, 110), perSecond: 5, seed: 21));
        var second = await KeyAsync("E0036", Hit(KeysOf(Typist.Keypad, 109), perSecond: 5, seed: 22));
        var person = await App.SignInAsync("E0036");

        Assert.NotNull(Tag(await person.GetPageAsync($"/drills/runs/{first}/result"), "达到三级"));
        Assert.NotNull(Tag(await person.GetPageAsync($"/drills/runs/{second}/result"), "三级"));
        Assert.NotNull(Tag(await person.GetPageAsync("/drills"), "三级"));
        Assert.NotNull(Tag(await person.GetPageAsync("/drills/keypad-lines-300"), "三级"));
    }

    [Fact]
    public async Task A_cover_says_what_comes_more_often_and_the_tick_decides_whether_it_does()
    {
        const string cover = "/drills/keypad-lines-300";
        var person = await App.SignInAsync("E0042");
        var page = await person.GetPageAsync(cover);
        Assert.Contains("数字 7：", page.QuerySelector(".weak-spots")!.TextContent);
        Assert.NotNull(page.QuerySelector("input[name=Adapted][checked]"));

        var adapted = (await person.PostFormAsync(cover, cover, ("Adapted", "true"))).Headers.Location!.ToString();
        Assert.Contains("按弱项", (await person.GetPageAsync(adapted)).QuerySelector("h1")!.TextContent);
        await person.PostFormAsync(adapted, $"{adapted}/abandonment");
        var usual = (await person.PostFormAsync(cover, cover)).Headers.Location!.ToString();
        Assert.DoesNotContain("按弱项", (await person.GetPageAsync(usual)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/drills/no-such-drill/progress")]
    [InlineData("/drills/slips-sums-601/progress")]
    public async Task A_drill_that_is_none_has_no_profile(string address) =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await App.SignInAsync("E0031")).GetAsync(address)).StatusCode);

    private static IElement? Tag(IParentNode page, string words) =>
        page.QuerySelectorAll(".tag").FirstOrDefault(tag => tag.TextContent.Trim() == words);

    private Task<long> KeyAsync(string number, IReadOnlyList<KeyStroke> keys) =>
        App.InStoreAsync(db => db.KeyDrillAsync(App.Clock, number, Typist.Keypad, keys));
}
