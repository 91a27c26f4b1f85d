using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Reminders;
using Academy.Tests.Assignments;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Reminders;

/// <summary>The demonstration bank with nothing to be reminded of but what a test brings.</summary>
internal sealed class RemindedBank(OpenedAcademy opened, Action<IServiceCollection>? adjust = null) : IAsyncDisposable
{
    public CoveredBank Covered { get; } = new(opened, adjust);

    public AcademyStore Store => Covered.Store;

    /// <summary>Nothing is asked, and of nothing else is anybody told: it is Wednesday at 9:00, or so many hours later.</summary>
    public static async Task<RemindedBank> QuietAsync(
        OpenedAcademy opened, Action<IServiceCollection>? adjust = null, double hours = 0)
    {
        var bank = new RemindedBank(opened, adjust);
        await bank.Covered.WithdrawAllAsync();
        bank.Store.Clock.Advance(TimeSpan.FromHours(19 + hours));
        await bank.Store.TellAsync(async (AcademyDb db) =>
        {
            Occasion[] ofDuties = [Occasion.Assigned, Occasion.DueSoon, Occasion.DueTomorrow, Occasion.Overdue];
            foreach (var occasion in Enum.GetValues<Occasion>().Except(ofDuties))
                db.Add(new ReminderRule(occasion, ReminderTerms.Usual(occasion) with { IsOn = false }));
            await db.SaveChangesAsync();
        });
        return bank;
    }

    public Task<ReminderRound?> WriteAsync() => Store.AskAsync((Herald herald) => herald.WriteAsync(CancellationToken.None));

    public Task<List<Letter>> LettersAsync(string number, LetterKind kind = LetterKind.Digest) => Store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.Letters.AsNoTracking().Include(l => l.Mailing).Of(id).Where(l => l.Kind == kind).OrderBy(l => l.Id).ToListAsync();
    });

    public Task<List<Reminder>> RemindersAsync(string number) => Store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.Reminders.AsNoTracking().Where(r => r.EmployeeId == id).OrderBy(r => r.Id).ToListAsync();
    });

    /// <summary>What somebody's calendar has to be finished.</summary>
    public Task<List<CalendarEntry>> DueAsync(string number) => Store.AskAsync(async (IServiceProvider unit) =>
    {
        var db = unit.GetRequiredService<AcademyDb>();
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        var entries = await db.CalendarOfAsync(
            id, unit.GetRequiredService<SubjectCatalogue>(), unit.GetRequiredService<BankZone>(), Store.Clock.GetUtcNow(), default);
        return entries.Where(entry => entry.Kind == CalendarKind.Due).ToList();
    });

    public Task SayAsync(Occasion occasion, Func<ReminderTerms, ReminderTerms> change) => Covered.DoAsync(async db =>
    {
        var rule = await db.ReminderRules.SingleOrDefaultAsync(r => r.Occasion == occasion);
        if (rule is null) db.Add(rule = new ReminderRule(occasion, ReminderTerms.Usual(occasion)));
        rule.Change(change(rule.Terms));
    });

    public ValueTask DisposeAsync() => Covered.DisposeAsync();
}
