using Academy.Domain.Scoring;

namespace Academy.Domain.Competitions.Standings;

/// <summary>What a result that stands is worth in its season.</summary>
/// <param name="EventId">In which event.</param>
/// <param name="EmployeeId">Who.</param>
/// <param name="BranchId">Where they worked then.</param>
/// <param name="Rank">On the board that was kept.</param>
/// <param name="Points">As many as people had a result for the first, and for each rank below one less.</param>
public readonly record struct SeasonResult(long EventId, long EmployeeId, long BranchId, int Rank, Points Points);

/// <summary>What somebody's results of a season come to.</summary>
/// <param name="Rank">Equal sums share it.</param>
/// <param name="EmployeeId">Who.</param>
/// <param name="Last">The latest result; it tells what they were called and where they worked.</param>
/// <param name="Sum">Of the results that count.</param>
/// <param name="Counted">How many count.</param>
/// <param name="Results">How many there are.</param>
public sealed record SeasonRow(int Rank, long EmployeeId, SeasonResult Last, Points Sum, int Counted, int Results);

/// <summary>
/// The standings of a season (赛季总榜): the sum of everybody's best few results, or of all, over the events of a quarter whose results
/// are final. It does not depend on the order in which they came.
/// </summary>
public sealed class Season
{
    private readonly IReadOnlyList<long> events;
    private readonly Dictionary<long, int> order;
    private readonly IReadOnlyList<SeasonResult> results;
    private readonly ILookup<long, SeasonResult> byPerson;
    private readonly Dictionary<long, int> places;

    /// <param name="terms">How results add up.</param>
    /// <param name="events">In the order in which they closed.</param>
    /// <param name="results">Of these events, one of each person in each.</param>
    public Season(SeasonTerms terms, IReadOnlyList<long> events, IReadOnlyList<SeasonResult> results)
    {
        (Terms, this.events, this.results) = (terms, events, results);
        order = events.Index().ToDictionary(held => held.Item, held => held.Index);
        byPerson = results.ToLookup(result => result.EmployeeId);
        var sums = byPerson.Select(own => RowOf(own.Key, [.. InOrder(own)]));
        Rows =
        [
            .. sums.OrderByDescending(row => row.Sum).ThenBy(row => row.EmployeeId).Rank(row => row.Sum)
                .Select(row => row.Item with { Rank = row.Rank }),
        ];
        places = Rows.Index().ToDictionary(row => row.Item.EmployeeId, row => row.Index);
    }

    public SeasonTerms Terms { get; }

    /// <summary>The best first; who shares a rank stands in an order that nobody's arrival decides.</summary>
    public IReadOnlyList<SeasonRow> Rows { get; }

    public int Events => events.Count;

    /// <summary>Down to this rank everybody is told by name.</summary>
    public int NamedRanks => Board.NamedOf(Rows.Count);

    public SeasonRow? RowOf(long employeeId) => places.TryGetValue(employeeId, out var place) ? Rows[place] : null;

    /// <summary>Somebody's results, the best first, and whether each counts.</summary>
    public IEnumerable<(SeasonResult Result, bool Counts)> ResultsOf(long employeeId) =>
        InOrder(byPerson[employeeId]).Select((result, i) => (result, i < (Terms.Best ?? int.MaxValue)));

    /// <summary>The places of those who are told by name, of somebody, and of those right before and behind.</summary>
    public IReadOnlyList<int> PlacesFor(long employeeId)
    {
        var around = places.TryGetValue(employeeId, out var place) ? Enumerable.Range(place - 1, 3) : [];
        var named = Rows.TakeWhile(row => row.Rank <= NamedRanks).Count();
        return [.. Enumerable.Range(0, named).Union(around.Where(p => p >= 0 && p < Rows.Count)).Order()];
    }

    /// <summary>The same of what was reached at some branches alone.</summary>
    public Season Within(IReadOnlySet<long> branches) =>
        new(Terms, events, [.. results.Where(result => branches.Contains(result.BranchId))]);

    /// <summary>How branches compare, each by what its people reached there.</summary>
    /// <param name="unitOf">The branch that a unit is in.</param>
    public IReadOnlyList<TeamRow> Teams(Func<long, long> unitOf) => TeamRow.Ranked(
        results.GroupBy(result => unitOf(result.BranchId)).Select(unit => TeamOf(unit.Key, new Season(Terms, events, [.. unit]))),
        Terms.Branches);

    private TeamRow TeamOf(long unit, Season own)
    {
        var best = own.Rows.Take(Terms.Branches.Best).ToList();
        return new TeamRow(null, unit, own.Rows.Count, best.Sum(row => row.Sum).Share(1m / best.Count), []);
    }

    private IEnumerable<SeasonResult> InOrder(IEnumerable<SeasonResult> own) =>
        own.OrderByDescending(result => result.Points.Hundredths).ThenBy(result => order[result.EventId]);

    private SeasonRow RowOf(long employeeId, IReadOnlyList<SeasonResult> own)
    {
        var counted = own.Take(Terms.Best ?? own.Count).ToList();
        return new SeasonRow(
            0, employeeId, own.MaxBy(result => order[result.EventId]), counted.Sum(result => result.Points), counted.Count, own.Count);
    }
}
