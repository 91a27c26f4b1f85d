using Academy.Tests.Hosting;

namespace Academy.Tests.Faults;

public sealed class KilledContestTests(OpenedAcademy opened)
{
    [Fact]
    public async Task No_acknowledged_key_is_lost_when_the_server_is_killed_during_a_contest()
    {
        await using var hall = new ContestHall(opened);
        await hall.GatherAsync(20);
        await hall.StartAsync();

        var keying = hall.KeyAsync(TimeSpan.FromSeconds(6));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var (from, until) = await hall.KillAsync();
        await keying;

        Assert.Contains(hall.Batches, batch => batch.At < from);
        Assert.Contains(hall.Batches, batch => batch.At > until);
        Assert.Empty(hall.Lost());
    }
}
