using Academy.Domain.Competitions;
using Academy.Domain.People;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>Who may enter a competition, as fields of a form; what is left out limits nobody.</summary>
public sealed class EligibilityForm
{
    /// <summary>Codes of units.</summary>
    public List<string> Branches { get; set; } = [];

    /// <summary>Slugs of positions.</summary>
    public List<string> Positions { get; set; } = [];

    /// <summary>Null where none is asked for.</summary>
    public int? Level { get; set; }

    /// <summary>The round before; null where there is none.</summary>
    public long? Earlier { get; set; }

    /// <summary>How many of each event advance from it.</summary>
    public int? Ranks { get; set; } = AdvanceTerms.UsualRanks;

    public static EligibilityForm Of(EligibilityTerms terms) => new()
    {
        Branches = [.. terms.Branches],
        Positions = [.. terms.Positions],
        Level = terms.Level,
        Earlier = terms.Advancing?.CompetitionId,
        Ranks = terms.Advancing?.Ranks ?? AdvanceTerms.UsualRanks,
    };

    public EligibilityTerms Read() =>
        new(Branches, Positions, Level, Earlier is { } earlier ? new AdvanceTerms(earlier, Ranks ?? 0) : null);
}

/// <summary>A competition from which people may advance.</summary>
public sealed record EarlierRound(long Id, string Title, DateTimeOffset ClosesAt);

/// <summary>What somebody may limit a competition to.</summary>
public sealed record EligibilityChoices(
    IReadOnlyList<Branch> Branches, IReadOnlyList<Position> Positions, IReadOnlyList<EarlierRound> Rounds);
