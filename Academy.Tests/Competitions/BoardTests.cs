using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Scoring;
using CsCheck;

namespace Academy.Tests.Competitions;

/// <summary>Who is ranked how, whatever the order in which results came.</summary>
public sealed class BoardTests
{
    private static readonly Gen<BoardEntry> AnyEntry = Gen.Select(
        Gen.Long[1, 30], Gen.Long[1, 5], Gen.Int[0, 12], Gen.Int[0, 3],
        (person, branch, score, wrong) => new BoardEntry(person, branch, score, wrong));

    private static readonly Gen<Board> AnyBoard = Gen.Select(
        Gen.OneOf(Discipline.Keypad, Discipline.SlipHundred), AnyEntry.List[0, 40],
        (discipline, entries) => new Board(discipline, entries));

    [Fact]
    public void Equal_results_share_a_rank_and_the_next_leaves_a_gap()
    {
        var board = new Board(
            Discipline.Keypad, [new(1, 1, 300, 2), new(2, 1, 310, 4), new(3, 1, 300, 2), new(4, 1, 300, 3), new(5, 1, 290, 0)]);

        Assert.Equal([(1, 2L), (2, 1L), (2, 3L), (4, 4L), (5, 5L)], board.Rows.Select(row => (row.Rank, row.Entry.EmployeeId)));
    }

    [Fact]
    public void The_shorter_time_is_the_better_one()
    {
        var board = new Board(Discipline.SlipHundred, [new(1, 1, 180_000, 0), new(2, 1, 121_400, 0)]);

        Assert.Equal([2L, 1L], board.Rows.Select(row => row.Entry.EmployeeId));
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_board() => Gen.Select(
        Gen.OneOf(Discipline.Keypad, Discipline.SlipHundred), AnyEntry.List[0, 40], Gen.Int).Sample((discipline, entries, seed) =>
    {
        var shuffled = entries.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(new Board(discipline, entries).Rows, new Board(discipline, shuffled).Rows);
    });

    [Fact]
    public void A_rank_is_one_more_than_how_many_are_better() => AnyBoard.Sample(board => Assert.All(board.Rows, row => Assert.Equal(
        1 + board.Rows.Count(other => IsBetter(board.Discipline, other.Entry, row.Entry)), row.Rank)));

    [Fact]
    public void Each_person_is_ranked_once_by_the_best() => Gen.Select(
        Gen.OneOf(Discipline.Keypad, Discipline.SlipHundred), AnyEntry.List[0, 40]).Sample((discipline, entries) =>
    {
        var board = new Board(discipline, entries);

        Assert.Equal(entries.Select(e => e.EmployeeId).Distinct().Order(), board.Rows.Select(row => row.Entry.EmployeeId).Order());
        Assert.All(board.Rows, row => Assert.DoesNotContain(
            entries, e => e.EmployeeId == row.Entry.EmployeeId && IsBetter(discipline, e, row.Entry)));
    });

    [Fact]
    public void Who_is_ahead_is_the_nearest_of_a_better_rank() => AnyBoard.Sample(board => Assert.All(board.Rows, row => Assert.Equal(
        board.Rows.LastOrDefault(other => other.Rank < row.Rank)?.Rank, board.AheadOf(row)?.Rank)));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(15, 3)]
    [InlineData(16, 4)]
    [InlineData(46, 10)]
    [InlineData(10_000, 10)]
    public void The_best_fifth_is_told_by_name_but_no_fewer_than_three_and_no_more_than_ten(int people, int named) => Assert.Equal(
        named, new Board(Discipline.Keypad, Enumerable.Range(1, people).Select(n => new BoardEntry(n, 1, n, 0))).NamedRanks);

    [Fact]
    public void A_branch_is_ranked_by_the_mean_of_its_best_three_and_not_with_fewer()
    {
        var board = new Board(Discipline.Keypad, [new(1, 7, 300, 0), new(2, 7, 200, 0), new(3, 7, 101, 0), new(4, 7, 5, 0),
            new(5, 8, 290, 0), new(6, 8, 290, 0), new(7, 9, 100, 0), new(8, 9, 100, 0), new(9, 9, 401, 0)]);

        var units = board.Units(branch => branch);

        Assert.Equal(
            [(1, 7L, 4, 20033L), (1, 9L, 3, 20033L), (null, 8L, 2, 29000L)],
            units.Select(row => (row.Rank, row.UnitId, row.People, row.Mean.Hundredths)));
    }

    [Fact]
    public void The_board_of_some_branches_is_that_of_their_entries_alone() => AnyBoard.Sample(board =>
        Assert.All(board.Within(new HashSet<long> { 1, 2 }).Rows, row => Assert.InRange(row.Entry.BranchId, 1, 2)));

    [Fact]
    public void Ranks_of_what_is_in_order_are_those_of_a_competition() => Gen.Int[0, 5].List[0, 20].Sample(keys =>
    {
        keys.Sort();

        Assert.Equal(keys.Select(key => 1 + keys.Count(other => other < key)), keys.Rank(key => key).Select(ranked => ranked.Rank));
    });

    private static bool IsBetter(Discipline discipline, BoardEntry one, BoardEntry other)
    {
        var score = discipline.IsRace ? other.Score.CompareTo(one.Score) : one.Score.CompareTo(other.Score);
        return score > 0 || (score == 0 && one.Wrong < other.Wrong);
    }
}
