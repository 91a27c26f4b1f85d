using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>When something of a result may be seen.</summary>
public enum Release { OnSubmission, AfterClosing, Never }

/// <summary>
/// What is decided of a quiz beside its paper. A setting stands here once: the quiz keeps these terms, the form and the
/// shipped files read into them, the trail tells them, and an attempt copies what it is judged by.
/// </summary>
public record QuizTerms
{
    public required string Title
    {
        get;
        init => field = OneLine.Of(value);
    }

    /// <summary>Who set it and for whom, as shown under the title.</summary>
    public string Description { get; init; } = "";

    /// <summary>The course that it concludes, by slug.</summary>
    public string? Course { get; init; }

    public required TimeSpan TimeLimit { get; init; }

    /// <summary>How long after the deadline an answer that was entered before it is still taken.</summary>
    public TimeSpan Grace { get; init; }

    public required Points PassPoints { get; init; }

    /// <summary>How often one may take it; null for as often as one likes.</summary>
    public int? AttemptsAllowed { get; init; }

    public MarkingScheme MarkingScheme { get; init; }
    public DateTimeOffset? OpensAt { get; init; }
    public DateTimeOffset? ClosesAt { get; init; }
    public Release ScoreRelease { get; init; }
    public Release AnswerRelease { get; init; }

    public bool IsOpen(DateTimeOffset now) => (OpensAt is null || OpensAt <= now) && !IsClosed(now);

    public bool IsClosed(DateTimeOffset now) => ClosesAt <= now;

    /// <summary>The one rule of deadlines: the limit runs from the start, and nobody goes on after closing.</summary>
    public DateTimeOffset DeadlineFrom(DateTimeOffset start)
    {
        var end = start + TimeLimit;
        return ClosesAt < end ? ClosesAt.Value : end;
    }

    /// <summary>The same, open as long as the other is.</summary>
    public QuizTerms InWindowOf(QuizTerms other) => this with { OpensAt = other.OpensAt, ClosesAt = other.ClosesAt };

    /// <summary>From when on scores may be known: null for always, the end of time for never.</summary>
    public DateTimeOffset? ScoreReleasedFrom() => ReleasedFrom(ScoreRelease);

    public bool ReleasesScore(DateTimeOffset now) => Releases(ScoreRelease, now);

    public bool ReleasesAnswers(DateTimeOffset now) => Releases(AnswerRelease, now);

    /// <summary>Whether both judge a paper alike: what people have sat must not be judged anew.</summary>
    public bool JudgesLike(QuizTerms other) =>
        PassPoints == other.PassPoints && MarkingScheme == other.MarkingScheme && TimeLimit == other.TimeLimit;

    private bool Releases(Release release, DateTimeOffset now) => ReleasedFrom(release) is not { } from || from <= now;

    private DateTimeOffset? ReleasedFrom(Release release) => release switch
    {
        Release.OnSubmission => null,
        Release.AfterClosing => ClosesAt ?? DateTimeOffset.MaxValue,
        _ => DateTimeOffset.MaxValue,
    };
}
