namespace Academy.Domain.Scheduling;

/// <summary>When a job is due, over and over.</summary>
public abstract record Rhythm
{
    /// <summary>The first moment after another at which it is due; null where it is due all the time.</summary>
    public abstract DateTimeOffset? NextDue(DateTimeOffset after);

    /// <summary>
    /// The last moment after another at which it was due by now; null when there is none: what is due all the time has nothing to make
    /// good.
    /// </summary>
    public DateTimeOffset? LastDue(DateTimeOffset after, DateTimeOffset now)
    {
        DateTimeOffset? last = null;
        for (var next = NextDue(after); next <= now; next = NextDue(next.Value)) last = next;
        return last;
    }
}

/// <summary>Again and again, so long after the time before.</summary>
public sealed record Every(TimeSpan Interval) : Rhythm
{
    public override DateTimeOffset? NextDue(DateTimeOffset after) => null;
}

/// <summary>What the timetable says of a job.</summary>
/// <param name="Name">What it is kept under.</param>
/// <param name="Rhythm">When it is due.</param>
/// <param name="AtMost">After so long it is stopped, and somebody else may do what it has not.</param>
public sealed record JobTerms(string Name, Rhythm Rhythm, TimeSpan AtMost);
