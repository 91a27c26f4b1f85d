using Academy.Tests.Faults;
using Academy.Tests.Hosting;

namespace Academy.Tests.Measurements;

/// <summary>
/// Two hundred people start an event in the same second and key for ten minutes, each sending what was hit every second; in the middle
/// the server is killed and started again. It is a process of its own.
/// </summary>
[Collection("Measurements")]
public sealed class ContestMeasurements(OpenedAcademy opened)
{
    private const int People = 200;

    private static readonly TimeSpan Half = TimeSpan.FromMinutes(5);

    /// <summary>For so long after the server is back, pages catch up.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(5);

    [Fact(Explicit = true)]
    public async Task Two_hundred_people_key_and_the_server_is_killed()
    {
        await using var hall = new ContestHall(opened);
        await hall.GatherAsync(People);
        var starts = await hall.StartAsync();
        var keying = hall.KeyAsync(Half * 2);
        await Task.Delay(Half);
        var before = hall.Server.Usage;
        var (from, until) = await hall.KillAsync();
        await keying;

        var figures = new Figures($"{People} people at one event", "What", "median", "95 %", "99 %", "longest");
        Add("from the press to the drill on the screen", starts);
        Add($"a batch of keys, {hall.Batches.Count} in all", [.. hall.Batches
            .Where(batch => batch.At < from - Recovery || batch.At > until + Recovery)
            .Select(batch => batch.Took)]);
        figures.Show();
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{before.Processor / Half:0.00} processors, {before.MostMemory >> 20} MB; away for {(until - from).TotalSeconds:0.0} s"));
        Assert.Empty(hall.Lost());

        void Add(string what, IReadOnlyList<TimeSpan> times) => figures.Add(
            what, Figures.Quantile(times, 0.5), Figures.Quantile(times, 0.95), Figures.Quantile(times, 0.99), times.Max());
    }
}
