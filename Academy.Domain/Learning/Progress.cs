namespace Academy.Domain.Learning;

public enum ReadingRefusal { TooFast, Withdrawn }

/// <summary>How far somebody has read a lesson. Only time in which it can have been read counts.</summary>
public sealed class Progress
{
    private Progress() { }

    public Progress(long employeeId, long lessonId)
    {
        EmployeeId = employeeId;
        LessonId = lessonId;
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public long LessonId { get; private set; }
    public Lesson Lesson { get; private set; } = null!;

    /// <summary>When the page was last opened, and when time was last credited since.</summary>
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset CreditedAt { get; private set; }

    public TimeSpan ReadTime { get; private set; }

    /// <summary>Number of the furthest clause that came into view; 0 before the first.</summary>
    public int FurthestClause { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public bool IsFinished => FinishedAt is not null;

    public void Open(DateTimeOffset now) => OpenedAt = CreditedAt = now;

    /// <summary>Credits visible time as the page counted it, but never more than has passed since the last credit.</summary>
    public void Credit(TimeSpan visible, int clause, DateTimeOffset now)
    {
        var passed = now - CreditedAt;
        var credited = visible < passed ? visible : passed;
        if (credited > TimeSpan.Zero) ReadTime += credited;
        CreditedAt = now;
        FurthestClause = Math.Max(FurthestClause, clause);
    }

    /// <summary>
    /// Marks the lesson as read when the time is plausible. A page without script reports no
    /// <paramref name="visible"/> time; the time since it was opened counts instead.
    /// </summary>
    public ReadingRefusal? Finish(LessonMeasure lesson, TimeSpan? visible, DateTimeOffset now)
    {
        if (IsFinished) return null;

        Credit(visible ?? now - OpenedAt, lesson.Clauses, now);
        if (ReadTime < lesson.PlausibleTime) return ReadingRefusal.TooFast;

        FinishedAt = now;
        return null;
    }

    /// <summary>Sets the reading back to the beginning: the lesson has to be read again, and takes its time again.</summary>
    public void Restart()
    {
        FinishedAt = null;
        ReadTime = TimeSpan.Zero;
        FurthestClause = 0;
    }
}
