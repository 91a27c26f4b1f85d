using System.Net;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

/// <summary>The longest papers go through forms, too; what no paper needs is refused in words.</summary>
public sealed class LargePaperTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly AcademyApp app = new(opened);
    private Examinee examinee = null!;

    public async ValueTask InitializeAsync()
    {
        await app.AddLargeQuizAsync([.. Enumerable.Range(0, QuestionRules.MostOptions).Select(OptionKeys.At)]);
        examinee = await Examinee.SeatAsync(app, quiz: LargePaper.Slug);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Five_hundred_questions_with_everything_ticked_are_saved_and_handed_in()
    {
        var saved = await (await examinee.PostAsync(examinee.Page, Ticked(QuestionRules.MostOptions, revision: 0))).ReadPageAsync();

        Assert.NotNull(saved.QuerySelector("p.message[role=status]"));
        var answer = await examinee.PostAsync($"{examinee.Page}/submit", Ticked(QuestionRules.MostOptions - 1, revision: 1));

        Assert.Equal((HttpStatusCode.Redirect, examinee.Result), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var paper = await examinee.PaperAsync();
        Assert.True(paper.IsSubmitted);
        Assert.Equal(QuizDraft.MostQuestions, paper.Responses.Count);
        Assert.All(paper.Responses, response => Assert.Equal(2, response.Revision));
    }

    [Theory]
    [InlineData("", 60_000, 1)]
    [InlineData("/submit", 60_000, 1)]
    [InlineData("", 1, 9_000_000)]
    [InlineData("/submit", 1, 9_000_000)]
    public async Task A_form_that_is_larger_than_any_paper_is_refused_in_words_of_its_own(string act, int fields, int length)
    {
        var text = new string('1', length);

        var answer = await examinee.PostAsync(
            examinee.Page + act,
            [KeyValuePair.Create("revision-1", "0"), .. Enumerable.Repeat(KeyValuePair.Create("slot-1", text), fields)]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("填的内容太多，一次收不下", (await answer.ReadPageAsync()).QuerySelector("h1")!.TextContent);
        var paper = await examinee.PaperAsync();
        Assert.Empty(paper.Responses);
        Assert.False(paper.IsSubmitted);
    }

    private static IEnumerable<KeyValuePair<string, string>> Ticked(int options, int revision) =>
        from slot in Enumerable.Range(1, QuizDraft.MostQuestions)
        from field in Enumerable.Range(1, options).Select(key => KeyValuePair.Create($"slot-{slot}", $"{key}"))
            .Append(KeyValuePair.Create($"revision-{slot}", $"{revision}"))
        select field;
}
