using Academy.Domain.Scoring;

namespace Academy.Domain.Competitions.Standings;

/// <summary>How a branch does in a competition, or in a season: by the mean of what its best few came to in all events.</summary>
/// <param name="Rank">Null for one with fewer people than the floor.</param>
/// <param name="UnitId">Which.</param>
/// <param name="People">How many have a result in any event.</param>
/// <param name="Mean">Of the best few, or of all where there are fewer; to whole hundredths, half up.</param>
/// <param name="Parts">What each event of a competition adds to it, rounded on its own.</param>
public sealed record TeamRow(int? Rank, long UnitId, int People, Points Mean, IReadOnlyList<Points> Parts)
{
    /// <summary>All branches of which anybody has a result, the best first, and then those without a rank.</summary>
    /// <param name="board">The people's sums.</param>
    /// <param name="terms">How branches compare.</param>
    /// <param name="unitOf">The branch that a unit is in.</param>
    public static IReadOnlyList<TeamRow> Of(AllRound board, TeamTerms terms, Func<long, long> unitOf) =>
        Ranked(board.Rows.GroupBy(row => unitOf(row.BranchId)).Select(unit => Of(unit.Key, [.. unit], terms)), terms);

    /// <summary>The same branches with their ranks.</summary>
    internal static IReadOnlyList<TeamRow> Ranked(IEnumerable<TeamRow> teams, TeamTerms terms)
    {
        var all = teams.ToLookup(team => team.People >= terms.Floor);
        var ranked = all[true].OrderByDescending(team => team.Mean).ThenBy(team => team.UnitId).Rank(team => team.Mean);
        return
        [
            .. ranked.Select(team => team.Item with { Rank = team.Rank }),
            .. all[false].OrderByDescending(team => team.People).ThenBy(team => team.UnitId),
        ];
    }

    private static TeamRow Of(long unit, IReadOnlyList<AllRoundRow> people, TeamTerms terms)
    {
        var best = people.OrderByDescending(row => row.Sum).ThenBy(row => row.EmployeeId).Take(terms.Best).ToList();
        var parts = Enumerable.Range(0, best[0].Parts.Count).Select(i => MeanOf(best, row => row.Parts[i] ?? Points.Zero));
        return new TeamRow(null, unit, people.Count, MeanOf(best, row => row.Sum), [.. parts]);
    }

    private static Points MeanOf(List<AllRoundRow> people, Func<AllRoundRow, Points> points) =>
        people.Sum(points).Share(1m / people.Count);
}
