using Academy.Domain.Scoring;

namespace Academy.Domain.Competitions.Standings;

/// <summary>What somebody's results in the events of a competition come to (全能).</summary>
/// <param name="Rank">Null for who has not a result in every event.</param>
/// <param name="EmployeeId">Who.</param>
/// <param name="BranchId">Where the first of the results belongs.</param>
/// <param name="Parts">The points of each event, in their order; null where there is no result.</param>
public sealed record AllRoundRow(int? Rank, long EmployeeId, long BranchId, IReadOnlyList<Points?> Parts)
{
    public Points Sum { get; } = Parts.OfType<Points>().Sum(part => part);

    public int Events { get; } = Parts.OfType<Points>().Count();
}

/// <summary>
/// The all-round board of a competition: the sum of points of all events. Whoever lacks a result in one stands behind, without a rank.
/// </summary>
public sealed class AllRound
{
    private const int Whole = 100;

    private readonly Dictionary<long, int> places;

    /// <param name="formula">What a result is worth.</param>
    /// <param name="boards">The boards of the events, in their order.</param>
    public AllRound(AllRoundFormula formula, IReadOnlyList<Board> boards)
    {
        var points = boards.Select(board => PointsOn(formula, board)).ToList();
        var all = boards.SelectMany(board => board.Rows).DistinctBy(row => row.Entry.EmployeeId)
            .Select(row => Row(row.Entry, points))
            .ToLookup(row => row.Events == boards.Count);
        var ranked = all[true].OrderByDescending(row => row.Sum).ThenBy(row => row.EmployeeId).Rank(row => row.Sum)
            .Select(row => row.Item with { Rank = row.Rank });
        var others = all[false].OrderByDescending(row => row.Events).ThenByDescending(row => row.Sum).ThenBy(row => row.EmployeeId);
        Rows = [.. ranked, .. others];
        Ranked = all[true].Count();
        places = Rows.Index().ToDictionary(row => row.Item.EmployeeId, row => row.Index);
    }

    /// <summary>Who has a rank, the best first, and then who has none.</summary>
    public IReadOnlyList<AllRoundRow> Rows { get; }

    /// <summary>How many have a rank.</summary>
    public int Ranked { get; }

    /// <summary>Down to this rank everybody is told by name.</summary>
    public int NamedRanks => Board.NamedOf(Ranked);

    public bool IsNamed(AllRoundRow row) => row.Rank <= NamedRanks;

    /// <summary>The places of those who are told by name, of somebody, and of those right before and behind.</summary>
    public IReadOnlyList<int> PlacesFor(long employeeId)
    {
        var around = places.TryGetValue(employeeId, out var place) ? Enumerable.Range(place - 1, 3) : [];
        return [.. Enumerable.Range(0, Rows.Count(IsNamed)).Union(around.Where(p => p >= 0 && p < Rows.Count)).Order()];
    }

    /// <summary>As many points for the first as people have a result, and for each rank below one less.</summary>
    internal static Points RankPoints(int people, int rank) => Points.Of(people + 1 - rank);

    private static AllRoundRow Row(BoardEntry entry, IReadOnlyList<IReadOnlyDictionary<long, Points>> points) => new(
        null, entry.EmployeeId, entry.BranchId,
        [.. points.Select(part => part.TryGetValue(entry.EmployeeId, out var own) ? own : (Points?)null)]);

    private static Dictionary<long, Points> PointsOn(AllRoundFormula formula, Board board) => board.Rows.ToDictionary(
        row => row.Entry.EmployeeId,
        row => formula == AllRoundFormula.Scaled
            ? Scaled(board, row.Entry.Score)
            : RankPoints(board.Rows.Count, row.Rank));

    /// <summary>A hundred for the best score, and of another as much as it is of the best; to whole hundredths, half up.</summary>
    private static Points Scaled(Board board, int score)
    {
        var best = board.Rows[0].Entry.Score;
        var (part, whole) = board.Discipline.IsRace ? (best, score) : (score, best);
        return whole == 0 ? Points.Of(Whole) : Points.Of(Whole).Share((decimal)part / whole);
    }
}
