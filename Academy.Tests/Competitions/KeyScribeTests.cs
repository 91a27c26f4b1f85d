using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>Keys that many send at the same time are written together, and each sender is told of their own.</summary>
public sealed class KeyScribeTests(OpenedAcademy opened)
{
    [Fact]
    public async Task What_comes_together_is_taken_down_in_its_order_and_refused_by_itself()
    {
        await using var store = new AcademyStore(opened);
        var (one, other) = (await BeginAsync(store, "E0001"), await BeginAsync(store, "E0002"));
        SentKeys[] sent =
        [
            Batch(one, 1, "12"), Batch(other, 2, "7"), Batch(one, 2, "3"), Batch(one, 2, "3"), Batch(one, 2, "4"),
            Batch(one with { Run = other.Run }, 1, "9"), Batch(other, 1, "8"), Batch(other, 2, "9"),
        ];

        var outcomes = await WriteAsync(store, sent);

        Assert.Equal(
            [
                new(null, 1), new(DrillRefusal.Gap, 0), new(null, 2), new(null, 2), new(DrillRefusal.OtherKeys, 2),
                new(DrillRefusal.NoSuchRun, 0), new(null, 1), new BatchOutcome(null, 2),
            ],
            outcomes);
        Assert.Equal("123", await KeysAsync(store, one.Run));
        Assert.Equal("89", await KeysAsync(store, other.Run));
    }

    [Fact]
    public async Task Two_hundred_people_who_send_at_once_are_all_taken_down()
    {
        await using var store = new AcademyStore(opened);
        var people = new List<(long Person, long Run)>();
        for (var number = 1; number <= 20; number++) people.Add(await BeginAsync(store, $"E{number:D4}"));
        var sent = Enumerable.Range(1, 10).SelectMany(batch => people.Select(person => Batch(person, batch, $"{batch % 10}")));

        var outcomes = await WriteAsync(store, [.. sent]);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        foreach (var (_, run) in people) Assert.Equal("1234567890", await KeysAsync(store, run));
    }

    private static async Task<(long Person, long Run)> BeginAsync(AcademyStore store, string number) =>
        (await store.IdOfAsync(number), await store.StartDrillAsync(number, Discipline.Keypad));

    private static SentKeys Batch((long Person, long Run) at, int number, string keys) => new(
        at.Person,
        new SentBatch(at.Run, number, [.. keys.Select((key, i) => new KeyStroke((number * 1_000) + (i * 150), key))], TestClock.Tuesday));

    /// <summary>Hands all of it in before the first of it is written.</summary>
    private static Task<BatchOutcome[]> WriteAsync(AcademyStore store, IReadOnlyList<SentKeys> sent) =>
        store.AskAsync(async (KeyScribe scribe) =>
        {
            var writing = sent.Select(keys => scribe.WriteAsync(keys, None)).ToList();
            await scribe.StartAsync(None);
            await scribe.StopAsync(None);
            return await Task.WhenAll(writing);
        });

    private static async Task<string> KeysAsync(AcademyStore store, long run)
    {
        var pieces = await store.AskAsync((AcademyDb db) => db.KeysOfAsync(run, None));
        return string.Concat(pieces.SelectMany(piece => piece.Keys).Select(key => key.Key));
    }
}
