using System.Globalization;
using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Security;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

/// <summary>Judged events of the demonstration bank on their pages; each test has its own event or contestant.</summary>
public sealed class JudgingPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Counting = "counting-onefinger-300";
    private const string Practice = $"/drills/counting/{Counting}";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task One_enters_and_withdraws_on_the_page_of_the_competition()
    {
        var (competition, held) = await RunningAsync();
        var teller = await App.SignInAsync("E0061");
        var address = $"/competitions/{competition}";
        var before = await EnteredAsync(held);

        Assert.NotNull((await teller.GetPageAsync(address)).QuerySelector($"form[action$='{held}/entry']"));
        await teller.PostFormAsync(address, $"/competitions/events/{held}/entry");
        Assert.Contains($"已报名 {before + 1} 人", (await teller.GetPageAsync(address)).Body!.TextContent);
        await teller.PostFormAsync(address, $"/competitions/events/{held}/withdrawal");

        Assert.Equal(before, await EnteredAsync(held));
    }

    [Fact]
    public async Task A_branch_head_ticks_the_people_of_the_branch_who_compete()
    {
        var (_, held) = await RunningAsync();
        var head = await App.SignInAsync("B0001");
        var address = $"/branch/contestants/{held}";
        var page = await head.GetPageAsync(address);
        var free = page.QuerySelectorAll("input[name=Ticked]:not([disabled]):not([checked])").OfType<IHtmlInputElement>()
            .Select(tick => tick.Value).Take(2).Order().ToList();

        await head.PostFormAsync(address, address, [.. free.Select(id => ("Ticked", id))]);
        Assert.Equal(free, await OfAsync(free));

        await head.PostFormAsync(address, address, ("Ticked", free[0]), ("Before", free[0]), ("Before", free[1]));
        Assert.Equal(free[..1], await OfAsync(free));

        Task<List<string>> OfAsync(List<string> people) => App.InStoreAsync(async db =>
            (await db.Contestants.Entered().Where(c => c.EventId == held).Select(c => c.EmployeeId).ToListAsync())
                .Select(id => id.ToString(CultureInfo.InvariantCulture)).Where(people.Contains).Order().ToList());
    }

    [Fact]
    public async Task Who_holds_it_enters_people_by_number_and_is_told_which_are_unknown()
    {
        var (_, held) = await RunningAsync();
        var trainer = await App.SignInAsync("T0001");
        var address = $"/authoring/competitions/events/{held}/contestants";

        var refused = await (await trainer.PostFormAsync(address, address, ("Numbers", "E0033，E9999"))).ReadPageAsync();
        Assert.Contains("E9999", refused.GetElementById("Numbers-error")!.TextContent);
        await trainer.PostFormAsync(address, address, ("Numbers", "e0033\nE0034"), ("IsGuest", "true"));

        Assert.Equal(2, await App.InStoreAsync(db => db.Contestants.CountAsync(c => c.EventId == held && !c.IsRanked)));
        Assert.Contains("嘉宾", (await trainer.GetPageAsync(address)).Body!.TextContent);
    }

    [Fact]
    public async Task A_judge_sees_what_waits_and_judges_without_script_and_never_the_sheet_of_the_other_before()
    {
        var contestant = await WaitingAsync("E0031");
        var judge = await App.SignInAsync("J0001");
        var address = $"/judging/contestants/{contestant}";
        Assert.Contains("等我评分", (await judge.GetPageAsync("/judging")).Body!.TextContent);
        var open = await judge.GetPageAsync(address);

        // The other has counted 9 bundles and 45 notes.
        Assert.Equal("", Figure(open, "bundles"));
        Assert.Equal(HttpStatusCode.NotFound, (await judge.GetAsync($"{address}/settlement")).StatusCode);

        await judge.PostShownAsync(address, null, ("Figures[bundles]", "9"), ("Figures[untidy]", "1"));
        var saved = await judge.GetPageAsync(address);
        Assert.Equal(("9", "890 张"), (Figure(saved, "bundles"), saved.GetElementById("score")!.TextContent.Trim()));
        await judge.PostShownAsync(
            address, null, ("Figures[bundles]", "9"), ("Figures[remainder]", "45"), ("Figures[untidy]", "1"), ("HandsIn", "true"));

        var judged = await App.InStoreAsync(db => db.Contestants.SingleAsync(c => c.Id == contestant));
        Assert.True(judged.AwaitsSettlement);
        var page = await judge.GetPageAsync($"{address}/settlement");
        Assert.Equal(["不齐"], page.QuerySelectorAll("tr.differs th").Select(th => th.TextContent.Trim()[..2]));
        Assert.Null(page.GetElementById("Reason"));
        var trainer = await App.SignInAsync("T0001");
        await trainer.PostFormAsync($"{address}/settlement", $"{address}/settlement", ("Figures[untidy]", "0"), ("Reason", "当面复看"));

        Assert.Equal(945, await App.InStoreAsync(db => db.Contestants.Where(c => c.Id == contestant).Select(c => c.Score).SingleAsync()));
        Assert.Contains("当面复看", (await judge.GetPageAsync($"{address}/settlement")).Body!.TextContent);
        Assert.Contains(
            await App.InStoreAsync(db => db.AuditEntries.Where(e => e.Act == CompetitionTrail.ResultsRead).ToListAsync()),
            line => line.ActorNumber == "J0001" && line.SubjectKey == $"{address}/settlement");
    }

    [Theory]
    [InlineData("J0001", "")]
    [InlineData("T0001", "/settlement")]
    public async Task A_figure_that_is_sent_twice_as_a_pair_breaks_nothing(string person, string form)
    {
        var address = $"/judging/contestants/{await WaitingAsync("E0031")}";
        var judge = await App.SignInAsync(person);

        var answer = await judge.PostFormAsync(
            "/judging", $"{address}{form}", ("Figures[bundles]", "zz"), ("Figures[0].Key", "a"), ("Figures[0].Value", "3"),
            ("Figures[1].Key", "a"), ("Figures[1].Value", "4"));

        Assert.InRange(answer.StatusCode, HttpStatusCode.OK, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whether_a_result_is_void_is_settled_where_nothing_else_differs()
    {
        var contestant = await WaitingAsync("E0048");
        var (judge, trainer) = (await App.SignInAsync("J0001"), await App.SignInAsync("T0001"));
        var address = $"/judging/contestants/{contestant}";
        await judge.PostShownAsync(
            address, null, ("Figures[bundles]", "8"), ("Figures[untidy]", "1"), ("Void", "early"), ("HandsIn", "true"));
        await trainer.PostFormAsync($"{address}/settlement", $"{address}/settlement", ("Void", ""), ("Reason", "看过录像，没有抢点"));

        Assert.Equal(790, await App.InStoreAsync(db => db.Contestants.Where(c => c.Id == contestant).Select(c => c.Score).SingleAsync()));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_is_saved()
    {
        var contestant = await WaitingAsync("E0072");
        var judge = await App.SignInAsync("J0001");
        var address = $"/judging/contestants/{contestant}";

        var page = await (await judge.PostShownAsync(address, null, ("Figures[bundles]", "2"), ("Figures[missed]", "3"))).ReadPageAsync();

        Assert.Contains("超出范围", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.False(await App.InStoreAsync(db => db.ScoreSheets.AnyAsync(s => s.ContestantId == contestant)));
    }

    [Fact]
    public async Task A_sheet_that_is_sent_is_saved_once_and_what_is_stored_is_told_to_a_lower_revision()
    {
        var contestant = await WaitingAsync("E0055");
        var judge = await App.SignInAsync("J0001");
        var token = (await judge.GetPageAsync($"/judging/contestants/{contestant}")).Token();
        var address = $"/api/judging/contestants/{contestant}/sheet";

        Assert.Equal(HttpStatusCode.OK, (await PutAsync("""{"revision": 2, "figures": {"bundles": 4}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("""{"revision": 2, "figures": {"bundles": 4}}""")).StatusCode);
        var overtaken = await PutAsync("""{"revision": 1, "figures": {"bundles": 3}}""");
        Assert.Equal(HttpStatusCode.Conflict, overtaken.StatusCode);
        Assert.Equal(
            """{"revision":2,"figures":{"bundles":4},"void":null,"reason":"overtaken"}""", await overtaken.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync("""{"revision": 3, "figures": {"bundles": 400}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.PutJsonAsync(null, address, """{"revision": 3, "figures": {}}""")).StatusCode);

        Task<HttpResponseMessage> PutAsync(string json) => judge.PutJsonAsync(token, address, json);
    }

    [Fact]
    public async Task What_one_has_counted_by_oneself_is_kept_once_for_oneself()
    {
        var (teller, other) = (await App.SignInAsync("E0061"), await App.SignInAsync("E0062"));
        var page = await teller.GetPageAsync(Practice);
        await teller.PostSeenAsync(page, Practice, ("Notes", "820"), ("Wrong", "1"));
        await teller.PostSeenAsync(page, Practice, ("Notes", "820"), ("Wrong", "1"));

        Assert.Equal(1, await App.InStoreAsync(db => db.Set<HandCount>().CountAsync(c => c.Notes == 820)));
        Assert.Contains("820 张", (await teller.GetPageAsync(Practice)).Body!.TextContent);
        Assert.DoesNotContain("820 张", (await other.GetPageAsync(Practice)).Body!.TextContent);
        var refused = await (await teller.PostShownAsync(Practice, null, ("Notes", "99999"))).ReadPageAsync();
        Assert.NotNull(refused.GetElementById("Notes-error"));
    }

    private static string? Figure(IHtmlDocument page, string key) => page.GetElementById($"item-{key}")!.GetAttribute("value");

    private Task<int> EnteredAsync(long held) => App.InStoreAsync(db => db.Contestants.Entered().CountAsync(c => c.EventId == held));

    private Task<(long Competition, long Event)> RunningAsync() => App.InStoreAsync(async db =>
    {
        var held = await db.Events.OrderBy(e => e.Id).LastAsync(e => e.Discipline == Counting);
        return (held.CompetitionId, held.Id);
    });

    /// <summary>Of the event that runs, somebody whom J0001 has yet to judge.</summary>
    private async Task<long> WaitingAsync(string number)
    {
        var (_, held) = await RunningAsync();
        return await App.InStoreAsync(async db =>
        {
            var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
            return await db.Contestants.Entered().Where(c => c.EventId == held && c.EmployeeId == id).Select(c => c.Id).SingleAsync();
        });
    }
}
