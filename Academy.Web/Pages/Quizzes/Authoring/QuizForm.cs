using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Web.Pages.Questions;
using Academy.Web.Pages.Shared;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>A quiz as fields of a form, moments in bank time.</summary>
public sealed class QuizForm
{
    private const string UsualMinutes = "30", UsualPass = "60";

    public string? Title { get; set; }
    public string? Description { get; set; }
    public List<SectionForm> Sections { get; set; } = [];
    public bool ShufflesQuestions { get; set; }
    public bool ShufflesOptions { get; set; }
    public string? LimitMinutes { get; set; }
    public string? PassPoints { get; set; }

    /// <summary>Empty for as often as one likes.</summary>
    public string? Attempts { get; set; }

    public MarkingScheme MarkingScheme { get; set; }
    public string? OpensAt { get; set; }
    public string? ClosesAt { get; set; }
    public Release ScoreRelease { get; set; }
    public Release AnswerRelease { get; set; }

    public static QuizForm New() => new()
    {
        Sections = [new() { Draw = "10", Points = "5" }],
        ShufflesQuestions = true,
        ShufflesOptions = true,
        LimitMinutes = UsualMinutes,
        PassPoints = UsualPass,
    };

    public static QuizForm Of(Quiz quiz, BankZone zone) => new()
    {
        Title = quiz.Terms.Title,
        Description = quiz.Terms.Description,
        Sections = [.. quiz.Blueprint.Sections.Select(SectionForm.Of)],
        ShufflesQuestions = quiz.Blueprint.ShufflesQuestions,
        ShufflesOptions = quiz.Blueprint.ShufflesOptions,
        LimitMinutes = Numerals.Write((decimal)quiz.Terms.TimeLimit.TotalMinutes),
        PassPoints = quiz.Terms.PassPoints.ToString(),
        Attempts = Numerals.Write((decimal?)quiz.Terms.AttemptsAllowed),
        MarkingScheme = quiz.Terms.MarkingScheme,
        OpensAt = FormMoment.Write(quiz.Terms.OpensAt, zone),
        ClosesAt = FormMoment.Write(quiz.Terms.ClosesAt, zone),
        ScoreRelease = quiz.Terms.ScoreRelease,
        AnswerRelease = quiz.Terms.AnswerRelease,
    };

    /// <summary>
    /// The quiz that the form says; what is wrong with it is told to <paramref name="refuse"/>.
    /// What the form does not show stays as it is stored, and so do moments that are stored to the second and not changed.
    /// </summary>
    public QuizDraft Read(BankZone zone, QuizTerms? stored, Action<QuizRefusal> refuse)
    {
        Sections.RemoveAll(section => section.IsEmpty);
        var terms = (stored ?? new QuizTerms { Title = "", TimeLimit = TimeSpan.Zero, PassPoints = Points.Zero }) with
        {
            Title = OneLine.Of(Title),
            Description = Description?.Trim() ?? "",
            TimeLimit = TimeSpan.FromMinutes((double)(Within(LimitMinutes, 1440) ?? 0)),
            PassPoints = Points.Of(Within(PassPoints, 1_000_000) ?? -1),
            AttemptsAllowed = string.IsNullOrWhiteSpace(Attempts) ? null : (int)(Within(Attempts, 1000) ?? 0),
            MarkingScheme = MarkingScheme,
            OpensAt = OpensAt == FormMoment.Write(stored?.OpensAt, zone) ? stored?.OpensAt : FormMoment.Read(OpensAt, zone),
            ClosesAt = ClosesAt == FormMoment.Write(stored?.ClosesAt, zone) ? stored?.ClosesAt : FormMoment.Read(ClosesAt, zone),
            ScoreRelease = ScoreRelease,
            AnswerRelease = AnswerRelease,
        };
        if (terms.OpensAt is null && !string.IsNullOrWhiteSpace(OpensAt)) refuse(QuizRefusal.OpeningMalformed);
        if (terms.ClosesAt is null && !string.IsNullOrWhiteSpace(ClosesAt)) refuse(QuizRefusal.ClosingMalformed);
        var sections = Sections.Select(section => section.Read(refuse));
        var draft = new QuizDraft(terms, new Blueprint([.. sections], ShufflesQuestions, ShufflesOptions));
        foreach (var refusal in draft.Refusals()) refuse(refusal);
        return draft;
    }

    private static decimal? Within(string? written, decimal most) =>
        Numerals.Read(written) is >= 0 and var number && number <= most ? number : null;
}
