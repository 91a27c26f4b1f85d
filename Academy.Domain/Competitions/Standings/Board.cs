using Academy.Domain.Competitions.Drills;
using Academy.Domain.Scoring;

namespace Academy.Domain.Competitions.Standings;

/// <summary>What somebody came to at best, at the branch where they worked then.</summary>
/// <param name="EmployeeId">Who.</param>
/// <param name="BranchId">Where.</param>
/// <param name="Score">As <see cref="DrillRun.Score"/> has it.</param>
/// <param name="Wrong">How much of it was wrong, or the seconds that a paper took; the less decides between equal scores.</param>
public sealed record BoardEntry(long EmployeeId, long BranchId, int Score, int Wrong);

/// <summary>A line of a board. Equal scores with as much wrong share a rank.</summary>
public sealed record BoardRow(int Rank, BoardEntry Entry);

/// <summary>Who came to what in one discipline, the best first (技能竞技榜). It does not depend on the order in which results came.</summary>
public sealed class Board
{
    private const int FewestNamed = 3;
    private const int MostNamed = 10;
    private const int NamedShare = 5;

    private readonly IReadOnlyList<BoardEntry> entries;
    private readonly Dictionary<long, int> places;

    /// <param name="discipline">What it is about.</param>
    /// <param name="entries">The best of each person at each branch.</param>
    public Board(Discipline discipline, IEnumerable<BoardEntry> entries)
    {
        Discipline = discipline;
        this.entries = [.. entries];
        var best = InOrder(this.entries).DistinctBy(e => e.EmployeeId);
        Rows = [.. best.Rank(e => (e.Score, e.Wrong)).Select(ranked => new BoardRow(ranked.Rank, ranked.Item))];
        places = Rows.Index().ToDictionary(row => row.Item.Entry.EmployeeId, row => row.Index);
    }

    private Board(Discipline discipline, IReadOnlyList<BoardRow> rows)
    {
        (Discipline, Rows) = (discipline, rows);
        entries = [.. rows.Select(row => row.Entry)];
        places = rows.Index().ToDictionary(row => row.Item.Entry.EmployeeId, row => row.Index);
    }

    /// <summary>A board as it was kept, whatever the same results would come to now.</summary>
    internal static Board AsKept(Discipline discipline, IReadOnlyList<BoardRow> rows) => new(discipline, rows);

    public Discipline Discipline { get; }

    public IReadOnlyList<BoardRow> Rows { get; }

    /// <summary>Down to this rank everybody is told by name: a fifth of all, the first three at least, the first ten at most.</summary>
    public int NamedRanks => NamedOf(Rows.Count);

    /// <summary>Those that everybody is told by name.</summary>
    public IEnumerable<BoardRow> Named => Rows.TakeWhile(row => row.Rank <= NamedRanks);

    /// <summary>How many ranks of so many people are told by name.</summary>
    internal static int NamedOf(int people) => Math.Clamp((people + NamedShare - 1) / NamedShare, FewestNamed, MostNamed);

    /// <summary>Where somebody's row is, from 0; null for who has none.</summary>
    public int? PlaceOf(long employeeId) => places.TryGetValue(employeeId, out var place) ? place : null;

    /// <summary>The places of those who are told by name, of somebody, and of those right before and behind.</summary>
    public IReadOnlyList<int> PlacesFor(long? employeeId)
    {
        var around = employeeId is { } id && PlaceOf(id) is { } place ? Enumerable.Range(place - 1, 3) : [];
        return [.. Enumerable.Range(0, Named.Count()).Union(around.Where(p => p >= 0 && p < Rows.Count)).Order()];
    }

    public BoardRow? RowOf(long employeeId) => PlaceOf(employeeId) is { } place ? Rows[place] : null;

    /// <summary>The nearest row that is ranked better.</summary>
    public BoardRow? AheadOf(BoardRow row) => row.Rank == 1 ? null : Rows[row.Rank - 2];

    /// <summary>The same among the people of some branches alone.</summary>
    public Board Within(IReadOnlySet<long> branches) => new(Discipline, entries.Where(e => branches.Contains(e.BranchId)));

    /// <summary>The same with other results of one person.</summary>
    public Board With(long employeeId, IEnumerable<BoardEntry> own) =>
        new(Discipline, entries.Where(e => e.EmployeeId != employeeId).Concat(own));

    /// <summary>How units compare; an entry belongs to the unit that its branch is in.</summary>
    public IReadOnlyList<UnitRow> Units(Func<long, long> unitOf) => UnitRow.Of(this, entries.GroupBy(e => unitOf(e.BranchId)));

    /// <summary>The better of two sorts first; who shares a rank stands in an order that nobody's arrival decides.</summary>
    internal IEnumerable<BoardEntry> InOrder(IEnumerable<BoardEntry> some) =>
        (Discipline.IsRace ? some.OrderBy(e => e.Score) : some.OrderByDescending(e => e.Score))
            .ThenBy(e => e.Wrong)
            .ThenBy(e => e.EmployeeId)
            .ThenBy(e => e.BranchId);
}
