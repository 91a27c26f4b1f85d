using System.Globalization;
using System.Net;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Academy.Web.Pages.Questions.Editor;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

public sealed class QuestionEditorPageTests(SharedAcademy shared) : IClassFixture<SharedAcademy>
{
    private static readonly (string, string)[] Whole =
    [
        ("Question.Type", "SingleChoice"), ("Question.Stem", "收到可疑的纸币，先做什么？"), ("State", "Approved"),
        ("Question.Options[0].Text", "请客户稍等"), ("Question.Options[0].IsRight", "true"), ("Question.Options[1].Text", "退还客户"),
    ];

    public static TheoryData<QuestionType> Types => [.. Enum.GetValues<QuestionType>()];

    private AcademyApp App => shared.App;

    [Theory, MemberData(nameof(Types))]
    public async Task Every_type_has_a_form_with_labels(QuestionType type)
    {
        var page = await (await App.SignInAsync("T0001")).GetPageAsync($"/authoring/banks/1/questions/new?type={type}");
        Assert.NotNull(page.QuerySelector("textarea[name='Question.Stem']"));
        Assert.Empty(page.QuerySelectorAll("#editor :is(input:not([type=hidden]), textarea, select)")
            .Where(field => field.GetAttribute("aria-label") is null
                && field.Closest("label") is null
                && page.QuerySelector($"label[for='{field.Id}']") is null).Select(field => field.OuterHtml));
    }

    [Fact]
    public async Task A_row_is_added_without_script_and_what_was_written_stays()
    {
        var page = await PostAsync(await BankAsync(), [.. Whole, ("Then", "add:Options")]);
        Assert.Equal("退还客户", page.QuerySelector("[name='Question.Options[1].Text']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name='Question.Options[2].Text']"));
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task A_preview_shows_the_question_with_advice_and_stores_nothing()
    {
        var bank = await BankAsync();
        var page = await PostAsync(bank, [.. Whole, ("Then", "preview")]);
        Assert.Equal(2, page.QuerySelectorAll("#preview .option").Length);
        Assert.Contains("还没有解析", page.QuerySelector("#Question_Explanation-advice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await App.InStoreAsync(db => db.Questions.CountAsync(q => q.BankId == bank)));
    }

    [Fact]
    public async Task A_problem_stands_at_its_field_and_in_the_summary()
    {
        var page = await PostAsync(await BankAsync(), [.. Whole, ("Question.Options[2].Text", "退还客户"), ("Question.Topic", "no/such")]);
        Assert.Equal("true", page.QuerySelector("[name='Question.Options[2].Text']")!.GetAttribute("aria-invalid"));
        Assert.Equal(
            ["#Question_Options_2__Text", "#Question_Topic"],
            page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Save_and_next_offers_the_same_type_again()
    {
        var bank = await BankAsync();
        var trainer = await App.SignInAsync("T0001");
        var answer = await trainer.PostFormAsync(New(bank), New(bank), [.. Whole, ("Then", "next")]);
        Assert.StartsWith($"{New(bank)}?type=SingleChoice&state=Approved", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await App.InStoreAsync(db => db.QuestionVersions.InForce().CountAsync(v => v.Question.BankId == bank)));
    }

    [Fact]
    public async Task A_save_over_a_newer_version_shows_what_changed_and_goes_on_from_there()
    {
        var bank = await BankAsync();
        var trainer = await App.SignInAsync("T0001");
        var edit = (await trainer.PostFormAsync(New(bank), New(bank), Whole)).Headers.Location!.ToString();
        var first = await trainer.GetPageAsync(edit);
        await trainer.PostShownAsync(
            edit, edit, [.. Whole.Where(f => f.Item1 != "Question.Stem"), ("Question.Stem", "收到可疑的硬币，先做什么？")]);

        (string, string)[] mine = [.. Whole, ("Question.Explanation", "见条款")];
        var late = await (await trainer.PostFormAsync(edit, edit, [.. mine, .. SeenOn(first)])).ReadPageAsync();
        Assert.Contains("硬", late.QuerySelector(".changes ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("见条款", late.QuerySelector("[name='Question.Explanation']")!.TextContent.Trim());

        Assert.Equal(
            HttpStatusCode.Redirect, (await trainer.PostFormAsync(edit, edit, [.. mine, .. SeenOn(late)])).StatusCode);
    }

    [Fact]
    public async Task A_save_over_another_filing_shows_it_and_goes_on_from_there()
    {
        var bank = await BankAsync();
        var trainer = await App.SignInAsync("T0001");
        var edit = (await trainer.PostFormAsync(New(bank), New(bank), Whole)).Headers.Location!.ToString();
        var first = await trainer.GetPageAsync(edit);
        await trainer.PostShownAsync(edit, edit, [.. Whole, ("Filing.Tags", "常考")]);

        (string, string)[] mine = [.. Whole, ("Question.Explanation", "见条款")];
        var late = await (await trainer.PostFormAsync(edit, edit, [.. mine, .. SeenOn(first)])).ReadPageAsync();
        Assert.Equal("常考", string.Concat(late.QuerySelector(".changes ins")!.TextContent.Where(c => "常考".Contains(c))));

        await trainer.PostFormAsync(edit, edit, [.. mine, ("Filing.Tags", "常考"), .. SeenOn(late)]);
        var id = long.Parse(edit.Split('/')[^2], CultureInfo.InvariantCulture);
        Assert.Equal(
            (2, "常考"),
            await App.InStoreAsync(async db =>
                await db.Questions.Whole().SingleAsync(q => q.Id == id) is var stored
                    ? (stored.Latest!.Number, Assert.Single(stored.Tags).Tag)
                    : default));
    }

    [Fact]
    public async Task A_page_that_was_saved_already_and_says_something_else_now_makes_another_question_when_it_is_saved_again()
    {
        var bank = await BankAsync();
        var trainer = await App.SignInAsync("T0001");
        var key = (await trainer.GetPageAsync(New(bank))).QuerySelector("[name=Key]")!.GetAttribute("value")!;
        (string, string)[] other = [.. Whole.Where(f => f.Item1 != "Question.Stem"), ("Question.Stem", "收到可疑的硬币，先做什么？")];
        await trainer.PostFormAsync(New(bank), New(bank), [.. Whole, ("Key", key)]);

        var refused = await (await trainer.PostFormAsync(New(bank), New(bank), [.. other, ("Key", key)])).ReadPageAsync();
        Assert.NotNull(refused.QuerySelector("[role=alert]"));
        Assert.Equal(1, await App.InStoreAsync(db => db.Questions.CountAsync(q => q.BankId == bank)));

        await trainer.PostFormAsync(
            New(bank), New(bank), [.. other, ("Key", refused.QuerySelector("[name=Key]")!.GetAttribute("value")!)]);
        Assert.Equal(2, await App.InStoreAsync(db => db.Questions.CountAsync(q => q.BankId == bank)));
    }

    [Fact]
    public async Task A_private_bank_of_somebody_else_is_not_found()
    {
        var bank = await BankAsync(
            BankAccess.Usable,
            await App.InStoreAsync(db => db.Employees.Numbered("A0001").Select(e => e.Id).SingleAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await App.SignInAsync("T0001")).GetAsync(New(bank))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await App.SignInAsync("A0001")).GetAsync(New(bank))).StatusCode);
    }

    [Fact]
    public void A_picture_goes_behind_the_text_with_what_it_shows()
    {
        var form = new QuestionForm
        {
            Type = QuestionType.SingleChoice,
            Stem = "1 < 2？\n对吗",
            Options = [new() { Text = "对", IsRight = true }, new() { Text = "不对" }],
        };
        new MediaForm { Alternative = "百元\"纸币\"", Into = "1" }.InsertInto(
            form, new StoredFile(new string('a', 64), "a.png", "image/png", 1, TestClock.Tuesday));

        var text = form.Read().Text;

        Assert.Equal("1 < 2？\n对吗", text.Stem.Plain);
        Assert.Equal("不对百元\"纸币\"", text.Options[1].Text.Plain);
        Assert.Contains($"src=\"/questions/files/{new string('a', 64)}\"", text.Options[1].Text.Html, StringComparison.Ordinal);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PostAsync(long bank, (string, string)[] fields)
    {
        var answer = await (await App.SignInAsync("T0001")).PostFormAsync(New(bank), New(bank), fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadPageAsync();
    }

    private static IEnumerable<(string, string)> SeenOn(IParentNode page) => page
        .QuerySelectorAll("input[name=Seen], input[name=FiledAs]")
        .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!));

    private static string New(long bank) => $"/authoring/banks/{bank}/questions/new";

    private Task<long> BankAsync(BankAccess access = BankAccess.Editable, long? owner = null) => App.InStoreAsync(async db =>
    {
        var bank = db.Add(new Bank(Guid.NewGuid().ToString("N")) { Title = "自建题库", Access = access, OwnerId = owner }).Entity;
        await db.SaveChangesAsync();
        return bank.Id;
    });
}
