using System.Globalization;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Tests.Questions;

namespace Academy.Tests.Competitions;

/// <summary>
/// Ranks as another scoreboard gives them for the same figures: more that is right first, then less time. Where it ranks nobody who has
/// nothing right, here they share the last rank.
/// </summary>
public sealed class ScoreboardFixtureTests
{
    private const int Id = 0;
    private const int Rank = 1;
    private const int Solved = 3;
    private const int Time = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ranks_are_those_of_the_published_table(int seed)
    {
        var table = Fixtures.Read("scoreboard/domjudge-sample/results-full-ranked.tsv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToArray();
        var expected = table.ToDictionary(row => Number(row[Id]), row => row[Rank] is { Length: > 0 } rank ? Number(rank) : 8);
        new Random(seed).Shuffle(table);

        var board = new Board(
            Discipline.Keypad, table.Select(row => new BoardEntry(Number(row[Id]), 1, Number(row[Solved]), Number(row[Time]))));

        Assert.Equal(9, board.Rows.Count);
        Assert.All(board.Rows, row => Assert.Equal(expected[(int)row.Entry.EmployeeId], row.Rank));
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
