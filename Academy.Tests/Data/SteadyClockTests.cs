using Academy.Domain.Data;
using Academy.Jobs.Data;
using Academy.Tests.Hosting;
using CsCheck;
using Microsoft.Extensions.Logging;

namespace Academy.Tests.Data;

/// <summary>Whatever becomes of the machine's clock, time passes as it passes.</summary>
public sealed class SteadyClockTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private static readonly Gen<(TimeSpan Passed, TimeSpan Set)[]> Days = Gen.Select(
        Gen.Long[0, TimeSpan.TicksPerHour * 3],
        Gen.Frequency((4, Gen.Const(0L)), (1, Gen.Long[-TimeSpan.TicksPerDay, TimeSpan.TicksPerDay])),
        (passed, set) => (TimeSpan.FromTicks(passed), TimeSpan.FromTicks(set))).Array[1, 40];

    /// <summary>An hour of an attempt is an hour, to the second.</summary>
    [Fact]
    public void Setting_the_clock_gives_and_takes_a_second_in_an_hour_at_most() => Days.Sample(day =>
    {
        var machine = new Machine();
        var clock = new SteadyClock(machine);
        foreach (var (passed, set) in day)
        {
            var before = clock.GetUtcNow();
            machine.Wall += set;
            Assert.Equal(before, clock.GetUtcNow());
            machine.Pass(passed);
            Assert.InRange(clock.GetUtcNow() - before - passed, -passed / 3600 - Tick, passed / 3600 + Tick);
        }
    });

    [Fact]
    public void It_never_goes_back() => Days.Sample(day =>
    {
        var machine = new Machine();
        var clock = new SteadyClock(machine);
        var before = clock.GetUtcNow();
        foreach (var (passed, set) in day)
        {
            machine.Wall += set;
            for (var part = 1; part <= 4; part++)
            {
                machine.Pass(passed / 4_000_000);
                var now = clock.GetUtcNow();
                Assert.True(now >= before);
                before = now;
            }

            machine.Pass(passed);
        }
    });

    [Fact]
    public void A_clock_that_only_drifts_is_followed() => Gen.Double[-0.0001, 0.0001].Sample(drift =>
    {
        var machine = new Machine();
        var clock = new SteadyClock(machine);
        for (var quarter = 0; quarter < 4 * 24 * 30; quarter++)
        {
            machine.Pass(TimeSpan.FromMinutes(15));
            machine.Wall += TimeSpan.FromMinutes(15) * drift;
            Assert.InRange(clock.Apart, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        }
    }, iter: 20);

    [Fact]
    public void A_clock_that_was_set_is_taken_over_by_a_new_start()
    {
        var machine = new Machine();
        var clock = new SteadyClock(machine);
        machine.Wall += TimeSpan.FromHours(1);

        Assert.Equal(TimeSpan.FromHours(1), clock.Apart);
        Assert.Equal(machine.Wall, new SteadyClock(machine).GetUtcNow());
    }

    [Theory]
    [InlineData(59, 0)]
    [InlineData(61, 1)]
    [InlineData(-61, 1)]
    public async Task Whoever_looks_after_the_machine_is_told_that_its_clock_was_set(int seconds, int warnings)
    {
        var (machine, log) = (new Machine(), new LogLines());
        var clock = new SteadyClock(machine);
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        machine.Wall += TimeSpan.FromSeconds(seconds);

        await new CompareClocks(clock, logging.CreateLogger<CompareClocks>()).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(warnings, log.All.Count(line => line.Level == LogLevel.Warning));
    }

    /// <summary>A machine whose clock can be set while its time passes.</summary>
    private sealed class Machine : TimeProvider
    {
        private TimeSpan passed;

        public DateTimeOffset Wall { get; set; } = TestClock.Tuesday;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time)
        {
            passed += time;
            Wall += time;
        }

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => passed.Ticks;
    }
}
