using Academy.Domain.Learning;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>One attempt in short.</summary>
public sealed record AttemptSummary(
    long Id, int Number, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? SubmittedAt, Points? Score, Points MaxScore,
    bool HasPassed)
{
    /// <summary>Handed in, with answers that a person has yet to mark; known only where scores are released.</summary>
    public bool AwaitsMarks => SubmittedAt is not null && Score is null;

    public bool IsRunning(DateTimeOffset now) => SubmittedAt is null && now < DueAt;

    /// <summary>What may be known of it before the score is released.</summary>
    public AttemptSummary WithoutScore => this with { Score = null, HasPassed = false };
}

/// <summary>A quiz without the way its paper is made.</summary>
public sealed record QuizOutline(long Id, string Slug, QuizTerms Terms, DateTimeOffset? PublishedAt, int QuestionCount, Points Worth)
{
    public Subject Subject => Quiz.SubjectOf(Id);
}

/// <summary>How somebody stands with a quiz: with that person's attempts, oldest first.</summary>
public sealed record QuizState(QuizOutline Quiz, IReadOnlyList<AttemptSummary> Attempts)
{
    public bool HasPassed => Attempts.Any(a => a.HasPassed);

    /// <summary>The one with the highest score of those handed in; any of them while scores are not released.</summary>
    public AttemptSummary? Best => Attempts.Where(a => a.SubmittedAt is not null).MaxBy(a => a.Score?.Hundredths ?? -1);

    public AttemptSummary? Running(DateTimeOffset now) => Attempts.LastOrDefault(a => a.IsRunning(now));

    public int? AttemptsLeft => Quiz.Terms.AttemptsAllowed - Attempts.Count;

    public AttemptRefusal? Refusal(DateTimeOffset now) => AttemptPolicy.Refusal(Quiz.Terms, Attempts.Count, now);
}

/// <summary>One result in a person's history.</summary>
public sealed record ResultSummary(long AttemptId, string Title, DateTimeOffset SubmittedAt, Points Score, Points MaxScore, bool HasPassed)
{
    /// <summary>Whether its answers and what explains them may be seen, too.</summary>
    public bool ShowsAnswers { get; init; }
}
