namespace Academy.Domain.Competitions.Standings;

/// <summary>How the results of a quarter add up.</summary>
/// <param name="Best">So many of somebody's best results count; null for all.</param>
/// <param name="Branches">How branches compare.</param>
public sealed record SeasonTerms(int? Best, TeamTerms Branches)
{
    public const int Most = 100;

    public static readonly SeasonTerms Usual = new(6, TeamTerms.Usual);

    public bool IsPossible => Best is null or (>= 1 and <= Most) && Branches.IsPossible;
}

/// <summary>The rules of all seasons: each holds from its quarter on, so that another rule leaves past seasons as they were.</summary>
public sealed class SeasonRules(IEnumerable<(Quarter From, SeasonTerms Terms)> rules)
{
    private readonly IReadOnlyList<(Quarter From, SeasonTerms Terms)> inOrder = [.. rules.OrderBy(rule => rule.From.FirstDay)];

    /// <summary>The rule of a quarter; what is usual before the first.</summary>
    public SeasonTerms Of(Quarter quarter) =>
        inOrder.LastOrDefault(rule => rule.From.FirstDay <= quarter.FirstDay).Terms ?? SeasonTerms.Usual;
}
