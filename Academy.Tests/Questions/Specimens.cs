using Academy.Domain.Questions;

namespace Academy.Tests.Questions;

/// <summary>Questions that exist only to be answered and marked.</summary>
internal static class Specimens
{
    public static readonly QuestionText Single = Of(QuestionType.SingleChoice, ["a", "b", "c", "d"], ["b"]);
    public static readonly QuestionText Multiple = Of(QuestionType.MultipleChoice, ["a", "b", "c", "d"], ["a", "c"]);
    public static readonly QuestionText TrueFalse = Of(QuestionType.TrueFalse, ["true", "false"], ["false"]);

    public static QuestionText Of(QuestionType type, IEnumerable<string> keys, IReadOnlyCollection<string> right) => new()
    {
        Type = type,
        Stem = "Which of them?",
        Options = [.. keys.Select(key => new Option(key, $"Option {key}", right.Contains(key) ? 100 : 0))],
        Explanation = "Because.",
        Topic = "manners/greeting",
        Norm = "conduct",
    };

    public static QuestionText Of(QuestionType type) => type switch
    {
        QuestionType.SingleChoice => Single,
        QuestionType.MultipleChoice => Multiple,
        _ => TrueFalse,
    };
}
