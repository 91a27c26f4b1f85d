using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Practice;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data.TwoActs;

/// <summary>What is done about drills.</summary>
internal static class DrillScenes
{
    /// <summary>A drill that goes on, of which keys were taken down, and what two pages of the same person may do.</summary>
    public static async Task<IReadOnlyList<Deed>> DrillAsync(AcademyStore store)
    {
        var now = TestClock.Tuesday.AddHours(1);
        var person = await store.IdAsync("E0001");
        store.Clock.SetUtcNow(now.AddMinutes(-3));
        var run = await store.AskAsync((Timekeeper role) => role.StartAsync(person, Discipline.SlipSums, None));
        Assert.Null((await store.AskAsync((Timekeeper role) => role.TakeAsync(person, Batch(1, "12"), None))).Refusal);
        return
        [
            Deed.Of<Timekeeper>("send keys", role => role.TakeAsync(person, Batch(2, "3E"), None)),
            Deed.Of<Timekeeper>("send the same keys", role => role.TakeAsync(person, Batch(2, "3E"), None)),
            Deed.Of<Timekeeper>("send other keys", role => role.TakeAsync(person, Batch(2, "4E"), None)),
            Deed.Of<Timekeeper>("send what follows", role => role.TakeAsync(person, Batch(3, "56"), None)),
            Deed.Of<Timekeeper>("hand in", role => role.FinishAsync(person, run, None)),
            Deed.Of<Timekeeper>("give up", role => role.AbandonAsync(person, run, None)),
            Deed.Of<Timekeeper>("start again", role => role.StartAsync(person, Discipline.SlipSums, None)),
            Deed.Of<Timekeeper>("start another", role => role.StartAsync(person, Discipline.Keypad, None)),
            Deed.Of<Timekeeper>("start on weak spots", role => role.StartAdaptedAsync(person, Discipline.SlipSums, None)),
            Deed.Of<Timekeeper>("start on paper", role => role.StartOnAsync(person, Discipline.SlipSums, 482913, None)),
            Deed.Of<Coach>("aim at a level", role => role.AimAtLevelAsync(person, Discipline.SlipSums, 2, None)),
            Deed.Of<Coach>("aim at a figure", role => role.AimAtFigureAsync(person, Discipline.SlipSums, "15", None)),
            Deed.Of<Coach>("drop the goal", role => role.DropAsync(person, Discipline.SlipSums, None)),
            Deed.Of<Timekeeper>("look", role => role.EndOverdueAsync(person, None)),
        ];

        SentBatch Batch(int number, string keys) =>
            new(run, number, [.. keys.Select((key, i) => new KeyStroke((number * 1_000) + (i * 150), key))], now);
    }
}
