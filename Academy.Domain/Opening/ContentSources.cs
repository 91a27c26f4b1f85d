using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;

namespace Academy.Domain.Opening;

/// <summary>A <c>course.yaml</c>.</summary>
internal sealed record CourseSource
{
    public required string Title { get; init; }
    public required string ShortTitle { get; init; }
    public required string Summary { get; init; }
    public int Order { get; init; }
    public int Edition { get; init; } = 1;
    public required string EditedOn { get; init; }
    public Learning.AttestationRule Attestation { get; init; }
    public required List<string> Lessons { get; init; }
}

/// <summary>A moment counted from the day of loading: so many days later (or earlier), at a time of the bank's clock.</summary>
internal sealed record Moment
{
    public required int Days { get; init; }
    public required string Time { get; init; }
}

internal sealed record SectionSource
{
    public required QuestionType Type { get; init; }
    public required decimal Points { get; init; }
    public List<string> Banks { get; init; } = [];
    public int Draw { get; init; }
    public List<string> Questions { get; init; } = [];

    public Section ToSection() => new(Type, Scoring.Points.Of(Points), Banks, Draw, Questions);
}

/// <summary>A quiz file; the slug is the file's name.</summary>
internal sealed record QuizSource
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public string? Course { get; init; }
    public required int LimitMinutes { get; init; }
    public int GraceSeconds { get; init; } = 30;
    public required decimal PassPoints { get; init; }
    public int? Attempts { get; init; }
    public MarkingScheme Marking { get; init; } = MarkingScheme.HalfWhenIncomplete;
    public Release Score { get; init; } = Release.OnSubmission;
    public Release Answers { get; init; } = Release.OnSubmission;
    public Moment? Opens { get; init; }
    public Moment? Closes { get; init; }
    public bool ShuffleQuestions { get; init; } = true;
    public bool ShuffleOptions { get; init; } = true;
    public required List<SectionSource> Sections { get; init; }

    public QuizDraft ToDraft(Func<Moment, DateTimeOffset> at) => new(
        new QuizTerms
        {
            Title = Title,
            Description = Description,
            Course = Course,
            TimeLimit = TimeSpan.FromMinutes(LimitMinutes),
            Grace = TimeSpan.FromSeconds(GraceSeconds),
            PassPoints = Scoring.Points.Of(PassPoints),
            AttemptsAllowed = Attempts,
            MarkingScheme = Marking,
            OpensAt = Opens is null ? null : at(Opens),
            ClosesAt = Closes is null ? null : at(Closes),
            ScoreRelease = Score,
            AnswerRelease = Answers,
        },
        new Blueprint([.. Sections.Select(s => s.ToSection())], ShuffleQuestions, ShuffleOptions));
}
