using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Competitions;

/// <summary>Rounds on the pages: how one is made of a competition, and what it says to who has advanced and to who has not.</summary>
public sealed class RoundPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string New = "/authoring/competitions/new";
    private const string Keypad = "keypad-lines-300";

    private AcademyApp App => academy.App;

    [Fact]
    public async Task Who_has_advanced_is_told_so_and_both_rounds_lead_to_each_other()
    {
        var (trainer, past) = (await App.SignInAsync("T0001"), await PastAsync());
        var made = await MakeNextAsync(trainer, past.CompetitionId);
        var (first, second) = ($"/competitions/{past.CompetitionId}", $"/competitions/{made.Split('/')[^1]}");
        var (best, below) = (await App.SignInAsync(await RankedAsync(past.Id, 1)), await App.SignInAsync(await RankedAsync(past.Id, 11)));
        Assert.Null((await best.GetPageAsync(first)).QuerySelector("[data-next]"));

        await trainer.PostShownAsync(made, $"{made}/publication");

        var advanced = (await best.GetPageAsync(first)).QuerySelector("[data-next]")!;
        Assert.Contains("已晋级", advanced.TextContent);
        Assert.Equal(second, advanced.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(ItemOf(await below.GetPageAsync(first), past.Number).QuerySelector("[data-next]"));
        var page = await best.GetPageAsync(second);
        Assert.Equal(first, page.QuerySelector("#eligibility a")!.GetAttribute("href"));
        Assert.Contains("《三季度柜面技能竞赛》每个项目的前 10 名（并列的都晋级）", page.GetElementById("eligibility")!.TextContent);
        Assert.Null(ItemOf(page, past.Number).QuerySelector("[data-refusal]"));
        var refusal = ItemOf(await below.GetPageAsync(second), past.Number).QuerySelector("[data-refusal]")!;
        Assert.Equal(("NotAdvanced", "您还没有晋级这一轮"), (refusal.GetAttribute("data-refusal"), refusal.TextContent));

        await below.PostFormAsync(second, "/preferences/language", ("language", "en"));
        var english = await below.GetPageAsync(second);
        Assert.Contains("Only the first 10 of each event", english.GetElementById("eligibility")!.TextContent);
        Assert.Contains("You have not advanced into this round", ItemOf(english, past.Number).TextContent);
        await best.PostFormAsync(second, "/preferences/language", ("language", "en"));
        Assert.Contains("Advanced", (await best.GetPageAsync(first)).QuerySelector("[data-next]")!.TextContent);
    }

    [Fact]
    public async Task A_draft_of_the_next_round_has_its_terms_in_the_form_and_stays_as_it_is_saved()
    {
        var (trainer, past) = (await App.SignInAsync("T0001"), await PastAsync());
        var made = await MakeNextAsync(trainer, past.CompetitionId);

        var page = await trainer.GetPageAsync(made);

        Assert.Equal($"{past.CompetitionId}", Chosen(page));
        Assert.Equal("10", page.GetElementById("EligibilityRanks")!.GetAttribute("value"));
        Assert.EndsWith("决赛", page.GetElementById("Title")!.GetAttribute("value"), StringComparison.Ordinal);
        var form = Form("复赛", $"{past.CompetitionId}", "4");
        await trainer.PostShownAsync(made, fields: form);
        page = await trainer.GetPageAsync(made);
        Assert.Equal(("复赛", "4"), (Value("Title"), Value("EligibilityRanks")));
        Assert.Equal($"{past.CompetitionId}", Chosen(page));
        await trainer.PostShownAsync(made, fields: Form("复赛", "", "4"));
        Assert.Equal("", Chosen(await trainer.GetPageAsync(made)));

        string? Value(string id) => page.GetElementById(id)!.GetAttribute("value");
    }

    [Fact]
    public async Task The_one_who_teaches_is_told_at_the_field_what_cannot_be()
    {
        var (trainer, past) = (await App.SignInAsync("T0001"), await PastAsync());
        var running = await App.InStoreAsync(db => db.Set<Competition>()
            .Where(c => c.FinalizedAt == null && c.Events.Any(e => e.Discipline == Keypad)).Select(c => c.Id).FirstAsync());

        Assert.Contains("请从名单里选", await ErrorAsync("EligibilityEarlier", "999999", "3"));
        Assert.Contains("开始以前截止", await ErrorAsync("EligibilityEarlier", $"{running}", "3"));
        Assert.Contains("1 到 1000", await ErrorAsync("EligibilityRanks", $"{past.CompetitionId}", ""));
        Assert.Contains("1 到 1000", await ErrorAsync("EligibilityRanks", $"{past.CompetitionId}", "1001"));

        async Task<string> ErrorAsync(string field, string earlier, string ranks)
        {
            var page = await (await trainer.PostFormAsync(New, New, Form("不成的", earlier, ranks))).ReadPageAsync();
            return page.GetElementById($"{field}-error")!.TextContent;
        }
    }

    [Fact]
    public async Task An_earlier_round_that_is_leant_on_says_why_it_is_not_taken_back()
    {
        var trainer = await App.SignInAsync("T0001");
        var first = await PublishedAsync(Form("可撤回的", "", ""));
        var made = await MakeNextAsync(trainer, long.Parse(first.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        await trainer.PostShownAsync(made, $"{made}/publication");

        await trainer.PostShownAsync(first, $"{first}/withdrawal");

        Assert.Contains("请先撤回下一轮", (await trainer.GetPageAsync(first)).QuerySelector(".flash[role=alert]")!.TextContent);

        async Task<string> PublishedAsync((string Name, string Value)[] form)
        {
            var address = (await trainer.PostFormAsync(New, New, form)).Headers.Location!.ToString();
            await trainer.PostShownAsync(address, $"{address}/publication");
            return address;
        }
    }

    [Fact]
    public async Task Who_is_far_enough_up_but_kept_out_by_another_limit_is_not_told_to_have_advanced()
    {
        var (trainer, past) = (await App.SignInAsync("T0001"), await PastAsync());
        var first = await RankedAsync(past.Id, 1);
        var unit = await App.InStoreAsync(db => db.Employees.Numbered(first).Select(e => e.Branch.Code).SingleAsync());
        var elsewhere = await App.InStoreAsync(db => (
            from row in db.FinalRows
            join person in db.Users on row.EmployeeId equals person.Id
            where row.EventId == past.Id && row.Rank <= 10 && !person.Branch.Path.Contains("/" + unit + "/")
            select row.Number).FirstAsync());
        var form = Form("限一家机构的决赛", $"{past.CompetitionId}", "10").Append((Name: "Form.Eligibility.Branches", Value: unit));
        var address = (await trainer.PostFormAsync(New, New, [.. form])).Headers.Location!.ToString();
        await trainer.PostShownAsync(address, $"{address}/publication");

        Assert.NotNull(await NextOfAsync(first));
        Assert.Null(await NextOfAsync(elsewhere));
        await trainer.PostShownAsync(address, $"{address}/withdrawal");

        async Task<AngleSharp.Dom.IElement?> NextOfAsync(string number) =>
            (await (await App.SignInAsync(number)).GetPageAsync($"/competitions/{past.CompetitionId}"))
                .QuerySelector($"[data-next='{address.Split('/')[^1]}']");
    }

    /// <summary>The first event of the last quarter's contest.</summary>
    private Task<Event> PastAsync() => App.InStoreAsync(db => db.Set<Event>().AsNoTracking()
        .Where(e => e.Competition.FinalizedAt != null && e.Discipline == Keypad).OrderBy(e => e.Id).FirstAsync());

    /// <summary>The number of somebody at a place of a board that was kept.</summary>
    private Task<string> RankedAsync(long eventId, int rank) => App.InStoreAsync(db =>
        db.Set<FinalRow>().Where(r => r.EventId == eventId && r.Rank == rank).Select(r => r.Number).FirstAsync());

    private static async Task<string> MakeNextAsync(HttpClient trainer, long earlier)
    {
        var address = $"/authoring/competitions/{earlier}";
        Assert.NotNull((await trainer.GetPageAsync(address)).QuerySelector($"form[action='{address}/next-round'] button"));
        var made = (await trainer.PostFormAsync(address, $"{address}/next-round")).Headers.Location!.ToString();
        Assert.NotEqual(address, made);
        return made;
    }

    private static AngleSharp.Dom.IElement ItemOf(IHtmlDocument page, int number) => page.QuerySelectorAll(".items > .item")[number - 1];

    private static string Chosen(IHtmlDocument page) =>
        ((IHtmlOptionElement)page.QuerySelector("#EligibilityEarlier option[selected]")!).Value;

    private static (string Name, string Value)[] Form(string title, string earlier, string ranks) =>
    [
        ("Form.Title", title), ("Form.OpensAt", "2026-11-25T08:00"), ("Form.ClosesAt", "2026-11-30T18:00"),
        ("Form.Events[0].Discipline", Keypad), ("Form.Events[0].Tries", "1"),
        ("Form.Eligibility.Earlier", earlier), ("Form.Eligibility.Ranks", ranks),
    ];
}
