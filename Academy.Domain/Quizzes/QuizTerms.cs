using Academy.Domain.Questions.Marking;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>Why a quiz cannot be made, changed or put before the employees as it is asked for.</summary>
public enum QuizRefusal
{
    TitleMissing, TitleTooLong, DescriptionTooLong, NoSections, SectionEmpty, SectionTooLarge, NoBank, PointsMalformed, QuestionTwice, QuestionUnknown,
    LimitMalformed, PassMalformed, AttemptsMalformed, WindowBackwards, WindowOver, ReleaseWithoutClosing,
    TooFewQuestions, PaperFixed, NotPublished, AlreadyPublished,
}

/// <summary>Everything that a trainer decides of a quiz.</summary>
public sealed record QuizTerms
{
    public const int LongestTitle = 100;
    public const int LongestDescription = 400;
    public const int MostQuestions = 500;
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(12);

    public required string Title { get; init; }
    public string Description { get; init; } = "";
    public required Blueprint Blueprint { get; init; }
    public required TimeSpan TimeLimit { get; init; }
    public required Points PassPoints { get; init; }
    public int? AttemptsAllowed { get; init; }
    public MarkingScheme MarkingScheme { get; init; }
    public DateTimeOffset? OpensAt { get; init; }
    public DateTimeOffset? ClosesAt { get; init; }
    public Release ScoreRelease { get; init; }
    public Release AnswerRelease { get; init; }

    public static QuizTerms Of(Quiz quiz) => new()
    {
        Title = quiz.Title,
        Description = quiz.Description,
        Blueprint = quiz.Blueprint,
        TimeLimit = quiz.TimeLimit,
        PassPoints = quiz.PassPoints,
        AttemptsAllowed = quiz.AttemptsAllowed,
        MarkingScheme = quiz.MarkingScheme,
        OpensAt = quiz.OpensAt,
        ClosesAt = quiz.ClosesAt,
        ScoreRelease = quiz.ScoreRelease,
        AnswerRelease = quiz.AnswerRelease,
    };

    public IEnumerable<QuizRefusal> Objections()
    {
        if (Title.Length == 0) yield return QuizRefusal.TitleMissing;
        if (Title.Length > LongestTitle) yield return QuizRefusal.TitleTooLong;
        if (Description.Length > LongestDescription) yield return QuizRefusal.DescriptionTooLong;
        foreach (var refusal in Paper()) yield return refusal;
        if (TimeLimit < TimeSpan.FromMinutes(1) || TimeLimit > LongestLimit) yield return QuizRefusal.LimitMalformed;
        if (PassPoints < Points.Zero || PassPoints > Blueprint.Worth) yield return QuizRefusal.PassMalformed;
        if (AttemptsAllowed is < 1) yield return QuizRefusal.AttemptsMalformed;
        if (OpensAt >= ClosesAt) yield return QuizRefusal.WindowBackwards;
        if (ClosesAt is null && (ScoreRelease == Release.AfterClosing || AnswerRelease == Release.AfterClosing)) yield return QuizRefusal.ReleaseWithoutClosing;
    }

    /// <summary>Whether both give the same paper for the same points: what people have sat must not be judged anew.</summary>
    public bool JudgesLike(QuizTerms other) =>
        Blueprint.IsLike(other.Blueprint) && PassPoints == other.PassPoints && MarkingScheme == other.MarkingScheme && TimeLimit == other.TimeLimit;

    internal void PutInto(Quiz quiz)
    {
        (quiz.Title, quiz.Description, quiz.Blueprint) = (Title, Description, Blueprint);
        (quiz.TimeLimit, quiz.PassPoints, quiz.AttemptsAllowed, quiz.MarkingScheme) = (TimeLimit, PassPoints, AttemptsAllowed, MarkingScheme);
        (quiz.OpensAt, quiz.ClosesAt, quiz.ScoreRelease, quiz.AnswerRelease) = (OpensAt, ClosesAt, ScoreRelease, AnswerRelease);
    }

    private IEnumerable<QuizRefusal> Paper()
    {
        if (Blueprint.Sections.Count == 0) yield return QuizRefusal.NoSections;
        if (Blueprint.Sections.Any(s => s.Count < 1)) yield return QuizRefusal.SectionEmpty;
        if (Blueprint.Count > MostQuestions) yield return QuizRefusal.SectionTooLarge;
        if (Blueprint.Sections.Any(s => !s.IsFixed && s.Banks.Count == 0)) yield return QuizRefusal.NoBank;
        if (Blueprint.Sections.Any(s => s.PointsEach <= Points.Zero)) yield return QuizRefusal.PointsMalformed;
        var named = Blueprint.Sections.SelectMany(s => s.Questions).Select(question => QuestionName.Parse(question).Key).ToList();
        if (named.Distinct().Count() < named.Count) yield return QuizRefusal.QuestionTwice;
    }
}
