using System.Web;
using Academy.Domain.Quizzes;
using Academy.Tests.Quizzes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>The longest paper in a browser.</summary>
public sealed class LargePaperTests(ExamHall hall) : IClassFixture<ExamHall>
{
    private const string TickAll = """
        () => document.querySelectorAll('.question').forEach(question =>
          question.querySelectorAll('.option:nth-child(-n+4) input').forEach(input => { input.checked = true; }))
        """;

    [Fact]
    public async Task Five_hundred_questions_are_saved_by_form_and_handed_in_by_script_with_no_more_than_the_token()
    {
        await hall.App.AddLargeQuizAsync(["a", "b", "c", "d", "e"]);
        await using var plain = await hall.EnterAsync(Device.CounterPc with { HasScript = false }, "E0041");
        await plain.BeginAsync(await hall.QuizAsync(LargePaper.Slug));
        await plain.Page.EvaluateAsync(TickAll);
        await plain.Page.GetByRole(AriaRole.Button, new() { Name = "保存答案" }).ClickAsync();
        await Expect(plain.Page.GetByText($"答了 {QuizDraft.MostQuestions} 题，共 {QuizDraft.MostQuestions} 题")).ToBeVisibleAsync();

        await using var phone = await hall.EnterAsync(Device.Phone, "E0040");
        await phone.BeginAsync(await hall.QuizAsync(LargePaper.Slug));
        await phone.Page.Locator(".sheet-opener").ClickAsync();
        await Expect(phone.Page.Locator("#hand-in .sheet-note")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(phone.Page.Locator("#hand-in .for-open .submit")).ToBeInViewportAsync(new() { Ratio = 1 });

        await using var visit = await hall.EnterAsync(Device.CounterPc, "E0041");
        await visit.GoAsync($"/attempts/{plain.Attempt}");
        var screen = new AttemptScreen(visit.Page);
        await screen.AnswerAsync(QuizDraft.MostQuestions, 'E');
        await screen.ExpectAllSavedAsync();
        await screen.Button("交卷").First.ClickAsync();
        var sent = await visit.Page.RunAndWaitForRequestAsync(
            () => screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "交卷" }).ClickAsync(),
            request => request.Url.EndsWith("/submit", StringComparison.Ordinal));
        await visit.Page.WaitForURLAsync("**/result");

        Assert.Equal(["__RequestVerificationToken"], HttpUtility.ParseQueryString(sent.PostData!).AllKeys);
        var paper = await hall.PaperAsync(plain.Attempt);
        Assert.All(paper.Responses, response => Assert.Equal(response.Slot == QuizDraft.MostQuestions ? 2 : 1, response.Revision));
        Assert.Equal((true, QuizDraft.MostQuestions), (paper.IsSubmitted, paper.Responses.Count));
    }
}
