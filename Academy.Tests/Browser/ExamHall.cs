using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Browser;

/// <summary>A classroom in which people sit before papers.</summary>
public sealed class ExamHall(OpenedAcademy opened, Chromium chromium) : Classroom(opened, chromium)
{
    /// <summary>Seats somebody before a fresh paper.</summary>
    public async Task<(Visit Visit, AttemptScreen Screen, long Attempt)> SeatAsync(string number, Device? device = null)
    {
        var visit = await EnterAsync(device ?? Device.CounterPc, number);
        var attempt = await visit.BeginAsync((await QuizAsync()).Id);
        return (visit, new AttemptScreen(visit.Page), attempt);
    }

    public Task<Attempt> PaperAsync(long attempt) =>
        App.InStoreAsync(db => db.Attempts.WithPaper().AsNoTracking().SingleAsync(a => a.Id == attempt));

    [CollectionDefinition]
    public sealed class Shared : ICollectionFixture<ExamHall>;
}
