using System.Net;
using Academy.Domain.Competitions;
using Academy.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

/// <summary>Whom a competition is for, on its pages. E0001 is a teller at outlet 102 of branch 100, E0031 a supervisor at 301.</summary>
public sealed class EligibilityPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string New = "/authoring/competitions/new";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task Whoever_it_is_not_for_reads_why_instead_of_a_button_and_starts_nothing()
    {
        var (_, id, keypad, counting) = await PublishAsync(
            "柜员赛", ("Form.Eligibility.Branches", "100"), ("Form.Eligibility.Positions", "teller"));
        var (inside, outside) = (await App.SignInAsync("E0001"), await App.SignInAsync("E0031"));
        var entry = $"/competitions/events/{keypad}";

        var page = await outside.GetPageAsync($"/competitions/{id}");
        Assert.Contains("仅限城关支行的员工，含下级机构。", page.GetElementById("eligibility")!.TextContent);
        Assert.Contains("仅限以下岗位：柜员。", page.GetElementById("eligibility")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("[data-refusal=OtherBranch]").Length);
        Assert.Null(page.QuerySelector($"a[href='{entry}'], form[action$='{counting}/entry']"));
        Assert.Contains("不对您所在的机构开放", (await outside.GetPageAsync(entry)).QuerySelector("main")!.TextContent);
        var refused = await outside.PostFormAsync("/competitions", entry);
        Assert.Contains("您不在这场竞赛的参赛范围内", (await refused.ReadPageAsync()).QuerySelector("main")!.TextContent);
        await outside.PostFormAsync("/competitions", $"/competitions/events/{counting}/entry");
        Assert.Contains("参赛范围", (await outside.GetPageAsync($"/competitions/{id}")).QuerySelector(".flash[role=alert]")!.TextContent);

        var own = await inside.GetPageAsync($"/competitions/{id}");
        Assert.NotNull(own.QuerySelector($"a[href='{entry}']"));
        Assert.NotNull(own.QuerySelector($"form[action$='{counting}/entry']"));
        Assert.Null(own.QuerySelector("[data-refusal]"));
    }

    [Fact]
    public async Task What_was_chosen_stays_chosen_and_a_competition_for_everybody_says_nothing()
    {
        var trainer = await App.SignInAsync("T0001");
        var form = Form("达标赛", ("Form.Eligibility.Branches", "200"), ("Form.Eligibility.Level", "2"));
        var made = (await trainer.PostFormAsync(New, New, form)).Headers.Location!.ToString();

        var page = await trainer.GetPageAsync(made);

        Assert.Equal(["200"], Chosen(page, "EligibilityBranches"));
        Assert.Empty(Chosen(page, "EligibilityPositions"));
        Assert.Equal(["2"], Chosen(page, "EligibilityLevel"));
        var everybody = await App.InStoreAsync(db => db.Set<Competition>()
            .Where(c => c.PublishedAt != null && c.OwnEligibility == null).Select(c => c.Id).FirstAsync());
        Assert.Null((await trainer.GetPageAsync($"/competitions/{everybody}")).GetElementById("eligibility"));
    }

    [Fact]
    public async Task A_unit_that_there_is_not_is_told_on_the_form()
    {
        var trainer = await App.SignInAsync("T0001");

        var refused = await trainer.PostFormAsync(New, New, Form("没有的机构", ("Form.Eligibility.Branches", "no-such")));

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("请从名单里选机构和岗位", (await refused.ReadPageAsync()).QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Heads_and_who_teaches_are_told_whom_it_is_not_for()
    {
        var (trainer, _, _, counting) = await PublishAsync("鹤坪赛", ("Form.Eligibility.Branches", "200"));
        var head = await App.SignInAsync("B0001");

        var people = await head.GetPageAsync($"/branch/contestants/{counting}");
        Assert.Empty(people.QuerySelectorAll("input[name=Ticked]:not([disabled])"));
        Assert.Contains("机构不在参赛范围", people.QuerySelector("tbody")!.TextContent);

        var contestants = $"/authoring/competitions/events/{counting}/contestants";
        var refused = await (await trainer.PostFormAsync(contestants, contestants, ("Numbers", "E0001 E0031"))).ReadPageAsync();
        Assert.Contains("E0001 E0031", refused.GetElementById("Numbers-error")!.TextContent);
    }

    private async Task<(HttpClient Trainer, string Competition, long Keypad, long Counting)> PublishAsync(
        string title, params (string Name, string Value)[] limits)
    {
        var trainer = await App.SignInAsync("T0001");
        var made = (await trainer.PostFormAsync(New, New, Form(title, limits))).Headers.Location!.ToString();
        await trainer.PostShownAsync(made, $"{made}/publication");
        var events = await App.InStoreAsync(db => db.Set<Event>().Where(e => e.Competition.Title == title).OrderBy(e => e.Number)
            .Select(e => e.Id).ToListAsync());
        return (trainer, made.Split('/')[^1], events[0], events[1]);
    }

    private static IReadOnlyList<string> Chosen(IHtmlDocument page, string id) =>
        [.. page.GetElementById(id)!.QuerySelectorAll("option[selected]").OfType<IHtmlOptionElement>().Select(option => option.Value)];

    private static (string Name, string Value)[] Form(string title, params (string Name, string Value)[] limits) =>
    [
        ("Form.Title", title), ("Form.OpensAt", "2026-11-24T08:00"), ("Form.ClosesAt", "2026-11-30T18:00"),
        ("Form.Events[0].Discipline", "keypad-lines-300"), ("Form.Events[0].Tries", "2"),
        ("Form.Events[1].Discipline", "counting-onefinger-300"), ("Form.Events[1].Tries", "2"), .. limits,
    ];
}
