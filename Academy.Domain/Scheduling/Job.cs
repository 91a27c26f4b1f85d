namespace Academy.Domain.Scheduling;

/// <summary>
/// What the store knows of a job: when it was last seen at work, up to when what was due is done or being done, and whether it is
/// paused.
/// </summary>
public sealed class Job
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private Job() { }

    /// <summary>A job that is new owes nothing of before.</summary>
    public Job(string name, DateTimeOffset now) => (Name, SeenAt, DueThrough) = (name, now, now);

    public string Name { get; private set; } = "";
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset DueThrough { get; private set; }
    public DateTimeOffset? PausedAt { get; private set; }

    public bool IsPaused => PausedAt is not null;

    /// <summary>Whether it should have been at work by now: then its server is down, or something holds it up.</summary>
    public bool IsLate(Rhythm rhythm, DateTimeOffset now)
    {
        if (IsPaused) return false;

        return rhythm is Every every
            ? now - SeenAt > Tolerance + (every.Interval * 3)
            : rhythm.LastDue(DueThrough, now) is { } dueAt && now - dueAt > Tolerance;
    }

    public void See(DateTimeOffset now) => SeenAt = now;

    /// <summary>Takes what was due at that moment, and with it all that was due before.</summary>
    public void Take(DateTimeOffset dueAt) => DueThrough = dueAt > DueThrough ? dueAt : DueThrough;

    public void Pause(DateTimeOffset now) => PausedAt ??= now;

    /// <summary>Goes on from now: what was due in the pause is not made good.</summary>
    public void Resume(DateTimeOffset now)
    {
        PausedAt = null;
        Take(now);
    }
}
