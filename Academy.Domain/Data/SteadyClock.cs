namespace Academy.Domain.Data;

/// <summary>
/// The academy's clock: what the machine's clock said at the start of the program, and from then on the time that has passed. Whoever
/// sets the machine's clock neither gives nor takes any of a running attempt. What the two are apart is made up for by a second in an
/// hour, so that a clock that only drifts is followed; one that was set right for good is taken over by a new start.
/// </summary>
public sealed class SteadyClock : TimeProvider
{
    private const long Slowness = 3600;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    private readonly TimeProvider machine;
    private Reading last;

    public SteadyClock(TimeProvider machine)
    {
        this.machine = machine;
        last = new Reading(machine.GetUtcNow(), machine.GetTimestamp(), TimeSpan.Zero);
    }

    /// <summary>How far the machine's clock is ahead; less than zero when it is behind.</summary>
    public TimeSpan Apart => machine.GetUtcNow() - GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;
    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var before = Volatile.Read(ref last);
        var timestamp = machine.GetTimestamp();
        var passed = machine.GetElapsedTime(before.Timestamp, timestamp);
        var now = before.At + passed + before.MadeUpIn(passed);
        if (passed >= Often)
            Interlocked.CompareExchange(ref last, new Reading(now, timestamp, machine.GetUtcNow() - now), before);
        return now;
    }

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <param name="At">What this clock said.</param>
    /// <param name="Timestamp">When, by what the machine measures time with.</param>
    /// <param name="Apart">How far the machine's clock was ahead.</param>
    private sealed record Reading(DateTimeOffset At, long Timestamp, TimeSpan Apart)
    {
        public TimeSpan MadeUpIn(TimeSpan passed) =>
            TimeSpan.FromTicks(Math.Clamp(Apart.Ticks, -passed.Ticks / Slowness, passed.Ticks / Slowness));
    }
}
