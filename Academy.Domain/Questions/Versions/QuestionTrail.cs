using Academy.Domain.Auditing;

namespace Academy.Domain.Questions.Versions;

/// <summary>What the trail tells of here.</summary>
public static class QuestionTrail
{
    private const int LongestText = 100;

    public static readonly AuditSubject Question = new(nameof(Question));

    public static readonly Act QuestionAdded = new(nameof(QuestionAdded));
    public static readonly Act QuestionEdited = new(nameof(QuestionEdited));
    public static readonly Act QuestionMoved = new(nameof(QuestionMoved));
    public static readonly Act QuestionTagged = new(nameof(QuestionTagged));
    public static readonly Act QuestionSentForReview = new(nameof(QuestionSentForReview));
    public static readonly Act QuestionApproved = new(nameof(QuestionApproved));
    public static readonly Act QuestionReturned = new(nameof(QuestionReturned));
    public static readonly Act QuestionRetired = new(nameof(QuestionRetired));
    public static readonly Act QuestionRestored = new(nameof(QuestionRestored));
    public static readonly Act QuestionConfirmed = new(nameof(QuestionConfirmed));

    public static readonly Changes ChangesOfQuestion = new(
        Question,
        [
            QuestionAdded, QuestionEdited, QuestionMoved, QuestionTagged, QuestionSentForReview, QuestionApproved, QuestionReturned,
            QuestionRetired, QuestionRestored, QuestionConfirmed,
        ]);

    internal static AuditEntry Entry(
        Actor actor, DateTimeOffset now, Act act, Question question, QuestionFacts? before, QuestionFacts after) =>
        new(actor, now, act, Question, question.Key, Short(question.Title), before, after);

    internal static string Short(string text) => text.Length > LongestText ? $"{text[..(LongestText - 1)]}…" : text;
}

/// <summary>What the trail tells of a question: how it stands, and a note on why.</summary>
internal sealed record QuestionFacts(
    string Bank,
    string? Category,
    string? Name,
    string Stem,
    string Tags,
    int Version,
    VersionState State,
    int? InForce,
    int Difficulty,
    bool Retired,
    DateTimeOffset ClauseCheckedAt,
    string? Note) : IFacts
{
    public static QuestionFacts Of(Question question, string? note = null) => new(
        question.Bank.Title,
        question.Category?.Title,
        question.Name,
        QuestionTrail.Short(question.Latest!.Text.Stem.Plain),
        string.Join(", ", question.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)),
        question.Latest.Number,
        question.Latest.State,
        question.Current?.Number,
        question.Latest.Text.Difficulty,
        question.RetiredAt is not null,
        question.ClauseCheckedAt,
        note);
}
