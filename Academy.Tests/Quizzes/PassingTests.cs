using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

public sealed class PassingTests(OpenedAcademy opened)
{
    [Theory]
    [InlineData(20, 1)]
    [InlineData(15, 0)]
    public async Task Handing_in_writes_down_who_passed_and_nobody_else(int right, int completions)
    {
        await using var store = new AcademyStore(opened);
        var attempt = await AnswerAsync(store, right);

        await SubmitAsync(store, attempt.Id);
        await SubmitAsync(store, attempt.Id);

        Assert.Equal(completions, await CountAsync(store, attempt));
    }

    [Fact]
    public async Task A_paper_that_the_server_closes_counts_at_its_deadline()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await AnswerAsync(store, 20);
        store.Clock.SetUtcNow(attempt.DueAt + TimeSpan.FromHours(1));

        await store.TellAsync((Invigilator invigilator) => invigilator.CloseOverdueAsync(CancellationToken.None));

        Assert.Equal(1, await CountAsync(store, attempt));
        Assert.True(await store.AskAsync((AcademyDb db) =>
            db.Completions.AnyAsync(c => c.EmployeeId == attempt.EmployeeId && c.CompletedAt == attempt.DueAt)));
    }

    private static Task SubmitAsync(AcademyStore store, long id) =>
        store.TellAsync((Invigilator invigilator) => invigilator.SubmitAsync(id, CancellationToken.None));

    private static Task<int> CountAsync(AcademyStore store, Attempt attempt) =>
        store.AskAsync((AcademyDb db) => db.Completions.Of(attempt.EmployeeId, new Subject(SubjectKind.Quiz, attempt.QuizId)).CountAsync());

    private static async Task<Attempt> AnswerAsync(AcademyStore store, int right)
    {
        var attempt = await store.SeatAsync("E0001");
        await store.TellAsync(async (AcademyDb db) =>
        {
            var paper = await db.Attempts.WithPaper().SingleAsync(a => a.Id == attempt.Id);
            foreach (var slot in paper.Slots.Take(right))
                paper.Take(new SentAnswer(paper.Id, slot.Number, 1, slot.RightValue(), TimeSpan.Zero, paper.StartedAt), paper.StartedAt);
            await db.SaveChangesAsync();
        });
        return attempt;
    }
}
