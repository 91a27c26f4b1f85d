using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Reminders;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Reminders;

public sealed class NewsTests(OpenedAcademy opened)
{
    [Fact]
    public async Task A_paper_that_is_marked_once_more_is_told_once_more()
    {
        await using var bank = await RemindedBank.QuietAsync(opened);
        await bank.SayAsync(Occasion.ResultsReleased, terms => terms with { IsOn = true });
        var trainer = await bank.Store.AskAsync((AcademyDb db) => db.Employees
            .Where(e => e.UserName == "T0001")
            .Select(e => new Actor(e.Id, e.UserName!, e.Name))
            .SingleAsync());
        var id = await bank.Store.AskAsync((AcademyDb db) =>
            db.SitAsync(bank.Store.Clock, "E0001", Sittings.EveryType, slot => slot.RightValue()));
        var byPerson = (await bank.Store.PaperAsync(id)).Slots.Where(slot => slot.Question.IsMarkedByPerson).ToList();

        foreach (var slot in byPerson) Assert.Null(await MarkAsync(slot, ""));
        await bank.WriteAsync();
        bank.Store.Clock.Advance(TimeSpan.FromDays(1));
        await bank.WriteAsync();
        bank.Store.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Null(await MarkAsync(byPerson[^1], "看了第二遍。"));
        await bank.WriteAsync();

        var told = (await bank.RemindersAsync("E0001")).Where(reminder => reminder.Subject == $"attempt-{id}");
        Assert.Equal(["2026-11-25", "2026-12-16"], told.Select(reminder => reminder.Mark));

        async Task<MarkRefusal?> MarkAsync(Slot slot, string comment)
        {
            var seen = (await bank.Store.PaperAsync(id)).MarkOf(slot.Number)?.Id;
            var criteria = Enumerable.Repeat(Points.Zero, slot.Question.Type == QuestionType.Essay ? 3 : 5);
            return await bank.Store.AskAsync((Examiner examiner) =>
                examiner.MarkAsync(id, slot.Number, new GivenMark([.. criteria], Points.Zero, comment, seen), trainer, None));
        }
    }
}
