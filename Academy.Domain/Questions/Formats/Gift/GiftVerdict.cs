using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Gift;

/// <summary>The answer of a true/false question: "T", "FALSE#feedback when wrong#feedback when right" and the like.</summary>
internal sealed class GiftVerdict(string written, string format)
{
    private readonly string[] parts = written.Split('#', 3);

    public bool IsGiven => IsTrue || IsFalse;
    public IReadOnlyList<Option> Options => [Side("true", IsTrue), Side("false", IsFalse)];

    private bool IsTrue => Says("T", "TRUE");
    private bool IsFalse => Says("F", "FALSE");

    private bool Says(string letter, string word) =>
        parts[0].Trim() is var verdict && (verdict == letter || verdict.Equals(word, StringComparison.OrdinalIgnoreCase));

    private Option Side(string key, bool isRight) => new(key, key, isRight ? 100 : 0)
    {
        Feedback = GiftText.ReadOrNull(parts.ElementAtOrDefault(isRight ? 2 : 1), format),
    };
}
