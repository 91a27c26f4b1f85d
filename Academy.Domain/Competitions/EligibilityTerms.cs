namespace Academy.Domain.Competitions;

public enum EligibilityRefusal { OtherBranch, OtherPosition, BelowLevel }

/// <summary>
/// Who may enter a competition (参赛范围): people of some units and of those below them, at some positions, who have reached a level in
/// the drill of the event. What is left empty limits nobody, and who is limited by more than one meets all of it.
/// </summary>
/// <param name="Branches">Codes of units; empty for all.</param>
/// <param name="Positions">Slugs of positions; empty for all.</param>
/// <param name="Level">The lowest level that is enough, where the drill has levels; null for none.</param>
public sealed record EligibilityTerms(IReadOnlyList<string> Branches, IReadOnlyList<string> Positions, int? Level)
{
    public const int LowestLevel = 3;

    public static readonly EligibilityTerms Everybody = new([], [], null);

    /// <summary>Each once, in an order that nobody's choosing decides.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [.. Branches.Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Positions { get; init; } = [.. Positions.Distinct().Order(StringComparer.Ordinal)];

    public bool IsForEverybody => Branches.Count == 0 && Positions.Count == 0 && Level is null;

    internal bool IsPossible => Level is null or (>= 1 and <= LowestLevel);

    /// <summary>Whether a level is enough; 0 or null is below all.</summary>
    public bool Suffices(int? reached) => Level is not { } lowest || (reached >= 1 && reached <= lowest);

    /// <summary>Why somebody may not enter; null for who may.</summary>
    /// <param name="path">The path of the unit where they work.</param>
    /// <param name="position">The slug of their position.</param>
    /// <param name="isOnLevel">Whether the level that they have reached is enough, or none is asked for.</param>
    public EligibilityRefusal? Refusal(string path, string position, bool isOnLevel)
    {
        if (Branches.Count > 0 && !Branches.Any(code => path.Contains($"/{code}/", StringComparison.Ordinal)))
            return EligibilityRefusal.OtherBranch;
        if (Positions.Count > 0 && !Positions.Contains(position)) return EligibilityRefusal.OtherPosition;
        return isOnLevel ? null : EligibilityRefusal.BelowLevel;
    }
}
