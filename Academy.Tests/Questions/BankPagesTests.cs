using System.Net;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>Banks through the door, as a trainer without script uses them.</summary>
public sealed class BankPagesTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly StockedBank stock = new(opened);
    private HttpClient trainer = null!;
    private string bank = "";

    public async ValueTask InitializeAsync()
    {
        await stock.InitializeAsync();
        (trainer, bank) = (stock.Trainer, stock.Address);
    }

    public ValueTask DisposeAsync() => stock.DisposeAsync();

    [Fact]
    public async Task Chosen_questions_are_sent_for_review_by_boxes_and_a_button()
    {
        var ids = (await trainer.GetPageAsync(bank))
            .QuerySelectorAll("[name=ids]")
            .Take(2)
            .Select(box => box.GetAttribute("value")!)
            .ToList();

        var answer = await trainer.PostFormAsync(
            bank, $"{bank}/selection", [("act", "Send"), .. ids.Select(id => ("ids", id)), ("seen", "no sight of a question")]);

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

        Assert.Equal(15, await stock.App.InStoreAsync(db => db.Set<QuestionTag>().CountAsync(t => t.Tag == "难题")));
        Assert.Equal(15, await stock.App.InStoreAsync(db =>
            db.QuestionVersions.CountAsync(v => v.Difficulty == 3 && v.Question.Tags.Any(t => t.Tag == "难题"))));
    }

    [Fact]
    public async Task A_tag_as_long_as_a_question_may_have_is_put_on_and_taken_off_in_bulk_and_a_longer_one_is_refused()
    {
        var (question, tag) = (await FirstAsync(), new string('长', QuestionTag.Longest));

        await ActAsync(trainer, question, "Tag", ("isAnswered", "true"), ("addTags", tag));
        Assert.Equal(1, await stock.App.InStoreAsync(db => db.Set<QuestionTag>().CountAsync(t => t.Tag == tag)));
        await ActAsync(trainer, question, "Tag", ("isAnswered", "true"), ("removeTags", tag));
        Assert.Equal(0, await stock.App.InStoreAsync(db => db.Set<QuestionTag>().CountAsync(t => t.Tag == tag)));

        var refused = await (await ActAsync(trainer, question, "Tag", ("isAnswered", "true"), ("addTags", $"{tag}长"))).ReadPageAsync();
        Assert.Contains("100 个字符", refused.QuerySelector("#AddTags-error")!.TextContent, StringComparison.Ordinal);
        Assert.False(await stock.App.InStoreAsync(db => db.Set<QuestionTag>().AnyAsync(t => t.Tag.StartsWith("长长"))));
    }

    [Fact]
    public async Task Own_texts_are_refused_in_words_and_somebody_else_approves_them()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Send");
        await ActAsync(trainer, question, "Approve");
        Assert.Contains("自己写的要由别人复核", (await trainer.GetPageAsync(bank)).QuerySelector(".flash")!.TextContent, StringComparison.Ordinal);

        var administrator = await stock.App.SignInAsync("A0001");
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
        var administrator = await stock.App.SignInAsync("A0001");
        var seen = (await administrator.GetPageAsync($"/authoring/questions/{question}?from=review"))
            .QuerySelectorAll("[name=seen]")
            .Select(field => field.GetAttribute("value")!)
            .Distinct()
            .Single();
        await ActAsync(trainer, question, "Grade", ("isAnswered", "true"), ("level", "3"));

        await ActAsync(administrator, question, "Approve", ("seen", seen));
        var title = await stock.App.InStoreAsync(async db =>
            (await db.Questions.Include(q => q.Versions).SingleAsync(q => q.Id == question)).Title);
        Assert.Contains(
            $"其间已有改动，请看过再办 “{title}”",
            (await administrator.GetPageAsync(bank)).QuerySelector(".flash")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(0, await stock.App.InStoreAsync(db => db.QuestionVersions.InForce().CountAsync(v => v.QuestionId == question)));

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

        Assert.Matches("其间已有改动.*（顾知遥改动过）", (await trainer.GetPageAsync(versions)).QuerySelector(".flash")!.TextContent);
        Assert.Equal(3, await stock.App.InStoreAsync(db => db.QuestionVersions.CountAsync(v => v.QuestionId == question)));
    }

    [Fact]
    public async Task Who_acts_on_a_question_that_has_left_the_bank_is_told_so_and_by_whom()
    {
        var question = await FirstAsync();
        var made = await trainer.PostFormAsync(
            "/authoring/banks/new", "/authoring/banks/new", ("Form.Title", "另一个"), ("Form.Access", "Private"));
        var other = made.Headers.Location!.ToString().Split('/')[^1];
        await ActAsync(trainer, question, "Move", ("isAnswered", "true"), ("target", $"b-{other}"));

        await ActAsync(trainer, question, "Retire");
        var told = await FlashAsync(trainer);
        await ActAsync(trainer, question, "Retire", ("ids", "999999"), ("ids", $"{question + 1}"), ("isAnswered", "true"));

        Assert.Matches("1 题没有办：已不在这个题库 “.*”（顾知遥改动过）", told);
        Assert.Matches("已停用 1 题；1 题没有办：已不在这个题库", await FlashAsync(trainer));
        Assert.Equal(1, await stock.App.InStoreAsync(db => db.Questions.CountAsync(q => q.RetiredAt != null)));
    }

    [Fact]
    public async Task A_comment_stays_where_the_question_is_another_by_now_and_where_the_bank_is_no_longer_theirs()
    {
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Send");
        var administrator = await stock.App.SignInAsync("A0001");
        var seen = (await administrator.GetPageAsync($"/authoring/questions/{question}?from=review"))
            .QuerySelector("[name=seen]")!.GetAttribute("value")!;
        await ActAsync(trainer, question, "Grade", ("isAnswered", "true"), ("level", "3"));
        (string, string)[] comment = [("isAnswered", "true"), ("comment", "请补上依据")];

        var refused = await (await ActAsync(administrator, question, "Return", [.. comment, ("seen", seen)])).ReadPageAsync();
        Assert.Matches("其间已有改动.*（顾知遥改动过）", refused.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("请补上依据", refused.QuerySelector("#Comment")!.TextContent);

        await stock.App.InStoreAsync(async db =>
        {
            db.Entry(await db.Banks.SingleAsync(b => b.Title == "柜面业务")).Property(b => b.OwnerId).CurrentValue = null;
            return await db.SaveChangesAsync();
        });
        var lost = await trainer.PostFormAsync(
            "/authoring/banks", $"{bank}/selection", [("act", "Return"), ("ids", $"{question}"), .. comment]);

        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
        Assert.Equal("请补上依据", (await lost.ReadPageAsync()).QuerySelector("main textarea")!.TextContent.Trim());
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
            await stock.App.InStoreAsync(async db => await db.QuestionVersions
                .Latest()
                .Where(v => v.QuestionId == question)
                .Select(v => new ValueTuple<int, int>(v.Number, v.Difficulty))
                .SingleAsync()));
    }

    [Fact]
    public async Task A_private_bank_is_not_there_for_another_trainer_nor_are_its_questions_found()
    {
        await MakeTrainerAsync("E0001");
        var other = await stock.App.SignInAsync("E0001");
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
        var other = await stock.App.SignInAsync("E0001");

        var page = await other.GetPageAsync(bank);
        Assert.Equal(20, page.QuerySelectorAll("tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("[name=ids], .page-actions .button:not(.quiet)"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.PostFormAsync(
                "/authoring/banks", $"{bank}/selection", ("act", "Retire"), ("whole", "true"), ("isAnswered", "true"))).StatusCode);
        Assert.Equal(0, await stock.App.InStoreAsync(db => db.Questions.CountAsync(q => q.RetiredAt != null)));
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
        var closed = await stock.App.InStoreAsync(async db =>
        {
            var other = db.Add(new Bank("closed") { Title = "别人的", Access = BankAccess.Usable }).Entity;
            await db.SaveChangesAsync();
            return other.Id;
        });

        var answer = await ActAsync(trainer, await FirstAsync(), "Move", ("isAnswered", "true"), ("target", $"b-{closed}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, await stock.App.InStoreAsync(db => db.Questions.CountAsync(q => q.BankId == closed)));
    }

    [Fact]
    public async Task Who_moves_questions_to_where_they_are_reviewed_is_told_before_and_after_what_goes_into_review()
    {
        var lax = (await trainer.PostFormAsync(
            "/authoring/banks/new", "/authoring/banks/new", ("Form.Title", "自用"), ("Form.Access", "Private"))).Headers.Location!.ToString();
        var question = await FirstAsync();
        await ActAsync(trainer, question, "Move", ("isAnswered", "true"), ("target", $"b-{lax.Split('/')[^1]}"));
        await trainer.PostFormAsync(lax, $"{lax}/selection", ("act", "Approve"), ("ids", $"{question}"));

        var asked = await (await trainer.PostFormAsync(lax, $"{lax}/selection", ("act", "Move"), ("ids", $"{question}"))).ReadPageAsync();
        Assert.Contains("1 题没有经别人复核", asked.QuerySelector(".field-help")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("柜面业务（须复核）", asked.QuerySelectorAll("option").Select(option => option.TextContent));
        await trainer.PostFormAsync(
            lax,
            $"{lax}/selection",
            ("act", "Move"),
            ("ids", $"{question}"),
            ("isAnswered", "true"),
            ("target", $"b-{bank.Split('/')[^1]}"));

        Assert.Contains("其中 1 题没有经别人复核", await FlashAsync(trainer), StringComparison.Ordinal);
        Assert.Single((await trainer.GetPageAsync($"{bank}?state=InReview")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_owner_of_a_bank_demands_reviews_and_only_an_administrator_is_offered_to_lift_them()
    {
        const string Tick = "input[type=checkbox][name='Form.RequiresReview']";
        var settings = $"{bank}/settings";
        var page = await trainer.GetPageAsync(settings);
        Assert.Null(page.QuerySelector(Tick));
        Assert.Contains("只有管理员能取消复核", page.Body!.TextContent, StringComparison.Ordinal);
        var refused = await (await trainer.PostShownAsync(
            settings, settings, ("Form.Title", "柜面业务"), ("Form.Access", "Private"), ("Form.RequiresReview", "false"))).ReadPageAsync();
        Assert.Contains("只有管理员能取消", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var administrator = await stock.App.SignInAsync("A0001");
        Assert.NotNull((await administrator.GetPageAsync(settings)).QuerySelector(Tick));
        await administrator.PostShownAsync(settings, settings, ("Form.Title", "柜面业务"), ("Form.Access", "Private"));
        await ActAsync(trainer, await FirstAsync(), "Approve");

        var tick = (await trainer.GetPageAsync(settings)).QuerySelector("label.check")!;
        Assert.Contains("1 道没有经别人复核", tick.TextContent, StringComparison.Ordinal);
        await trainer.PostShownAsync(
            settings, settings, ("Form.Title", "柜面业务"), ("Form.Access", "Private"), ("Form.RequiresReview", "true"));
        Assert.Contains("1 道没有经别人复核", await FlashAsync(trainer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_led_away_from_the_academy()
    {
        var answer = await ActAsync(trainer, await FirstAsync(), "Confirm", ("back", "https://example.com/"));

        Assert.Equal(bank, answer.Headers.Location!.ToString());
    }

    private Task<HttpResponseMessage> ActAsync(HttpClient person, long question, string act, params (string, string)[] more) =>
        person.PostFormAsync(bank, $"{bank}/selection", [("act", act), ("ids", $"{question}"), .. more]);

    private async Task<string> FlashAsync(HttpClient person) => (await person.GetPageAsync(bank)).QuerySelector(".flash")!.TextContent;

    private Task<long> FirstAsync() =>
        stock.App.InStoreAsync(db => db.Questions.Where(q => q.Key == "GM-001").Select(q => q.Id).SingleAsync());

    private Task<long> CategoryAsync(string title) =>
        stock.App.InStoreAsync(db => db.Categories.Where(c => c.Title == title).Select(c => c.Id).SingleAsync());

    private Task<int> MakeTrainerAsync(string number) => stock.App.InStoreAsync(async db =>
    {
        var role = await db.Roles.Where(r => r.Name == Roles.Trainer).Select(r => r.Id).SingleAsync();
        db.UserRoles.Add(new() { UserId = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync(), RoleId = role });
        return await db.SaveChangesAsync();
    });
}
