using System.Globalization;
using System.Net;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>Banks through the door, as a trainer without script uses them.</summary>
public sealed class BankPagesTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly AcademyApp app = new(opened);
    private HttpClient trainer = null!;
    private string bank = "";

    public async ValueTask InitializeAsync()
    {
        trainer = await app.SignInAsync("T0001");
        bank = (await trainer.PostFormAsync(
            "/authoring/banks/new",
            "/authoring/banks/new",
            ("Form.Title", "柜面业务"),
            ("Form.Access", "Private"),
            ("Form.RequiresReview", "true"))).Headers.Location!.ToString();
        await app.InStoreAsync(async db =>
        {
            var author = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
            var found = await db.Banks.SingleAsync(b => b.Title == "柜面业务");
            for (var n = 1; n <= 45; n++)
            {
                var question = db.Add(new Question($"GM-{n:000}", found)).Entity;
                question.Write(
                    Specimens.Single with
                    {
                        Stem = $"第 {n} 问：收缴假币时怎样告知？",
                        Difficulty = 1 + (n % 3),
                        Explanation = n == 7 ? Prose.Empty : "见办法。",
                        Topic = n == 8 ? null : "manners/greeting",
                    },
                    author,
                    TestClock.Tuesday);
                question.Tag(n % 2 == 0 ? ["四季度"] : [], []);
            }

            await db.SaveChangesAsync();
            await db.IndexBankAsync(found.Slug, default);
            return 0;
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("", 45)]
    [InlineData("q=GM-007", 1)]
    [InlineData("q=收缴+假币", 45)]
    [InlineData("q=第+12+问", 1)]
    [InlineData("q=没有这样的内容", 0)]
    [InlineData("difficulty=3", 15)]
    [InlineData("type=Essay", 0)]
    [InlineData("state=Draft", 45)]
    [InlineData("state=Approved", 0)]
    [InlineData("tag=四季度&difficulty=1", 7)]
    [InlineData("want=Explanation", 1)]
    [InlineData("want=Clause", 1)]
    [InlineData("want=ClauseCheck", 0)]
    [InlineData("category=0", 45)]
    [InlineData("category=999", 0)]
    public async Task Questions_are_found(string query, int number)
    {
        var page = await trainer.GetPageAsync($"{bank}?{query}");

        Assert.Equal(Math.Min(20, number), page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(query.Length > 0, page.QuerySelector(".chips") is not null);
        if (number > 0) Assert.Contains($"{number}", page.QuerySelector(".table-foot")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chip_takes_its_filter_out_and_leaves_the_others()
    {
        var page = await trainer.GetPageAsync($"{bank}?difficulty=3&tag=四季度");

        Assert.Equal(
            [$"{bank}?tag=四季度", $"{bank}?difficulty=3"],
            page.QuerySelectorAll(".chip").Select(chip => Uri.UnescapeDataString(chip.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Chosen_questions_are_sent_for_review_by_boxes_and_a_button()
    {
        var ids = (await trainer.GetPageAsync(bank))
            .QuerySelectorAll("[name=ids]")
            .Take(2)
            .Select(box => box.GetAttribute("value")!)
            .ToList();

        var answer = await trainer.PostFormAsync(bank, $"{bank}/selection", [("act", "Send"), .. ids.Select(id => ("ids", id))]);

        Assert.Equal(bank, answer.Headers.Location!.ToString());
        Assert.Equal(2, (await trainer.GetPageAsync($"{bank}?state=InReview")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task All_that_the_list_has_found_are_tagged_and_not_one_more()
    {
        var asked = await (await trainer.PostFormAsync(bank, $"{bank}/selection?difficulty=3", ("act", "Tag"), ("whole", "true")))
            .ReadPageAsync();
        Assert.Contains("15", asked.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        await trainer.PostFormAsync(
            bank, $"{bank}/selection?difficulty=3", ("act", "Tag"), ("whole", "true"), ("isAnswered", "true"), ("addTags", "难题"));

        Assert.Equal(15, await app.InStoreAsync(db => db.Set<QuestionTag>().CountAsync(t => t.Tag == "难题")));
        Assert.Equal(15, await app.InStoreAsync(db =>
            db.QuestionVersions.CountAsync(v => v.Difficulty == 3 && v.Question.Tags.Any(t => t.Tag == "难题"))));
    }

    [Fact]
    public async Task Own_texts_are_refused_in_words_and_somebody_else_approves_them()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Send");
        await ActAsync(trainer, question, "Approve");
        Assert.Contains("自己写的要由别人复核", (await trainer.GetPageAsync(bank)).QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);

        var administrator = await app.SignInAsync("A0001");
        var queue = await administrator.GetPageAsync("/authoring/review");
        Assert.Equal($"/authoring/questions/{question}?from=review", queue.QuerySelector("tbody a")!.GetAttribute("href"));
        await ActAsync(administrator, question, "Approve");
        Assert.Empty((await administrator.GetPageAsync("/authoring/review")).QuerySelectorAll("tbody tr"));
        Assert.Single((await trainer.GetPageAsync($"{bank}?state=Approved")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Who_acts_on_a_text_that_is_another_by_now_is_told_so()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Send");
        var administrator = await app.SignInAsync("A0001");
        var seen = (await administrator.GetPageAsync($"/authoring/questions/{question}?from=review"))
            .QuerySelectorAll("[name=seen]")
            .Select(field => field.GetAttribute("value")!)
            .Distinct()
            .Single();
        await ActAsync(trainer, question, "Grade", ("isAnswered", "true"), ("level", "3"));

        await ActAsync(administrator, question, "Approve", ("seen", seen));
        Assert.Contains("其间已有改动", (await administrator.GetPageAsync(bank)).QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.InStoreAsync(db => db.QuestionVersions.InForce().CountAsync(v => v.QuestionId == question)));

        var asked = await (await ActAsync(administrator, question, "Return", ("seen", seen))).ReadPageAsync();
        Assert.Equal(seen, asked.QuerySelector("[name=seen]")!.GetAttribute("value"));
        var listed = (await trainer.GetPageAsync(bank)).QuerySelector("tbody [name=seen]")!.GetAttribute("value");
        Assert.StartsWith($"{question}.2.InReview.", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_text_does_not_come_back_over_one_that_was_written_meanwhile()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Grade", ("isAnswered", "true"), ("level", "3"));
        var versions = $"/authoring/questions/{question}/versions";
        var seen = (await trainer.GetPageAsync(versions)).QuerySelector("[name=seen]")!.GetAttribute("value")!;
        await ActAsync(trainer, question, "Grade", ("isAnswered", "true"), ("level", "1"));

        await trainer.PostFormAsync(versions, $"{versions}/1/restoration", ("seen", seen));

        Assert.Contains("其间已有改动", (await trainer.GetPageAsync(versions)).QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await app.InStoreAsync(db => db.QuestionVersions.CountAsync(v => v.QuestionId == question)));
    }

    [Fact]
    public async Task A_return_needs_words()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Send");

        var refused = await (await ActAsync(trainer, question, "Return", ("isAnswered", "true"), ("comment", " "))).ReadPageAsync();
        Assert.NotNull(refused.QuerySelector("[role=alert] a[href='#Comment']"));
        await ActAsync(trainer, question, "Return", ("isAnswered", "true"), ("comment", "请补上依据"));
        Assert.Contains(
            "请补上依据", (await trainer.GetPageAsync($"/authoring/questions/{question}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_shows_its_key_and_its_history_beside_each_other_and_an_old_text_comes_back()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Grade", ("isAnswered", "true"), ("level", "3"));

        var page = await trainer.GetPageAsync($"/authoring/questions/{question}");
        Assert.Equal(
            ["Option b"],
            page.QuerySelectorAll(".shown-question .option.right .option-text").Select(option => option.TextContent.Trim()));

        var history = await trainer.GetPageAsync($"/authoring/questions/{question}/versions");
        var cells = history.QuerySelectorAll(".side-by-side tbody td").Select(cell => cell.TextContent).ToList();
        Assert.Equal(["应用", "综合判断"], cells);

        var answer = await trainer.PostFormAsync(
            $"/authoring/questions/{question}/versions",
            $"/authoring/questions/{question}/versions/1/restoration");
        Assert.Equal($"/authoring/questions/{question}", answer.Headers.Location!.ToString());
        Assert.Equal(
            (3, 2),
            await app.InStoreAsync(async db => await db.QuestionVersions
                .Latest()
                .Where(v => v.QuestionId == question)
                .Select(v => new ValueTuple<int, int>(v.Number, v.Difficulty))
                .SingleAsync()));
    }

    [Fact]
    public async Task A_private_bank_is_not_there_for_another_trainer_nor_are_its_questions_found()
    {
        await MakeTrainerAsync("E0001");
        var other = await app.SignInAsync("E0001");
        var question = await FirstAsync();

        foreach (var address in new[]
        {
            bank,
            $"{bank}/similar",
            $"{bank}/categories",
            $"{bank}/settings",
            $"/authoring/questions/{question}",
            $"/authoring/questions/{question}/versions",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        }

        Assert.DoesNotContain("柜面业务", (await other.GetPageAsync("/authoring/banks")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.PostFormAsync(
                "/authoring/banks", $"{bank}/selection", ("act", "Retire"), ("whole", "true"), ("isAnswered", "true"))).StatusCode);
        Assert.Empty((await other.GetPageAsync("/search?q=第 12 问&in=questions")).QuerySelectorAll(".finds li"));
    }

    [Fact]
    public async Task A_bank_that_is_open_to_use_is_read_and_not_changed()
    {
        await trainer.PostShownAsync($"{bank}/settings", $"{bank}/settings", ("Form.Title", "柜面业务"), ("Form.Access", "Usable"));
        await MakeTrainerAsync("E0001");
        var other = await app.SignInAsync("E0001");

        var page = await other.GetPageAsync(bank);
        Assert.Equal(20, page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("[name=ids], .page-actions .button:not(.quiet)"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.PostFormAsync(
                "/authoring/banks", $"{bank}/selection", ("act", "Retire"), ("whole", "true"), ("isAnswered", "true"))).StatusCode);
        Assert.Equal(0, await app.InStoreAsync(db => db.Questions.CountAsync(q => q.RetiredAt != null)));
    }

    [Fact]
    public async Task The_search_leads_to_the_question()
    {
        var page = await trainer.GetPageAsync("/search?q=第 12 问&in=questions");

        var id = await app.InStoreAsync(db => db.Questions.Where(q => q.Key == "GM-012").Select(q => q.Id).SingleAsync());
        Assert.Equal($"/authoring/questions/{id}", page.QuerySelector(".finds h2 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Questions_move_into_a_drawer_and_are_found_in_the_one_above_it()
    {
        await trainer.PostFormAsync($"{bank}/categories", $"{bank}/categories", ("Title", "现金"));
        var top = await CategoryAsync("现金");
        await trainer.PostFormAsync($"{bank}/categories", $"{bank}/categories", ("Title", "假币"), ("Parent", $"{top}"));
        var below = await CategoryAsync("假币");

        await ActAsync(trainer, await FirstAsync(), "Move", ("isAnswered", "true"), ("target", $"c-{below}"));

        Assert.Single((await trainer.GetPageAsync($"{bank}?category={top}")).QuerySelectorAll("tbody tr"));
        Assert.Equal(
            ["45", "1", "1", "44"],
            (await trainer.GetPageAsync(bank)).QuerySelectorAll(".drawers .number").Select(n => n.TextContent));
    }

    [Fact]
    public async Task Nothing_moves_to_a_bank_that_is_not_open_to_edit()
    {
        var closed = await app.InStoreAsync(async db =>
        {
            var other = db.Add(new Bank("closed") { Title = "别人的", Access = BankAccess.Usable }).Entity;
            await db.SaveChangesAsync();
            return other.Id;
        });

        var answer = await ActAsync(trainer, await FirstAsync(), "Move", ("isAnswered", "true"), ("target", $"b-{closed}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await app.InStoreAsync(db => db.Questions.CountAsync(q => q.BankId == closed)));
    }

    [Fact]
    public async Task Similar_questions_stand_beside_each_other()
    {
        var page = await trainer.GetPageAsync($"{bank}/similar");

        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Equal(2, row.QuerySelectorAll("a").Length));
    }

    [Fact]
    public async Task Of_a_bank_that_is_too_large_the_newest_questions_are_compared()
    {
        var (questions, wordings) = await app.InStoreAsync(async db =>
            await db.WordingsAsync(long.Parse(bank.Split('/')[^1], CultureInfo.InvariantCulture), default, most: 2));

        Assert.Equal(questions.Order(), questions);
        Assert.Equal(["第 44 问", "第 45 问"], wordings.Select(wording => wording[..6]));
    }

    [Fact]
    public async Task Nobody_is_led_away_from_the_academy()
    {
        var answer = await ActAsync(trainer, await FirstAsync(), "Confirm", ("back", "https://example.com/"));

        Assert.Equal(bank, answer.Headers.Location!.ToString());
    }

    private Task<HttpResponseMessage> ActAsync(HttpClient person, long question, string act, params (string, string)[] more) =>
        person.PostFormAsync(bank, $"{bank}/selection", [("act", act), ("ids", $"{question}"), .. more]);

    private Task<long> FirstAsync() => app.InStoreAsync(db => db.Questions.Where(q => q.Key == "GM-001").Select(q => q.Id).SingleAsync());

    private Task<long> CategoryAsync(string title) =>
        app.InStoreAsync(db => db.Categories.Where(c => c.Title == title).Select(c => c.Id).SingleAsync());

    private Task<int> MakeTrainerAsync(string number) => app.InStoreAsync(async db =>
    {
        var role = await db.Roles.Where(r => r.Name == Roles.Trainer).Select(r => r.Id).SingleAsync();
        db.UserRoles.Add(new() { UserId = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(), RoleId = role });
        return await db.SaveChangesAsync();
    });
}
