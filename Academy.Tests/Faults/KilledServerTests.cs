using Academy.Tests.Hosting;

namespace Academy.Tests.Faults;

public sealed class KilledServerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int seed = Random.Shared.Next();

    public KilledServerTests(OpenedAcademy opened) => opened.CopyTo(folder.Path);

    [Fact]
    public Task No_acknowledged_answer_is_lost_when_the_server_is_killed() => AnswerAndKillAsync(times: 2);

    [Fact(Explicit = true)]
    public Task No_acknowledged_answer_is_lost_however_often_the_server_is_killed() => AnswerAndKillAsync(times: 20);

    [Fact]
    public async Task A_store_that_acknowledges_before_the_commit_is_found_out()
    {
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync(WriteBehind.Variables);
        var hall = await ExamHall.SeatAsync(server.Address, seed);

        await hall.AnswerUntilAsync(Moment.Draw(new Random(seed)), server.Kill);

        await server.StartAsync();
        Assert.NotEmpty(await hall.ReturnAsync(server.Address));
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_keeps_every_acknowledged_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        var hall = await ExamHall.SeatAsync(server.Address, seed);

        await hall.AnswerUntilAsync(Moment.Draw(new Random(seed)), server.Stop);

        Assert.Equal(0, await server.ExitCodeAsync());
        await server.StartAsync();
        Assert.Empty(await hall.ReturnAsync(server.Address));
        await hall.GoOnAsync();
    }

    public void Dispose() => folder.Dispose();

    private async Task AnswerAndKillAsync(int times)
    {
        var random = new Random(seed);
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        var hall = await ExamHall.SeatAsync(server.Address, seed);
        for (var kill = 1; kill <= times; kill++)
        {
            var moment = Moment.Draw(random);
            await hall.AnswerUntilAsync(moment, server.Kill);

            await server.StartAsync();
            var lost = await hall.ReturnAsync(server.Address);
            Assert.True(lost.Count == 0, $"Seed {seed}, kill {kill}, {moment}: {string.Join("; ", lost)}");
            await hall.GoOnAsync();
        }
    }
}
