namespace Academy.Domain.Competitions;

public enum EligibilityRefusal { OtherBranch, OtherPosition, BelowLevel, NotAdvanced }

/// <summary>
/// That a competition is the next round of another one (晋级): each event is for those who were so far up on the final board of the same
/// discipline there. Whoever shares the last rank advances, too, and nobody does before those results are final.
/// </summary>
/// <param name="CompetitionId">The round before.</param>
/// <param name="Ranks">Down to which rank people advance.</param>
public sealed record AdvanceTerms(long CompetitionId, int Ranks)
{
    public const int UsualRanks = 10;
    public const int MostRanks = 1000;

    internal bool IsPossible => Ranks is >= 1 and <= MostRanks;
}

/// <summary>
/// Who may enter a competition (参赛范围): people of some units and of those below them, at some positions, who have reached a level in
/// the drill of the event, and have advanced from an earlier round. What is left empty limits nobody, and who is limited by more than one
/// meets all of it.
/// </summary>
/// <param name="Branches">Codes of units; empty for all.</param>
/// <param name="Positions">Slugs of positions; empty for all.</param>
/// <param name="Level">The lowest level that is enough, where the drill has levels; null for none.</param>
/// <param name="Advancing">From which round people advance into it; null where it is nobody's next one.</param>
public sealed record EligibilityTerms(
    IReadOnlyList<string> Branches, IReadOnlyList<string> Positions, int? Level, AdvanceTerms? Advancing = null)
{
    public const int LowestLevel = 3;

    public static readonly EligibilityTerms Everybody = new([], [], null);

    /// <summary>Each once, in an order that nobody's choosing decides.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [.. Branches.Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Positions { get; init; } = [.. Positions.Distinct().Order(StringComparer.Ordinal)];

    public bool IsForEverybody => Branches.Count == 0 && Positions.Count == 0 && Level is null && Advancing is null;

    internal bool IsPossible => Level is null or (>= 1 and <= LowestLevel);

    /// <summary>Whether a level is enough; 0 or null is below all.</summary>
    public bool Suffices(int? reached) => Level is not { } lowest || (reached >= 1 && reached <= lowest);

    /// <summary>Why somebody may not enter; null for who may.</summary>
    /// <param name="path">The path of the unit where they work.</param>
    /// <param name="position">The slug of their position.</param>
    /// <param name="isOnLevel">Whether the level that they have reached is enough, or none is asked for.</param>
    /// <param name="hasAdvanced">Whether they have advanced, or there is no round before.</param>
    public EligibilityRefusal? Refusal(string path, string position, bool isOnLevel, bool hasAdvanced)
    {
        if (Branches.Count > 0 && !Branches.Any(code => path.Contains($"/{code}/", StringComparison.Ordinal)))
            return EligibilityRefusal.OtherBranch;
        if (Positions.Count > 0 && !Positions.Contains(position)) return EligibilityRefusal.OtherPosition;
        if (!hasAdvanced) return EligibilityRefusal.NotAdvanced;
        return isOnLevel ? null : EligibilityRefusal.BelowLevel;
    }
}
