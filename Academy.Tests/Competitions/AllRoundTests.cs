using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Scoring;
using CsCheck;

namespace Academy.Tests.Competitions;

/// <summary>What results in several events come to, for people and for branches.</summary>
public sealed class AllRoundTests
{
    private static readonly Gen<Board> AnyBoard = Gen.Select(
        Gen.OneOf(Gen.Const(Discipline.Keypad), Gen.Const(Discipline.SlipHundred)),
        Gen.Select(Gen.Long[1, 12], Gen.Int[1, 900], (person, score) => new BoardEntry(person, person % 4, score, 0)).List[0, 12],
        (discipline, entries) => new Board(discipline, entries));

    private static readonly Gen<(AllRoundFormula Formula, List<Board> Boards)> Any = Gen.Select(
        Gen.OneOf(Gen.Const(AllRoundFormula.Scaled), Gen.Const(AllRoundFormula.RankPoints)), AnyBoard.List[1, 4]);

    [Fact]
    public void The_best_of_an_event_has_a_hundred_points_and_another_what_it_is_of_that_to_hundredths_half_up()
    {
        var keypad = new Board(Discipline.Keypad, [new(1, 1, 300, 0), new(2, 1, 200, 0), new(3, 1, 1, 0)]);
        var slips = new Board(Discipline.SlipHundred, [new(1, 1, 180_000, 0), new(2, 1, 120_000, 0)]);

        var rows = new AllRound(AllRoundFormula.Scaled, [keypad, slips]).Rows;

        Assert.Equal(
            [(1, 1L, 16667L), (1, 2L, 16667L), ((int?)null, 3L, 33L)],
            rows.Select(row => (row.Rank, row.EmployeeId, row.Sum.Hundredths)));
        Assert.Equal([10000L, 6667L], rows[0].Parts.Select(part => part!.Value.Hundredths));
    }

    [Fact]
    public void Of_rank_points_the_first_has_as_many_as_there_are_people_and_each_rank_below_one_less()
    {
        var board = new Board(Discipline.Keypad, [new(1, 1, 300, 0), new(2, 1, 300, 0), new(3, 1, 200, 0)]);

        Assert.Equal(
            [(1, 300L), (1, 300L), (3, 100L)],
            new AllRound(AllRoundFormula.RankPoints, [board]).Rows.Select(row => (row.Rank!.Value, row.Sum.Hundredths)));
    }

    [Fact]
    public void Whoever_lacks_an_event_stands_behind_without_a_rank_however_good() => Any.Sample(any =>
    {
        var rows = new AllRound(any.Formula, any.Boards).Rows;

        Assert.All(rows, row => Assert.Equal(any.Boards.All(board => board.RowOf(row.EmployeeId) is not null), row.Rank is not null));
        Assert.Equal(rows.Count(row => row.Rank is not null), rows.TakeWhile(row => row.Rank is not null).Count());
    });

    [Fact]
    public void A_rank_is_one_more_than_how_many_have_more() => Any.Sample(any =>
    {
        var ranked = new AllRound(any.Formula, any.Boards).Rows.Where(row => row.Rank is not null).ToList();

        Assert.All(ranked, row => Assert.Equal(1 + ranked.Count(other => other.Sum > row.Sum), row.Rank));
    });

    [Fact]
    public void Points_are_from_nothing_to_a_hundred_and_the_best_of_each_event_has_all_of_them() => AnyBoard.Sample(board =>
    {
        var rows = new AllRound(AllRoundFormula.Scaled, [board]).Rows;

        Assert.All(rows, row => Assert.InRange(row.Sum.Hundredths, 0, 10000));
        Assert.All(board.Rows.Where(row => row.Rank == 1), first =>
            Assert.Equal(10000, rows.Single(row => row.EmployeeId == first.Entry.EmployeeId).Sum.Hundredths));
    });

    [Fact]
    public void A_branch_has_the_mean_of_its_best_and_no_rank_below_the_floor()
    {
        var board = new AllRound(AllRoundFormula.Scaled, [new Board(Discipline.Keypad, [
            new(1, 7, 300, 0), new(2, 7, 200, 0), new(3, 7, 100, 0), new(4, 8, 299, 0), new(5, 9, 150, 0), new(6, 9, 150, 0)])]);

        var teams = TeamRow.Of(board, new TeamTerms(Best: 2, Floor: 2), branch => branch);

        Assert.Equal(
            [(1, 7L, 3, 8334L), (2, 9L, 2, 5000L), ((int?)null, 8L, 1, 9967L)],
            teams.Select(team => (team.Rank, team.UnitId, team.People, team.Mean.Hundredths)));
    }

    [Fact]
    public void What_events_add_to_a_branch_comes_to_its_mean_but_for_rounding() => Any.Sample(any =>
    {
        var teams = TeamRow.Of(new AllRound(any.Formula, any.Boards), new TeamTerms(3, 1), branch => branch);

        Assert.All(teams, team => Assert.InRange(
            team.Parts.Sum(part => part).Hundredths - team.Mean.Hundredths, -any.Boards.Count, any.Boards.Count));
    });
}
