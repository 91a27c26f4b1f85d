using Academy.Domain.Auditing;

namespace Academy.Domain.Letters;

/// <summary>What the trail tells of here.</summary>
public static class LettersTrail
{
    public static readonly AuditSubject Letter = new(nameof(Letter));

    public static readonly Act LetterSentAgain = new(nameof(LetterSentAgain));
}
