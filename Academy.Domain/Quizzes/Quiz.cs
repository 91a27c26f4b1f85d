using Academy.Domain.Learning;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>When something of a result may be seen.</summary>
public enum Release { OnSubmission, AfterClosing, Never }

/// <summary>A timed set of questions with its rules: how it is drawn, marked, limited and reviewed.</summary>
public sealed class Quiz
{
    private Quiz() { }

    public Quiz(string slug) => Slug = slug;

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public required string Title { get; set; }

    /// <summary>Who set it and for whom, as shown under the title.</summary>
    public required string Description { get; set; }

    /// <summary>The course that it concludes, by slug.</summary>
    public string? Course { get; set; }

    public required Blueprint Blueprint { get; set; }
    public required TimeSpan TimeLimit { get; set; }

    /// <summary>How long after the deadline an answer that was entered before it is still taken.</summary>
    public TimeSpan Grace { get; set; }

    public required Points PassPoints { get; set; }

    /// <summary>How often one may take it; null for as often as one likes.</summary>
    public int? AttemptsAllowed { get; set; }

    public MarkingScheme MarkingScheme { get; set; }

    /// <summary>The trainer who made it; null for the academy's own.</summary>
    public long? OwnerId { get; set; }

    /// <summary>When it was put before the employees; null while it is being made.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? OpensAt { get; set; }
    public DateTimeOffset? ClosesAt { get; set; }
    public Release ScoreRelease { get; set; }
    public Release AnswerRelease { get; set; }

    public Subject Subject => new(SubjectKind.Quiz, Id);

    public bool IsOpen(DateTimeOffset now) => PublishedAt <= now && (OpensAt is null || OpensAt <= now) && !IsClosed(now);

    public bool IsClosed(DateTimeOffset now) => ClosesAt <= now;

    /// <summary>The one rule of deadlines: the limit runs from the start, and nobody goes on after closing.</summary>
    public DateTimeOffset DeadlineFrom(DateTimeOffset start) =>
        start + TimeLimit is var end && ClosesAt < end ? ClosesAt.Value : end;

    public bool ReleasesScore(DateTimeOffset now) => Releases(ScoreRelease, now);

    public bool ReleasesAnswers(DateTimeOffset now) => Releases(AnswerRelease, now);

    private bool Releases(Release release, DateTimeOffset now) =>
        release == Release.OnSubmission || (release == Release.AfterClosing && IsClosed(now));
}
