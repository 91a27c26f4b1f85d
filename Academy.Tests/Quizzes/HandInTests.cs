using System.Globalization;
using System.Net;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Quizzes;

/// <summary>Handing in by form drops nothing without a word.</summary>
public sealed class HandInTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IAsyncLifetime
{
    private static readonly KeyValuePair<string, string> Anyway = new("anyway", "true");

    private static readonly string TooLong = new('长', AnswerField.LongestText + 1);

    private Examinee examinee = null!;
    private int essay;

    public async ValueTask InitializeAsync()
    {
        examinee = await Examinee.SeatAsync(academy.App, quiz: Sittings.EveryType);
        essay = (await examinee.PaperAsync()).Slots.First(slot => slot.Question.Type == QuestionType.Essay).Number;
    }

    /// <summary>Whoever sits down next has a paper of their own.</summary>
    public async ValueTask DisposeAsync() => await examinee.SubmitAsync();

    [Fact]
    public async Task An_answer_that_does_not_fit_keeps_the_paper_and_stays_on_the_page()
    {
        var page = await ShownAgainAsync([.. Field(essay, "0", TooLong), .. Choice()]);

        Assert.Equal([$"第 {essay} 题：可能太长，或者和题目对不上。请改一改。"], Reasons(page));
        Assert.Equal(TooLong, page.QuerySelector<IHtmlTextAreaElement>($"[name='slot-{essay}']")!.Value);
        Assert.Equal([(1, 1)], (await examinee.StoredAsync()).Select(stored => (stored.Slot, stored.Revision)));
        Assert.Null(page.QuerySelector("script[src*='attempt']"));
    }

    [Fact]
    public async Task Saving_keeps_what_does_not_fit_on_the_page_too()
    {
        var page = await (await examinee.PostAsync(examinee.Page, Field(essay, "0", TooLong))).ReadPageAsync();

        Assert.Equal(TooLong, page.QuerySelector<IHtmlTextAreaElement>($"[name='slot-{essay}']")!.Value);
        Assert.Contains($"第 {essay} 题", page.QuerySelector(".message.warn[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("script[src*='attempt']"));
    }

    [Fact]
    public async Task The_second_word_hands_in_without_what_does_not_fit()
    {
        await ShownAgainAsync([.. Field(essay, "0", TooLong), .. Choice()]);

        var answer = await SubmitAsync([.. Field(essay, "0", TooLong), .. Choice(revision: "1"), Anyway]);

        Assert.Equal((HttpStatusCode.Redirect, examinee.Result), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.True((await examinee.PaperAsync()).IsSubmitted);
        Assert.Equal([1], (await examinee.StoredAsync()).Select(stored => stored.Slot));
    }

    [Fact]
    public async Task The_page_that_is_shown_again_offers_the_second_word()
    {
        var page = await ShownAgainAsync(Field(essay, "0", TooLong));

        var button = page.QuerySelector<IHtmlButtonElement>(".message.warn button")!;
        Assert.Equal("仍要交卷", button.TextContent);
        Assert.Equal(
            (Anyway.Key, Anyway.Value, "paper", $"{examinee.Page}/submit"),
            (button.Name, button.Value, button.GetAttribute("form"), button.GetAttribute("formaction")));
    }

    [Fact]
    public async Task An_older_page_keeps_the_paper_and_what_is_stored_stays_whatever_is_pressed()
    {
        await examinee.AnswerAsync(essay, 3, "\"后写的\"");

        var page = await ShownAgainAsync(Field(essay, "0", "先写的"));
        var revision = page.QuerySelector<IHtmlInputElement>($"[name='revision-{essay}']")!.Value;

        Assert.StartsWith($"第 {essay} 题：在别处存了另一个答案", Assert.Single(Reasons(page)), StringComparison.Ordinal);
        Assert.Equal("先写的", page.QuerySelector<IHtmlTextAreaElement>($"[name='slot-{essay}']")!.Value);
        await ShownAgainAsync(Field(essay, revision, "先写的"));
        await SubmitAsync([.. Field(essay, revision, "先写的"), Anyway]);

        Assert.True((await examinee.PaperAsync()).IsSubmitted);
        Assert.Equal([(essay, 3, "\"后写的\"")], await examinee.StoredAsync());
    }

    [Fact]
    public async Task An_older_page_that_says_what_is_stored_hands_in()
    {
        await examinee.AnswerAsync(essay, 3, "\"写好了\"");

        await SubmitAsync(Field(essay, "0", "写好了"));

        Assert.True((await examinee.PaperAsync()).IsSubmitted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1000000")]
    [InlineData("99999999999")]
    public async Task An_answer_without_a_revision_that_can_be_is_looked_at_by_nobody_and_called_saved_by_nobody(string? revision)
    {
        var form = Field(essay, revision, "写好了").ToList();

        var saved = await (await examinee.PostAsync(examinee.Page, form)).ReadPageAsync();

        Assert.Null(saved.QuerySelector("p.message[role=status]"));
        Assert.Contains($"第 {essay} 题", saved.QuerySelector(".message.warn[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("写好了", saved.QuerySelector<IHtmlTextAreaElement>($"[name='slot-{essay}']")!.Value);
        Assert.Equal([essay], Slots(await ShownAgainAsync(form)));
        Assert.Empty(await examinee.StoredAsync());
    }

    [Fact]
    public async Task A_choice_that_the_paper_has_not_leaves_what_is_stored_on_the_page()
    {
        await examinee.SaveAsync(1, 1, "a");

        var page = await ShownAgainAsync(Field(1, "0", "b"));

        var shown = page.QuerySelectorAll<IHtmlInputElement>("[name='slot-1']:checked").Single().Value;
        Assert.Equal("a", (await examinee.PaperAsync()).Slots[0].BankKey(shown));
        Assert.Equal("1", page.QuerySelector<IHtmlInputElement>("[name='revision-1']")!.Value);
    }

    [Fact]
    public async Task An_answer_for_a_place_that_the_paper_has_not_is_not_called_saved()
    {
        var page = await (await examinee.PostAsync(examinee.Page, Field(99, "0", "1"))).ReadPageAsync();

        Assert.Null(page.QuerySelector("p.message[role=status]"));
        Assert.Equal([99], Slots(await ShownAgainAsync(Field(99, "0", "1"))));
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("1", "1")]
    [InlineData("1", "7")]
    public async Task An_order_that_lacks_a_number_is_guessed_by_nobody_and_keeps_its_numbers(string first, string second)
    {
        var slot = (await examinee.PaperAsync()).Slots.First(slot => slot.Question.Shape == AnswerShape.Order);
        var keys = slot.Question.Options.Select(option => slot.PaperKey(option.Key)).ToList();
        KeyValuePair<string, string>[] form =
        [
            KeyValuePair.Create($"revision-{slot.Number}", "0"),
            .. keys.Select((key, index) => KeyValuePair.Create(
                $"order-{slot.Number}-{key}", index switch { 0 => first, 1 => second, _ => $"{index + 1}" })),
        ];

        var page = await (await examinee.PostAsync(examinee.Page, form)).ReadPageAsync();

        Assert.StartsWith("还没有排完", page.QuerySelector($"#order-error-{slot.Number}")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(first, page.QuerySelector<IHtmlSelectElement>($"[name='order-{slot.Number}-{keys[0]}']")!.Value);
        Assert.Contains(slot.Number, Slots(await ShownAgainAsync(form)));
        Assert.Empty(await examinee.StoredAsync());
    }

    [Fact]
    public async Task Without_script_whoever_leaves_something_open_is_asked_once_and_no_more()
    {
        var asks = KeyValuePair.Create("asks", "true");
        var total = (await examinee.PaperAsync()).Slots.Count;

        var page = await (await SubmitAsync([.. Choice(), asks])).ReadPageAsync();

        Assert.Equal($"还有 {total - 1} 题没有作答", page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"{examinee.Page}#question-2", page.QuerySelector("main .form-actions a")!.GetAttribute("href"));
        Assert.Equal([(1, 1)], (await examinee.StoredAsync()).Select(stored => (stored.Slot, stored.Revision)));
        Assert.False((await examinee.PaperAsync()).IsSubmitted);
        var button = page.QuerySelector<IHtmlButtonElement>("main form button")!;
        await SubmitAsync([KeyValuePair.Create(button.Name!, button.Value)]);
        Assert.True((await examinee.PaperAsync()).IsSubmitted);
    }

    [Fact]
    public async Task Two_presses_hand_in_once()
    {
        var form = Choice().ToList();

        var answers = await Task.WhenAll(SubmitAsync(form), SubmitAsync(form), SubmitAsync(form));

        Assert.All(answers, answer =>
            Assert.Equal((HttpStatusCode.Redirect, examinee.Result), (answer.StatusCode, answer.Headers.Location?.ToString())));
        Assert.Equal([(1, 1)], (await examinee.StoredAsync()).Select(stored => (stored.Slot, stored.Revision)));
    }

    private Task<HttpResponseMessage> SubmitAsync(IEnumerable<KeyValuePair<string, string>> fields) =>
        examinee.PostAsync($"{examinee.Page}/submit", fields);

    private async Task<IHtmlDocument> ShownAgainAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var answer = await SubmitAsync(fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False((await examinee.PaperAsync()).IsSubmitted);
        var page = await answer.ReadPageAsync();
        Assert.Equal("还没有交卷", page.QuerySelector(".message.warn[role=alert] h2")!.TextContent);
        return page;
    }

    private static IEnumerable<KeyValuePair<string, string>> Field(int slot, string? revision, string text)
    {
        if (revision is not null) yield return KeyValuePair.Create($"revision-{slot}", revision);
        yield return KeyValuePair.Create($"slot-{slot}", text);
    }

    private static IEnumerable<KeyValuePair<string, string>> Choice(string revision = "0") => Field(1, revision, "1");

    private static IEnumerable<string> Reasons(IHtmlDocument page) =>
        page.QuerySelectorAll(".message.warn[role=alert] li").Select(reason => reason.TextContent.Trim());

    private static IEnumerable<int> Slots(IHtmlDocument page) => page.QuerySelectorAll(".message.warn[role=alert] li a")
        .Select(link => int.Parse(link.GetAttribute("href")!.Split('-')[^1], CultureInfo.InvariantCulture));
}
