using System.Net;
using System.Text.Json;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using Academy.Web.Pages.Questions.Asking;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Quizzes;

/// <summary>The demonstration quiz that asks one question of every type: answered by script and by form, and marked.</summary>
public sealed class EveryTypeTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private Examinee examinee = null!;
    private Attempt paper = null!;

    public async ValueTask InitializeAsync()
    {
        examinee = await Examinee.SeatAsync(academy.App, quiz: Sittings.EveryType);
        paper = await examinee.PaperAsync();
    }

    /// <summary>Whoever sits down next has a paper of their own.</summary>
    public async ValueTask DisposeAsync() => await examinee.SubmitAsync();

    [Fact]
    public void The_quiz_asks_every_type_that_is_answered()
    {
        var asked = paper.Slots.Select(slot => slot.Question.Type).Distinct();

        Assert.Equal(Enum.GetValues<QuestionType>().Except([QuestionType.Case, QuestionType.Description]), asked.Order());
        Assert.Equal([0, 2, 3], paper.Slots.Select(slot => slot.Part).OfType<int>());
        Assert.Equal(paper.Quiz.Blueprint.Worth, paper.MaxScore);
    }

    [Fact]
    public async Task Every_right_answer_is_stored_shown_again_and_earns_all_that_the_machine_gives()
    {
        foreach (var slot in paper.Slots)
            Assert.Equal(HttpStatusCode.OK, (await examinee.AnswerAsync(slot.Number, 1, slot.RightValue())).StatusCode);

        var page = await examinee.OpenAsync();
        Assert.All(paper.Slots, slot => Assert.Equal(slot.RightValue(), Shown(page, slot)));

        await examinee.SubmitAsync();
        var marked = await examinee.PaperAsync();
        Assert.All(marked.Slots, slot =>
            Assert.Equal(slot.Question.IsMarkedByPerson ? null : slot.Worth, marked.Responses.Single(r => r.Slot == slot.Number).Awarded));
        Assert.True(marked.AwaitsMarks);
        Assert.False(marked.HasPassed);
    }

    [Fact]
    public async Task Places_are_sent_and_told_by_the_names_of_their_inputs()
    {
        var gaps = SlotOf(QuestionType.FillIn).Number;

        await examinee.SendAsync(gaps, $$$"""{"revision": 1, "value": {"slot-{{{gaps}}}-2": "假币收缴凭证", "slot-{{{gaps}}}-1": " ２ "}}""");
        var refusal = await examinee.SendAsync(gaps, $$$"""{"revision": 1, "value": {"slot-{{{gaps}}}-1": "3"}}""");
        var shortNames = await examinee.SendAsync(gaps, """{"revision": 2, "value": {"1": "3"}}""");

        Assert.Equal("""{"1":"２","2":"假币收缴凭证"}""", (await examinee.PaperAsync()).Responses.Single().Value);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (refusal.StatusCode, shortNames.StatusCode));
        Assert.Equal(
            $$"""{"slot-{{gaps}}-1":"２","slot-{{gaps}}-2":"假币收缴凭证"}""",
            Plain((await refusal.ReadJsonAsync()).GetProperty("value")));
    }

    [Fact]
    public async Task Without_script_every_type_is_answered_by_form_and_shown_again()
    {
        var fields = paper.Slots
            .SelectMany(slot => FieldsOf(slot, slot.Question.RightAnswer()))
            .Concat(paper.Slots.Select(slot => KeyValuePair.Create($"revision-{slot.Number}", "0")));

        var page = await (await examinee.PostAsync(examinee.Page, fields)).ReadPageAsync();

        Assert.NotNull(page.QuerySelector("p.message[role=status]"));
        Assert.All(paper.Slots, slot => Assert.Equal(slot.RightValue(), Shown(page, slot)));
        Assert.Equal(
            paper.Slots.Select(slot => slot.RightValue()),
            (await examinee.PaperAsync()).Responses.OrderBy(r => r.Slot).Select(r => r.Value));

        await examinee.PostAsync(examinee.Page, Posted(page));
        Assert.All((await examinee.PaperAsync()).Responses, response => Assert.Equal(1, response.Revision));
    }

    [Fact]
    public async Task Saving_an_untouched_page_by_form_stores_nothing()
    {
        await examinee.PostAsync(examinee.Page, Posted(await examinee.OpenAsync()));

        Assert.Empty((await examinee.PaperAsync()).Responses);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_told_and_not_stored()
    {
        var slot = SlotOf(QuestionType.Numerical).Number;

        var page = await (await examinee.PostAsync(
            examinee.Page,
            [KeyValuePair.Create($"revision-{slot}", "0"), KeyValuePair.Create($"slot-{slot}", new string('1', 501))])).ReadPageAsync();

        Assert.Contains($"{slot}", page.QuerySelector("p.message.warn[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await examinee.PaperAsync()).Responses);
    }

    [Fact]
    public async Task Nothing_on_the_page_tells_a_right_answer()
    {
        var page = await examinee.OpenAsync();
        var form = page.GetElementById("paper")!.OuterHtml;

        Assert.All(
            paper.Slots.Where(slot => !slot.Question.Explanation.IsEmpty),
            slot => Assert.DoesNotContain(slot.Question.Explanation.Plain, form, StringComparison.Ordinal));
        Assert.All(
            paper.Slots.SelectMany(slot => slot.Question.Criteria),
            criterion => Assert.DoesNotContain(criterion.Text, form, StringComparison.Ordinal));
        Assert.DoesNotContain("weight", form, StringComparison.OrdinalIgnoreCase);
        Assert.All(paper.Slots, slot => Assert.All(
            page.QuerySelectorAll($"[data-slot='{slot.Number}'] .option input, [data-slot='{slot.Number}'] [type=hidden][name^=slot]")
                .Select((input, place) => (input.GetAttribute("value"), $"{place + 1}")),
            key => Assert.Equal(key.Item2, key.Item1)));
    }

    [Fact]
    public async Task The_result_waits_for_the_marker_and_says_what_is_known()
    {
        foreach (var slot in paper.Slots) await examinee.AnswerAsync(slot.Number, 1, slot.RightValue());
        await examinee.SubmitAsync();

        var result = await examinee.Browser.GetPageAsync(examinee.Result);

        Assert.Null(result.QuerySelector("[data-score]"));
        Assert.Contains("还有 2 题等待阅卷", result.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("76 / 76", result.QuerySelector(".score")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, result.QuerySelectorAll(".strip .cell.waiting").Length);
    }

    private Slot SlotOf(QuestionType type) => paper.Slots.First(slot => slot.Question.Type == type && slot.Part is null);

    private static string Plain(JsonElement value) => JsonSerializer.Serialize(value, Readable);

    /// <summary>The canonical answer that the page shows for a slot.</summary>
    private static string? Shown(IHtmlDocument page, Slot slot)
    {
        var inputs = page.QuerySelectorAll($"[data-slot='{slot.Number}'] [name^='slot-']");
        var keys = inputs.OfType<IHtmlInputElement>()
            .Where(i => i.IsChecked || (i.Type == "hidden" && !i.IsDisabled))
            .Select(i => slot.BankKey(i.Value))
            .ToList();
        if (slot.Question.Shape is not (AnswerShape.Text or AnswerShape.Fields)) return Answer.Of(slot.Question, keys)!.Value;
        return Answer.Of(
            slot.Question,
            slot.Question.Fields().ToDictionary(
                field => field.Key,
                field => TextIn(inputs, slot, field)))!.Value;
    }

    private static string TextIn(IEnumerable<IElement> inputs, Slot slot, AnswerField field)
    {
        var name = AnswerInputs.NameOf(slot.Number, slot.Question, field);
        var text = ValueOf(inputs.Single(input => input.GetAttribute("name") == name));
        return text.Length > 0 && field.IsChosen ? slot.BankKey(text, GapOf(slot, field)) : text;
    }

    private static string GapOf(Slot slot, AnswerField field) => slot.Question.Type == QuestionType.Matching ? "" : field.Key;

    private static string ValueOf(IElement input) => input switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement text => text.Value,
        _ => ((IHtmlInputElement)input).Value,
    };

    /// <summary>What somebody without script fills in.</summary>
    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(Slot slot, Answer answer) => slot.Question.Shape switch
    {
        AnswerShape.Order =>
            answer.Keys.Select((key, index) => KeyValuePair.Create($"order-{slot.Number}-{slot.PaperKey(key)}", $"{index + 1}")),
        AnswerShape.Choice or AnswerShape.Choices =>
            answer.Keys.Select(key => KeyValuePair.Create($"slot-{slot.Number}", slot.PaperKey(key))),
        AnswerShape.Text => [KeyValuePair.Create($"slot-{slot.Number}", answer.Text)],
        _ => slot.Question.Fields().Select(field => KeyValuePair.Create(
            $"slot-{slot.Number}-{field.Key}",
            field.IsChosen ? slot.PaperKey(answer.In(field.Key), GapOf(slot, field)) : answer.In(field.Key))),
    };

    /// <summary>What a browser without script would post of the page as it stands.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Posted(IHtmlDocument page) =>
        from input in page.QuerySelectorAll("#paper :is(input, select, textarea)")
        where input is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }
            and not IHtmlInputElement { IsDisabled: true }
        let name = input.GetAttribute("name")!
        where !name.StartsWith("__", StringComparison.Ordinal)
        select KeyValuePair.Create(name, ValueOf(input));
}
