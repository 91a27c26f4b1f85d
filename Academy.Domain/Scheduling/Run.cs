namespace Academy.Domain.Scheduling;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    Done,
    Failed,

    /// <summary>The store was locked or full, or the academy was being stopped.</summary>
    Deferred,

    /// <summary>Whoever ran it is gone.</summary>
    Interrupted,
}

/// <summary>
/// One time that a job did something, or failed to. What is due at a moment is begun once in each try, whoever sees it first; whoever
/// has begun is believed to be at work until <see cref="HeldUntil"/>.
/// </summary>
public sealed class Run
{
    public const int LongestFailure = 500;
    private const int MostTries = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private Run() { }

    public long Id { get; private set; }
    public string Job { get; private set; } = "";

    /// <summary>The moment of the timetable that it is for; null for what runs all the time, and for what was asked for.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public int Try { get; private set; } = 1;

    /// <summary>When somebody asked for it, and the name of who did.</summary>
    public DateTimeOffset? AskedAt { get; private set; }
    public string AskedBy { get; private set; } = "";

    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public RunOutcome? Outcome { get; private set; }

    /// <summary>What was done, by number.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; private set; } = new Dictionary<string, long>();

    /// <summary>Why it failed; empty when it did not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>How often it failed just so, one time after the other.</summary>
    public int Times { get; private set; } = 1;

    public bool IsWaiting => StartedAt is null;

    public TimeSpan? Length => EndedAt - StartedAt;

    public static Run Asked(string job, string by, DateTimeOffset now) => new() { Job = job, AskedAt = now, AskedBy = by };

    public static Run Due(string job, DateTimeOffset dueAt, int attempt) => new() { Job = job, DueAt = dueAt, Try = attempt };

    /// <summary>Of a job that runs all the time, once there is something to tell.</summary>
    public static Run Of(string job) => new() { Job = job };

    public Run Begin(DateTimeOffset startedAt, TimeSpan atMost)
    {
        (StartedAt, HeldUntil) = (startedAt, startedAt + atMost);
        return this;
    }

    public void End(RunOutcome outcome, IReadOnlyDictionary<string, long> counts, string failure, DateTimeOffset now) =>
        (EndedAt, Outcome, Counts, Failure) = (now, outcome, counts, failure);

    /// <summary>Fails once more just as the last time.</summary>
    public void Repeat(DateTimeOffset now) => (Times, EndedAt) = (Times + 1, now);

    public bool IsInWork(DateTimeOffset now) => StartedAt is not null && EndedAt is null && now < HeldUntil;

    /// <summary>Begun by somebody who has not been heard of for too long.</summary>
    public bool IsLost(DateTimeOffset now) => StartedAt is not null && EndedAt is null && now >= HeldUntil;

    /// <summary>What was due and has failed is due again after a while, each time after a longer one.</summary>
    public bool IsToBeTriedAgain(DateTimeOffset now) =>
        DueAt is not null && Outcome is not (null or RunOutcome.Done) && Try < MostTries && now >= EndedAt + WaitAfter;

    private TimeSpan WaitAfter => Outcome == RunOutcome.Interrupted ? TimeSpan.Zero : Pause * Try;
}
