using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>Why a quiz cannot be made, changed or put before the employees as it is asked for.</summary>
public enum QuizRefusal
{
    TitleMissing, TitleTooLong, DescriptionTooLong,
    NoSections, SectionEmpty, SectionTooLarge, NoBank, BankUnknown, PointsMalformed, QuestionTwice, QuestionUnknown,
    LimitMalformed, PassMalformed, AttemptsMalformed,
    OpeningMalformed, ClosingMalformed, WindowBackwards, WindowOver, ReleaseWithoutClosing,
    TooFewQuestions, PaperFixed, InContest, NotPublished, AlreadyPublished, SavedBefore, ChangedMeanwhile,
}

/// <summary>A quiz as somebody wants it: its terms, and how its paper is made.</summary>
public sealed record QuizDraft(QuizTerms Terms, Blueprint Blueprint)
{
    public const int LongestTitle = 100;
    public const int LongestDescription = 400;
    public const int MostQuestions = 500;
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(12);

    /// <summary>Tells one state of a quiz from another: what somebody saw when they decided.</summary>
    public string Fingerprint => Data.Fingerprint.Of(Terms, Blueprint);

    public IEnumerable<QuizRefusal> Refusals() => [.. OfWords(), .. OfPaper(), .. OfRules()];

    /// <summary>Whether both give the same paper for the same points.</summary>
    public bool JudgesLike(QuizDraft other) => Blueprint.IsLike(other.Blueprint) && Terms.JudgesLike(other.Terms);

    private IEnumerable<QuizRefusal> OfWords()
    {
        if (Terms.Title.Length == 0) yield return QuizRefusal.TitleMissing;
        if (Terms.Title.Length > LongestTitle) yield return QuizRefusal.TitleTooLong;
        if (Terms.Description.Length > LongestDescription) yield return QuizRefusal.DescriptionTooLong;
    }

    private IEnumerable<QuizRefusal> OfPaper()
    {
        if (Blueprint.Sections.Count == 0) yield return QuizRefusal.NoSections;
        if (Blueprint.Sections.Any(s => s.Count < 1)) yield return QuizRefusal.SectionEmpty;
        if (Blueprint.Count > MostQuestions) yield return QuizRefusal.SectionTooLarge;
        if (Blueprint.Sections.Any(s => !s.IsFixed && s.Banks.Count == 0)) yield return QuizRefusal.NoBank;
        if (Blueprint.Sections.Any(s => s.PointsEach <= Points.Zero)) yield return QuizRefusal.PointsMalformed;
        if (Blueprint.Names.Select(name => name.Key).Distinct().Count() < Blueprint.Names.Count) yield return QuizRefusal.QuestionTwice;
    }

    private IEnumerable<QuizRefusal> OfRules()
    {
        if (Terms.TimeLimit < TimeSpan.FromMinutes(1) || Terms.TimeLimit > LongestLimit) yield return QuizRefusal.LimitMalformed;
        if (Terms.PassPoints < Points.Zero || Terms.PassPoints > Blueprint.Worth) yield return QuizRefusal.PassMalformed;
        if (Terms.AttemptsAllowed is < 1) yield return QuizRefusal.AttemptsMalformed;
        if (Terms.OpensAt >= Terms.ClosesAt) yield return QuizRefusal.WindowBackwards;
        var waitsForClosing = Terms.ScoreRelease == Release.AfterClosing || Terms.AnswerRelease == Release.AfterClosing;
        if (Terms.ClosesAt is null && waitsForClosing) yield return QuizRefusal.ReleaseWithoutClosing;
    }
}
