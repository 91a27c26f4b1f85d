using System.Globalization;
using System.Net;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Quizzes;

public sealed class AttemptPageTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IAsyncLifetime
{
    private Examinee examinee = null!;

    public async ValueTask InitializeAsync() => examinee = await Examinee.SeatAsync(academy.App);

    /// <summary>Whoever sits down next has a paper of their own.</summary>
    public async ValueTask DisposeAsync() => await examinee.SubmitAsync();

    [Fact]
    public async Task Every_question_says_its_slot_type_and_revision()
    {
        var questions = (await examinee.OpenAsync()).QuerySelectorAll("fieldset[data-slot]");

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"{n}"), questions.Select(q => q.GetAttribute("data-slot")));
        Assert.Equal(
            [.. Enumerable.Repeat("single-choice", 10), .. Enumerable.Repeat("multiple-choice", 5), .. Enumerable.Repeat("true-false", 5)],
            questions.Select(q => q.GetAttribute("data-type")!));
        Assert.All(questions, q => Assert.Equal("0", q.GetAttribute("data-revision")));
    }

    [Fact]
    public async Task The_last_hour_is_told_in_minutes()
    {
        var listed = (await examinee.Browser.GetPageAsync("/quizzes")).QuerySelector(".item-icon.gold")!.ParentElement!;

        Assert.Matches("还有 [1-9][0-9]? 分钟", listed.TextContent);
    }

    [Fact]
    public async Task Inputs_are_named_by_slot_and_stand_in_the_order_drawn()
    {
        var page = await examinee.OpenAsync();

        Assert.All((await examinee.PaperAsync()).Slots, slot =>
        {
            var inputs = Inputs(page, slot.Number);
            Assert.Equal(slot.OptionOrder, inputs.Select(input => slot.BankKey(input.Value)));
            Assert.Equal(Enumerable.Range(1, inputs.Count).Select(place => $"{place}"), inputs.Select(input => input.Value));
            Assert.All(inputs, input => Assert.Equal(slot.Version.Type == QuestionType.MultipleChoice ? "checkbox" : "radio", input.Type));
        });
    }

    [Fact]
    public async Task The_stored_answer_is_checked()
    {
        await examinee.SaveAsync(1, 4, "c");
        await examinee.SaveChoicesAsync(11, 1, "b", "d");
        await examinee.SaveAsync(16, 1, "false");
        await examinee.SaveAsync(2, 1, "a");
        await examinee.SaveAsync(2, 2, null);

        var (page, paper) = (await examinee.OpenAsync(), await examinee.PaperAsync());

        Assert.Equal(["c"], Checked(page, paper.Slots[0]));
        Assert.Equal(["b", "d"], Checked(page, paper.Slots[10]));
        Assert.Equal(["false"], Checked(page, paper.Slots[15]));
        Assert.Empty(Checked(page, paper.Slots[1]));
        Assert.Equal("4", page.QuerySelector("[data-slot='1']")!.GetAttribute("data-revision"));
        Assert.Equal(4, page.QuerySelectorAll("main input:checked").Length);
    }

    [Fact]
    public async Task The_deadline_is_an_instant_in_utc()
    {
        var deadline = (await examinee.OpenAsync()).QuerySelector("[data-deadline]")!.GetAttribute("data-deadline")!;

        Assert.Equal("2026-11-24T06:20:00Z", deadline);
        Assert.Equal((await examinee.PaperAsync()).DueAt, DateTimeOffset.Parse(deadline, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Nothing_on_the_page_tells_the_key()
    {
        var page = await examinee.OpenAsync();
        var html = page.DocumentElement.OuterHtml;

        Assert.All((await examinee.PaperAsync()).Slots, slot =>
        {
            var question = slot.Version.Text;
            Assert.DoesNotContain(question.Explanation.Plain, html, StringComparison.Ordinal);
            Assert.All(
                question.Options.Where(option => option.Feedback is not null),
                option => Assert.DoesNotContain(option.Feedback!.Plain, html, StringComparison.Ordinal));
            Assert.DoesNotContain(slot.Version.Question?.Key ?? "professional-ethics-0", html, StringComparison.Ordinal);
        });
        Assert.DoesNotMatch("(?i)weight|isRight|is-right|data-(right|key|correct)", html);
    }

    /// <summary>What cannot be seen cannot be read from the source either: right and wrong options have the same markup.</summary>
    [Fact]
    public async Task All_options_of_a_question_look_alike_but_for_letter_and_text()
    {
        var page = await examinee.OpenAsync();

        Assert.All(
            page.QuerySelectorAll("fieldset[data-slot]"),
            question => Assert.Single(question.QuerySelectorAll("label.option").Select(Bare).Distinct()));
    }

    [Fact]
    public async Task Another_persons_paper_and_result_are_not_found()
    {
        var other = await academy.App.SignInAsync("E0002");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(examinee.Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(examinee.Result)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFormAsync("/quizzes/1", $"{examinee.Page}/submit")).StatusCode);
        Assert.False((await examinee.PaperAsync()).IsSubmitted);
    }

    [Fact]
    public async Task Starting_again_leads_to_the_same_paper()
    {
        var before = await examinee.OpenAsync();
        var again = await Examinee.SeatAsync(academy.App);

        Assert.Equal(examinee.Id, again.Id);
        Assert.Equal(before.QuerySelector(".questions")!.TextContent, (await again.OpenAsync()).QuerySelector(".questions")!.TextContent);
    }

    [Fact]
    public async Task Ten_presses_of_the_start_button_make_one_attempt()
    {
        var browser = await academy.App.SignInAsync("E0005");
        var quiz = await academy.App.QuizIdAsync(Sittings.Exam);
        var token = (await browser.GetPageAsync($"/quizzes/{quiz}")).Token();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            browser.PostAsync(
                $"/quizzes/{quiz}/start",
                new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.StartsWith(
            "/attempts/",
            Assert.Single(answers.Select(answer => answer.Headers.Location!.ToString()).Distinct()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_is_handed_in_leads_to_its_result()
    {
        await examinee.SubmitAsync();

        Assert.Equal(examinee.Result, (await examinee.Browser.GetAsync(examinee.Page)).Headers.Location?.ToString());
    }

    private static List<IHtmlInputElement> Inputs(IHtmlDocument page, int slot) =>
        [.. page.QuerySelectorAll<IHtmlInputElement>($"input[name='slot-{slot}']")];

    private static IEnumerable<string> Checked(IHtmlDocument page, Slot slot) =>
        Inputs(page, slot.Number).Where(input => input.IsChecked).Select(input => slot.BankKey(input.Value)).Order();

    private static string Bare(IElement option)
    {
        option.QuerySelector("input")!.RemoveAttribute("value");
        option.QuerySelector(".option-key")!.TextContent = "";
        option.QuerySelector(".option-text")!.TextContent = "";
        return option.OuterHtml;
    }
}
