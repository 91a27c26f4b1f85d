using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

/// <summary>A published quiz whose questions were taken out of use.</summary>
public sealed class ShortQuizTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly AcademyApp app = new(opened);
    private long quiz;

    public async ValueTask InitializeAsync()
    {
        quiz = await app.QuizIdAsync(Sittings.CourseQuiz);
        await app.InStoreAsync(async db =>
        {
            var trainer = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
            await db.Quizzes.Where(q => q.Slug == Sittings.CourseQuiz).ExecuteUpdateAsync(set => set.SetProperty(q => q.OwnerId, trainer));
            return await db.RetireAllAsync(Sittings.CourseQuiz);
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Who_starts_is_told_that_there_is_no_paper_and_may_try_again()
    {
        var employee = await app.SignInAsync("E0001");
        var cover = $"/quizzes/{quiz}";

        var answer = await employee.PostFormAsync(cover, $"{cover}/start");

        Assert.Equal(cover, answer.Headers.Location!.ToString());
        var told = (await employee.GetPageAsync(cover)).QuerySelector(".start")!;
        Assert.Contains("试题不够", told.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);
        Assert.Null(told.QuerySelector("form"));
        Assert.NotNull((await employee.GetPageAsync(cover)).QuerySelector(".start form"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/preview")]
    public async Task Its_trainer_reads_that_employees_may_be_unable_to_start(string page)
    {
        var trainer = await app.SignInAsync("T0001");

        var told = (await trainer.GetPageAsync($"/authoring/quizzes/{quiz}{page}")).QuerySelector(".message.warn")!.TextContent;

        Assert.Contains("员工可能开始不了", told, StringComparison.Ordinal);
        Assert.Contains("第 1 部分要 10 题，能保证的只有 0 题", told, StringComparison.Ordinal);
    }
}
