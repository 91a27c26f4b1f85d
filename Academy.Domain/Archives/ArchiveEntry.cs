using Academy.Domain.Scoring;

namespace Academy.Domain.Archives;

/// <summary>What kind of thing a line of the archive tells.</summary>
public enum ArchiveKind
{
    /// <summary>A paper that was marked.</summary>
    QuizResult,

    /// <summary>A paper that came to something else after a second look.</summary>
    Regrade,

    /// <summary>A run of a drill that was better than all before it.</summary>
    PersonalBest,

    /// <summary>A result of an event whose board is final.</summary>
    ContestResult,
    Award,
    CourseCompleted,
    Attestation,
    CertificateIssued,
    CertificateRenewed,
    CertificateRevoked,

    /// <summary>Learning that was noted down elsewhere, as on paper, and entered by hand.</summary>
    Learning,
}

/// <summary>
/// A line of somebody's score archive (成绩档案), in the words and with the branch and position of that day. It never changes: a
/// correction is a line that reverses it, and a new one.
/// </summary>
public sealed class ArchiveEntry
{
    public const int LongestTitle = 200;
    public const int LongestDetail = 400;
    public const int LongestName = 100;
    public const int LongestSource = 100;

    public long Id { get; private set; }
    public required long EmployeeId { get; init; }

    /// <summary>Counted from 1 for each person, in the order in which lines were recorded.</summary>
    public required int Number { get; init; }

    /// <summary>When it happened, and the day by the bank's clock.</summary>
    public required DateTimeOffset At { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>When the line was recorded: later than it happened for what was entered afterwards.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
    public required ArchiveKind Kind { get; init; }

    /// <summary>What it is about, as in quiz:12; and what that was called.</summary>
    public required string Subject { get; init; }
    public required string Title { get; init; }

    /// <summary>The slug of the discipline of a drill or an event; empty for what is none.</summary>
    public string Discipline { get; init; } = "";

    /// <summary>The points of a paper, or the result of a drill as people say it.</summary>
    public Points? Score { get; init; }
    public Points? MaxScore { get; init; }
    public bool? HasPassed { get; init; }
    public int? Rank { get; init; }

    /// <summary>How many had a rank.</summary>
    public int? Field { get; init; }

    /// <summary>For how long somebody learned.</summary>
    public int? Minutes { get; init; }

    /// <summary>A number, a prize, a reason; empty where there is nothing to add.</summary>
    public string Detail { get; init; } = "";

    public required long BranchId { get; init; }
    public required string Branch { get; init; }
    public required long PositionId { get; init; }
    public required string Position { get; init; }

    /// <summary>What it was recorded of, and which line of that it is: the store holds each once.</summary>
    public required string Source { get; init; }
    public required int Revision { get; init; }

    /// <summary>The line that this one takes back; null for one that stands by itself.</summary>
    public long? ReversesId { get; init; }

    /// <summary>Who entered it by hand; empty for the academy itself.</summary>
    public string ByNumber { get; init; } = "";

    /// <summary>Whether it says the same of the same thing.</summary>
    internal bool Says(Happening other) => Score == other.Score && MaxScore == other.MaxScore && HasPassed == other.HasPassed
        && Rank == other.Rank && Field == other.Field && Minutes == other.Minutes && Detail == other.Detail;
}

/// <summary>Something that happened and is kept for years.</summary>
/// <param name="EmployeeId">To whom.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Source">What it is recorded of; of each once.</param>
/// <param name="At">When.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Title">What that is called now.</param>
internal sealed record Happening(long EmployeeId, ArchiveKind Kind, string Source, DateTimeOffset At, string Subject, string Title)
{
    public string Discipline { get; init; } = "";
    public Points? Score { get; init; }
    public Points? MaxScore { get; init; }
    public bool? HasPassed { get; init; }
    public int? Rank { get; init; }
    public int? Field { get; init; }
    public int? Minutes { get; init; }
    public string Detail { get; init; } = "";

    /// <summary>Where the person worked, where that is known better than from the postings of that day.</summary>
    public long? BranchId { get; init; }
    public long? PositionId { get; init; }
    public string ByNumber { get; init; } = "";
}
