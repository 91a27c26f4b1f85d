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

    public static EligibilityForm Of(EligibilityTerms terms) => new()
    {
        Branches = [.. terms.Branches],
        Positions = [.. terms.Positions],
        Level = terms.Level,
    };

    public EligibilityTerms Read() => new(Branches, Positions, Level);
}

/// <summary>What somebody may limit a competition to.</summary>
public sealed record EligibilityChoices(IReadOnlyList<Branch> Branches, IReadOnlyList<Position> Positions);
