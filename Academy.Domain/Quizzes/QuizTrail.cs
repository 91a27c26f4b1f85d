using Academy.Domain.Auditing;
using Academy.Domain.Data;

namespace Academy.Domain.Quizzes;

/// <summary>What the trail tells of here.</summary>
public static class QuizTrail
{
    public static readonly AuditSubject Quiz = new(nameof(Quiz));
    public static readonly AuditSubject Attempt = new(nameof(Attempt));

    public static readonly Act QuizAdded = new(nameof(QuizAdded));
    public static readonly Act QuizEdited = new(nameof(QuizEdited));
    public static readonly Act QuizPublished = new(nameof(QuizPublished));
    public static readonly Act QuizClosed = new(nameof(QuizClosed));
    public static readonly Act MarkerNamed = new(nameof(MarkerNamed));
    public static readonly Act MarkerDismissed = new(nameof(MarkerDismissed));
    public static readonly Act ResponseMarked = new(nameof(ResponseMarked));
    public static readonly Act ResponseRead = new(nameof(ResponseRead));

    private const int LongestTitle = 120;

    public static readonly Changes ChangesOfQuiz = new(Quiz, [QuizAdded, QuizEdited, QuizPublished, QuizClosed]);

    /// <summary>What somebody's paper is called, so that it is found by whose it is.</summary>
    public static string PaperOf(string title, string number, string name) =>
        $"{Cut.Start(title, LongestTitle)} · {number} {name}";
}

/// <summary>Which answer of somebody else's paper was read, and from where.</summary>
public sealed record ResponseReadFacts(int Question, string Address) : IFacts;
