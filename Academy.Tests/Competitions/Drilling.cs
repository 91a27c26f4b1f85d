using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Drills in a store, by employee number.</summary>
internal static class Drilling
{
    public static Task<long> StartDrillAsync(this AcademyStore store, string number, Discipline discipline) =>
        store.AsAsync(number, (timekeeper, id) => timekeeper.StartAsync(id, discipline, None));

    public static Task<long> StartOnBookAsync(this AcademyStore store, string number, Discipline discipline, int book) =>
        store.AsAsync(number, (timekeeper, id) => timekeeper.StartOnAsync(id, discipline, book, None));

    /// <summary>Sends keys as they are received a moment after the last of them.</summary>
    public static Task<BatchOutcome> SendKeysAsync(
        this AcademyStore store, string number, long run, int batch, params IReadOnlyList<KeyStroke> keys) =>
        store.AsAsync(number, (timekeeper, id) =>
            timekeeper.TakeAsync(id, new SentBatch(run, batch, keys, store.Clock.GetUtcNow()), None));

    /// <summary>The keys of one person alone.</summary>
    public static async Task<BatchOutcome> TakeAsync(this Timekeeper timekeeper, long person, SentBatch sent, CancellationToken ct) =>
        (await timekeeper.TakeAsync([new SentKeys(person, sent)], ct))[0];

    public static Task<DrillRefusal?> FinishDrillAsync(this AcademyStore store, string number, long run) =>
        store.AsAsync(number, (timekeeper, id) => timekeeper.FinishAsync(id, run, None));

    public static Task<DrillRun> RunAsync(this AcademyStore store, long run) =>
        store.AskAsync((AcademyDb db) => db.DrillRuns.AsNoTracking().SingleAsync(r => r.Id == run));

    public static Task<DrillResult> ResultAsync(this AcademyStore store, long run) =>
        store.AskAsync(async (AcademyDb db) => await db.ResultOfAsync(await db.DrillRuns.SingleAsync(r => r.Id == run), None));

    public static Task<DrillRun?> BestAsync(this AcademyStore store, string number, Discipline discipline) =>
        store.AskAsync(async (AcademyDb db) =>
            await db.DrillRuns.Of(await IdAsync(db, number)).Best(discipline).AsNoTracking().FirstOrDefaultAsync());

    /// <summary>Keys a drill as somebody does it: batches come as they are hit, and the drill is ended.</summary>
    public static async Task<DrillRun> KeyAsync(
        this AcademyStore store, string number, Discipline discipline, Func<DrillTerms, IReadOnlyList<KeyStroke>> hit)
    {
        var run = await store.RunAsync(await store.StartDrillAsync(number, discipline));
        foreach (var (index, piece) in Typist.Send(hit(run.Terms)).Index())
        {
            store.Clock.SetUtcNow(run.StartedAt + (piece.ReceivedAt - Typist.Start));
            Assert.Null((await store.SendKeysAsync(number, run.Id, index + 1, piece.Keys)).Refusal);
        }

        Assert.Null(await store.FinishDrillAsync(number, run.Id));
        return await store.RunAsync(run.Id);
    }

    /// <summary>A run of an hour ago from its start to its end, by somebody who hit these keys.</summary>
    public static async Task<long> KeyDrillAsync(
        this AcademyDb db, TimeProvider clock, string number, DrillTerms terms, IReadOnlyList<KeyStroke> keys, long? eventId = null)
    {
        var timekeeper = new Timekeeper(db, new Passages(() => []), clock, NullLogger<Timekeeper>.Instance);
        var (person, branch) = await db.Employees.Numbered(number).Select(e => ValueTuple.Create(e.Id, e.BranchId)).SingleAsync();
        var run = db.Add(new DrillRun(person, branch, terms, clock.GetUtcNow().AddHours(-1), eventId)).Entity;
        await db.SaveChangesAsync();
        foreach (var (index, piece) in Typist.Send(keys).Index())
        {
            var sent = new SentBatch(run.Id, index + 1, piece.Keys, run.StartedAt + (piece.ReceivedAt - Typist.Start));
            Assert.Null((await timekeeper.TakeAsync(person, sent, None)).Refusal);
        }

        Assert.Null(await timekeeper.FinishAsync(person, run.Id, None));
        return run.Id;
    }

    /// <summary>A run of an hour ago in the last contest at the keypad, that a machine has keyed: somebody has to decide on it.</summary>
    public static async Task<long> KeyByMachineAsync(this AcademyDb db, TimeProvider clock, string number)
    {
        var held = await db.Events.OrderBy(e => e.Id).LastAsync(e => e.Discipline == "keypad-lines-300");
        var keys = Typist.Evenly(Typist.KeysOf(Typist.Keypad, 60), apart: 150);
        return await db.KeyDrillAsync(clock, number, Typist.Keypad, keys, held.Id);
    }

    public static Task<T> AsAsync<T>(this AcademyStore store, string number, Func<Timekeeper, long, Task<T>> act) =>
        store.AskAsync(async (IServiceProvider unit) =>
        {
            var db = (AcademyDb)unit.GetService(typeof(AcademyDb))!;
            return await act((Timekeeper)unit.GetService(typeof(Timekeeper))!, await IdAsync(db, number));
        });

    private static Task<long> IdAsync(AcademyDb db, string number) => db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
}
