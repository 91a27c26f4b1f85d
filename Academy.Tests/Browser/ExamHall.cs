using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Browser;

/// <summary>A classroom in which people sit before papers.</summary>
public sealed class ExamHall(OpenedAcademy opened, Chromium chromium) : Classroom(opened, chromium)
{
    /// <summary>Seats somebody before a fresh paper.</summary>
    public async Task<(Visit Visit, AttemptScreen Screen)> SeatAsync(string number, string quiz = Sittings.CourseQuiz)
    {
        var visit = await EnterAsync(Device.CounterPc, number);
        await visit.BeginAsync(await QuizAsync(quiz));
        return (visit, new AttemptScreen(visit.Page));
    }

    public Task<Attempt> PaperAsync(long attempt) =>
        App.InStoreAsync(db => db.Attempts.WithPaper().AsNoTracking().SingleAsync(a => a.Id == attempt));

    [CollectionDefinition]
    public sealed class Shared : ICollectionFixture<ExamHall>;
}
