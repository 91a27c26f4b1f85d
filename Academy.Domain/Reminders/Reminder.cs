using Academy.Domain.Letters;

namespace Academy.Domain.Reminders;

/// <summary>
/// That somebody was told of something. It is told once: the store holds each person, occasion, subject and mark one time.
/// </summary>
public sealed class Reminder
{
    public const int LongestSubject = 120;
    public const int LongestMark = 40;

    public long Id { get; private set; }
    public required long EmployeeId { get; init; }
    public required Occasion Occasion { get; init; }

    /// <summary>What it is about, such as course-anti-fraud or certificate-17.</summary>
    public required string Subject { get; init; }

    /// <summary>Which time it is, such as the day by which something is due and how many days before it stands.</summary>
    public required string Mark { get; init; }

    /// <summary>The day on which it was told.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>Something of which a person is to be told on a day.</summary>
/// <param name="EmployeeId">Whom.</param>
/// <param name="Occasion">What happened, or is about to.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Mark">Which time it is.</param>
/// <param name="Address">The page that it leads to.</param>
/// <param name="Named">What the words name.</param>
public sealed record Due(
    long EmployeeId, Occasion Occasion, string Subject, string Mark, string Address, IReadOnlyDictionary<string, string> Named)
{
    public (Occasion Occasion, string Subject, string Mark) Key => (Occasion, Subject, Mark);
}

/// <summary>What one person is to be told of on a day, and how much of theirs is overdue.</summary>
public sealed record PersonDay(long EmployeeId, IReadOnlyList<Due> Due, IReadOnlyList<string> Overdue);

/// <summary>That the reminders of a day are written.</summary>
public sealed class ReminderRound
{
    public required DateOnly Day { get; init; }
    public required int Letters { get; init; }
    public required int Reminders { get; init; }
    public required DateTimeOffset DoneAt { get; init; }
}

/// <summary>By which channels somebody wants to be told of an occasion, where that is theirs to choose.</summary>
public sealed class ReminderChoice
{
    private ReminderChoice() { }

    public ReminderChoice(long employeeId, Occasion occasion, Channels channels) =>
        (EmployeeId, Occasion, Channels) = (employeeId, occasion, channels);

    public long EmployeeId { get; private set; }
    public Occasion Occasion { get; private set; }
    public Channels Channels { get; private set; }

    public void Change(Channels channels) => Channels = channels;
}

/// <summary>What administrators have said of a day, where it is not what its place in the week or the announced holidays say.</summary>
public sealed class CalendarDay
{
    public const int LongestName = 40;

    private CalendarDay() { }

    public CalendarDay(DateOnly day, bool isWorked, string name) => (Day, IsWorked, Name) = (day, isWorked, name);

    public DateOnly Day { get; private set; }
    public bool IsWorked { get; private set; }
    public string Name { get; private set; } = "";

    public SpecialDay Special => new(Day, IsWorked, Name, Name);

    public void Change(bool isWorked, string name) => (IsWorked, Name) = (isWorked, name);
}
