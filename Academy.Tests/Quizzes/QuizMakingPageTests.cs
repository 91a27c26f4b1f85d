using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

public sealed class QuizMakingPageTests(SharedAcademy shared) : IClassFixture<SharedAcademy>
{
    private const string New = "/authoring/quizzes/new";

    private AcademyApp App => shared.App;

    [Fact]
    public async Task A_quiz_goes_from_form_to_employees()
    {
        var trainer = await App.SignInAsync("T0001");
        var employee = await App.SignInAsync("E0001");
        var id = await AddAsync(trainer, Fields());
        Assert.Equal(HttpStatusCode.NotFound, (await employee.GetAsync($"/quizzes/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await employee.PostFormAsync("/quizzes/1", $"/quizzes/{id}/start")).StatusCode);

        await PostSeenAsync(trainer, $"/authoring/quizzes/{id}/publication");

        Assert.Equal(HttpStatusCode.OK, (await employee.GetAsync($"/quizzes/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await employee.PostFormAsync($"/quizzes/{id}", $"/quizzes/{id}/start")).StatusCode);
        var fixedPage = await trainer.GetPageAsync($"/authoring/quizzes/{id}");
        Assert.True(fixedPage.QuerySelector("#Sections")!.HasAttribute("disabled"));
        Assert.Equal(
            $"/authoring/quizzes/{id}",
            (await trainer.GetAsync($"/authoring/quizzes/{id}/publication")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_look_at_a_sample_stores_nothing()
    {
        var trainer = await App.SignInAsync("T0001");
        var id = await AddAsync(trainer, Fields());
        Assert.Equal(10, (await trainer.GetPageAsync($"/authoring/quizzes/{id}/preview")).QuerySelectorAll(".question").Length);
        Assert.Equal(0, await App.InStoreAsync(db => db.Attempts.CountAsync(a => a.QuizId == id)));
    }

    [Fact]
    public async Task A_shortage_is_told_and_there_is_no_way_to_publish()
    {
        var trainer = await App.SignInAsync("T0001");
        var id = await AddAsync(trainer, Fields(draw: "400"));
        var page = await trainer.GetPageAsync($"/authoring/quizzes/{id}/publication");
        Assert.Contains("第 1 部分要 400 题", page.QuerySelector(".message.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form .button:not(.quiet)"));
    }

    [Fact]
    public async Task Questions_are_picked_from_a_list_and_stay_at_a_version()
    {
        var trainer = await App.SignInAsync("T0001");
        var id = await AddAsync(trainer, Fields());
        var address = $"/authoring/quizzes/{id}/sections/1";
        var keys = (await trainer.GetPageAsync(address))
            .QuerySelectorAll("[name=Picked]")
            .Select(box => box.GetAttribute("value")!)
            .Take(2)
            .ToList();

        await PostSeenAsync(
            trainer, address, ("Shown", keys[0]), ("Shown", keys[1]), ("Picked", keys[0]), ("Picked", keys[1]), ("Pins", "true"));
        Assert.Equal([$"{keys[0]}@1", $"{keys[1]}@1"], (await SectionAsync(id)).Questions);

        await PostSeenAsync(trainer, address, ("Shown", keys[0]), ("Shown", keys[1]), ("Picked", keys[1]));
        Assert.Equal([keys[1]], (await SectionAsync(id)).Questions);
    }

    [Fact]
    public async Task A_tag_of_two_words_stays_one_tag_however_often_the_form_is_saved()
    {
        var trainer = await App.SignInAsync("T0001");
        var id = await AddAsync(trainer, [.. Fields(), ("Terms.Sections[0].Tags", "信贷 业务、柜面")]);
        var tags = (await trainer.GetPageAsync($"/authoring/quizzes/{id}")).QuerySelector("[name='Terms.Sections[0].Tags']")!;

        await PostSeenAsync(
            trainer,
            $"/authoring/quizzes/{id}",
            [.. Fields(), ("Terms.Description", "再存一次"), ("Terms.Sections[0].Tags", tags.GetAttribute("value")!)]);

        Assert.Equal(["信贷 业务", "柜面"], (await SectionAsync(id)).Tags);
    }

    [Fact]
    public async Task A_question_tells_only_quizzes_that_may_draw_it()
    {
        var trainer = await App.SignInAsync("T0001");
        var (any, tagged) = (
            await AddAsync(trainer, Fields()), await AddAsync(trainer, [.. Fields(), ("Terms.Sections[0].Tags", "没有的标签")]));
        var question = await App.InStoreAsync(db => db.QuestionVersions
            .InForce()
            .Where(v => v.Type == QuestionType.SingleChoice && v.Question.Bank.Slug == "counterfeit-currency")
            .Select(v => v.QuestionId)
            .FirstAsync());

        var uses = (await trainer.GetPageAsync($"/authoring/questions/{question}"))
            .QuerySelectorAll("#uses-title")[0].Closest("section")!
            .QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Contains($"/quizzes/{any}", uses);
        Assert.DoesNotContain($"/quizzes/{tagged}", uses);
    }

    [Fact]
    public async Task Nobody_names_questions_of_a_bank_that_is_not_theirs_to_use()
    {
        var trainer = await App.SignInAsync("T0001");
        await App.InStoreAsync(async db =>
        {
            var owner = await db.Employees.Numbered("A0001").Select(e => e.Id).SingleAsync();
            var bank = db.Add(new Bank("secret") { Title = "保密题库", Access = BankAccess.Private, OwnerId = owner }).Entity;
            db.Add(new Question("secret-1", bank));
            return await db.SaveChangesAsync();
        });

        var page = await (await trainer.PostFormAsync(New, New, [.. Fields(), ("Terms.Sections[0].Questions", "secret-1")]))
            .ReadPageAsync();
        Assert.Contains("不能使用", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await trainer.GetPageAsync(New)).QuerySelectorAll("option[value=secret]"));
    }

    [Fact]
    public async Task Another_trainers_quiz_is_not_found()
    {
        var id = await AddAsync(await App.SignInAsync("A0001"), Fields());
        foreach (var page in new[] { "", "/preview", "/publication", "/sections/1" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await (await App.SignInAsync("T0001")).GetAsync($"/authoring/quizzes/{id}{page}")).StatusCode);
        }
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field()
    {
        var page = await (await (await App.SignInAsync("T0001")).PostFormAsync(
            New,
            New,
            [.. Fields(draw: "0").Where(f => f.Item1 != "Terms.LimitMinutes"), ("Terms.LimitMinutes", "三十")])).ReadPageAsync();
        Assert.Equal(
            ["#LimitMinutes", "#PassPoints", "#Sections"],
            page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("OpensAt", "0001-01-01T00:00")]
    [InlineData("OpensAt", "9999-12-31T23:59")]
    [InlineData("OpensAt", "明天")]
    [InlineData("ClosesAt", "2026-13-45T99:99")]
    public async Task A_moment_that_cannot_be_read_is_refused_and_not_taken_for_none(string field, string moment)
    {
        var trainer = await App.SignInAsync("T0001");

        var answer = await trainer.PostFormAsync(New, New, [.. Fields(), ($"Terms.{field}", moment)]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"#{field}", (await answer.ReadPageAsync()).QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_quiz_that_changed_since_the_page_was_opened_is_not_published_and_the_page_says_who_changed_it()
    {
        var trainer = await App.SignInAsync("T0001");
        var id = await AddAsync(trainer, Fields());
        var (page, address) = ($"/authoring/quizzes/{id}", $"/authoring/quizzes/{id}/publication");
        var seen = SeenOn(await trainer.GetPageAsync(address));
        var edited = await PostSeenAsync(trainer, page, [.. Fields(), ("Terms.Description", "新说明")]);
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);

        var refused = await (await trainer.PostFormAsync(address, address, ("Seen", seen))).ReadPageAsync();

        Assert.Contains("有人改过", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await App.InStoreAsync(db => db.Quizzes.Where(q => q.Id == id).Select(q => q.PublishedAt).SingleAsync()));
    }

    [Fact]
    public async Task What_was_ticked_stays_ticked_when_somebody_has_changed_the_quiz_meanwhile()
    {
        var trainer = await App.SignInAsync("T0001");
        var id = await AddAsync(trainer, Fields());
        var address = $"/authoring/quizzes/{id}/sections/1";
        var page = await trainer.GetPageAsync(address);
        var keys = KeysOn(page);
        await PostSeenAsync(trainer, address, ("Shown", keys[2]), ("Picked", keys[2]));

        (string, string)[] ticked = [("Picked", keys[0]), ("Picked", keys[1]), ("Pins", "true"), ("Seen", SeenOn(page))];
        var refused = await (await trainer.PostFormAsync(
            address, address, [.. keys.Select(key => ("Shown", key)), .. ticked])).ReadPageAsync();

        Assert.Contains("有人改过：顾知遥在", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [keys[0], keys[1], "true"],
            refused.QuerySelectorAll<IHtmlInputElement>("main form [type=checkbox]").Where(box => box.IsChecked).Select(box => box.Value));
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task A_quiz_that_somebody_has_closed_meanwhile_opens_again_only_when_that_is_said(string reopens, bool isClosed)
    {
        var (trainer, administrator) = (await App.SignInAsync("T0001"), await App.SignInAsync("A0001"));
        var address = $"/authoring/quizzes/{await AddAsync(trainer, Fields())}";
        await PostSeenAsync(trainer, $"{address}/publication");
        var page = await trainer.GetPageAsync(address);
        Assert.Null(page.QuerySelector("[name=Reopens]"));
        await administrator.PostFormAsync(address, $"{address}/closing");
        (string, string)[] fields = [.. Fields(), ("Terms.Description", "新说明")];

        var told = await (await trainer.PostFormAsync(address, address, [.. fields, ("Seen", SeenOn(page))])).ReadPageAsync();
        Assert.Matches("方砚秋在 .* 结束测验", told.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("false", told.QuerySelectorAll<IHtmlInputElement>("[name=Reopens]").Single(choice => choice.IsChecked).Value);
        var saved = await trainer.PostFormAsync(address, address, [.. fields, ("Seen", SeenOn(told)), ("Reopens", reopens)]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var now = App.Clock.GetUtcNow();
        var id = long.Parse(address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var quiz = await App.InStoreAsync(db => db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id));
        Assert.Equal(("新说明", isClosed), (quiz.Terms.Description, quiz.Terms.IsClosed(now)));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_quiz_and_publishes_it_once()
    {
        var trainer = await App.SignInAsync("T0001");
        var form = await trainer.GetPageAsync(New);
        var slug = form.QuerySelector("[name=Slug]")!.GetAttribute("value")!;
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => trainer.PostFormAsync(New, New, [.. Fields(), ("Slug", slug)])));
        var quiz = Assert.Single(made.Select(answer => answer.Headers.Location!.ToString()).Distinct());

        var seen = SeenOn(await trainer.GetPageAsync($"{quiz}/publication"));
        var published = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => trainer.PostFormAsync(quiz, $"{quiz}/publication", ("Seen", seen))));

        Assert.All(published, answer => Assert.Equal(quiz, answer.Headers.Location!.ToString()));
        Assert.Equal(
            1,
            await App.InStoreAsync(db => db.AuditEntries.CountAsync(e => e.SubjectKey == slug && e.Act == QuizTrail.QuizPublished)));
    }

    [Fact]
    public async Task Questions_are_found_by_their_words_and_their_keys()
    {
        var trainer = await App.SignInAsync("T0001");
        var address = $"/authoring/quizzes/{await AddAsync(trainer, Fields())}/sections/1";
        var all = await trainer.GetPageAsync(address);
        var key = KeysOn(all)[3];
        var saying = all.QuerySelectorAll("tbody tr")
            .Where(row => row.QuerySelector("th p")!.TextContent.Contains("假币", StringComparison.Ordinal))
            .Select(row => row.QuerySelector("[name=Picked]")!.GetAttribute("value")!)
            .ToHashSet();

        Assert.Equal([key], KeysOn(await trainer.GetPageAsync($"{address}?q={key}")));
        Assert.NotEmpty(saying);
        Assert.Subset(KeysOn(await trainer.GetPageAsync($"{address}?q={Uri.EscapeDataString("假币")}")).ToHashSet(), saying);
        Assert.Empty(KeysOn(await trainer.GetPageAsync($"{address}?q=zzzz")));
    }

    private static List<string> KeysOn(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[name=Picked]").Select(box => box.GetAttribute("value")!)];

    private static string SeenOn(IHtmlDocument page) => page.QuerySelector("[name=Seen]")!.GetAttribute("value")!;

    /// <summary>Posts fields to the page that shows them, with what the page showed.</summary>
    private static async Task<HttpResponseMessage> PostSeenAsync(HttpClient person, string address, params (string, string)[] fields) =>
        await person.PostFormAsync(address, address, [.. fields, ("Seen", SeenOn(await person.GetPageAsync(address)))]);

    private Task<Section> SectionAsync(long id) =>
        App.InStoreAsync(async db => (await db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == id)).Blueprint.Sections[0]);

    private static (string, string)[] Fields(string draw = "10") =>
    [
        ("Terms.Title", "反假货币小测"), ("Terms.PassPoints", "5"), ("Terms.LimitMinutes", "20"),
        ("Terms.Sections[0].Bank", "counterfeit-currency"), ("Terms.Sections[0].Type", "SingleChoice"), ("Terms.Sections[0].Draw", draw),
        ("Terms.Sections[0].Points", "5"),
    ];

    private static async Task<long> AddAsync(HttpClient person, (string, string)[] fields)
    {
        var answer = await person.PostFormAsync(New, New, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
