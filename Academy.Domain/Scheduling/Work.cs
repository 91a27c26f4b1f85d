namespace Academy.Domain.Scheduling;

/// <summary>What the store says of a job when somebody looks whether there is something to do.</summary>
/// <param name="Job">The job.</param>
/// <param name="Open">Its runs that have not ended.</param>
/// <param name="LastDue">Its last run of those that the timetable asks for.</param>
public sealed record JobState(Job Job, IReadOnlyList<Run> Open, Run? LastDue);

/// <summary>What a job has to do now.</summary>
/// <param name="AskedId">The run that somebody has asked for.</param>
/// <param name="DueAt">The moment of the timetable that it is for.</param>
/// <param name="Try">How often it has been tried, with this time.</param>
public sealed record Work(long? AskedId, DateTimeOffset? DueAt, int Try)
{
    /// <summary>What has no moment: a job that runs all the time looks once more.</summary>
    public static readonly Work Usual = new(null, null, 1);

    /// <summary>
    /// Null when nothing is to be done. Of several moments that nobody has taken, as after days without a server, the last stands for
    /// all: each job finds in the store what is due.
    /// </summary>
    public static Work? Of(JobState state, Rhythm rhythm, DateTimeOffset now)
    {
        if (state.Open.Any(run => run.IsInWork(now))) return null;
        if (state.Open.FirstOrDefault(run => run.IsWaiting) is { } asked) return new Work(asked.Id, null, 1);
        if (state.Job.IsPaused) return null;
        if (rhythm is Every) return Usual;
        if (rhythm.LastDue(state.Job.DueThrough, now) is { } dueAt) return new Work(null, dueAt, 1);

        return state.LastDue is { } last && last.IsToBeTriedAgain(now) ? new Work(null, last.DueAt, last.Try + 1) : null;
    }
}
