using Academy.Domain.Scoring;

namespace Academy.Domain.Competitions.Standings;

/// <summary>
/// How a unit does: the mean of its best few, so that a large unit is not better for having more people. A unit with fewer of them is
/// not ranked.
/// </summary>
/// <param name="Rank">Null for a unit that is not ranked.</param>
/// <param name="UnitId">Which.</param>
/// <param name="People">How many have a result.</param>
/// <param name="Mean">Of the best few, or of all where there are fewer; to whole hundredths, half up.</param>
public sealed record UnitRow(int? Rank, long UnitId, int People, Points Mean)
{
    /// <summary>So many of the best count.</summary>
    public const int Best = 3;

    internal static IReadOnlyList<UnitRow> Of(Board board, IEnumerable<IGrouping<long, BoardEntry>> units)
    {
        var all = units.Select(unit => Of(unit.Key, [.. board.InOrder(unit).DistinctBy(e => e.EmployeeId)])).ToList();
        var ranked = all.Where(row => row.People >= Best);
        var inOrder = board.Discipline.IsRace ? ranked.OrderBy(row => row.Mean) : ranked.OrderByDescending(row => row.Mean);
        return
        [
            .. inOrder.ThenBy(row => row.UnitId).Rank(row => row.Mean).Select(row => row.Item with { Rank = row.Rank }),
            .. all.Where(row => row.People < Best).OrderByDescending(row => row.People).ThenBy(row => row.UnitId),
        ];
    }

    private static UnitRow Of(long unit, IReadOnlyList<BoardEntry> people)
    {
        var best = people.Take(Best).ToList();
        return new UnitRow(null, unit, people.Count, Points.Of(best.Sum(e => e.Score)).Share(1m / best.Count));
    }
}
