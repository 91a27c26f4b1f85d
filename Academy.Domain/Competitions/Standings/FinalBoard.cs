using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;

namespace Academy.Domain.Competitions.Standings;

/// <summary>That the results of a competition stand: since when, by whom and why. It never changes.</summary>
public sealed class Finalization
{
    public const int LongestRemark = 400;

    public required long CompetitionId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByNumber { get; init; }
    public required string ByName { get; init; }

    /// <summary>Empty where nothing was said.</summary>
    public required string Remark { get; init; }
}

/// <summary>A title, and the score that it takes.</summary>
public sealed record TitleThreshold(string Title, int Score);

/// <summary>By what the board of an event was ranked and who got what, as it was when the results became final.</summary>
/// <param name="IsShorterFirst">Whether the lower score is the better one; of equal ones the one with less wrong comes first.</param>
/// <param name="Awards">Who got a prize.</param>
/// <param name="Titles">The titles from the highest down.</param>
public sealed record FinalRules(bool IsShorterFirst, AwardTerms Awards, IReadOnlyList<TitleThreshold> Titles)
{
    internal static FinalRules Of(Discipline discipline, ResultTerms terms, LevelTable levels) => new(
        discipline.IsRace, terms.Awards,
        [
            .. from title in terms.Titles.ByLevel().Index()
               where title.Item.Length > 0
               let level = levels.Numbered(discipline, title.Index + 1)
               where level is not null
               select new TitleThreshold(title.Item, level.Score),
        ]);

    /// <summary>The highest title that a score reaches; null for none.</summary>
    public string? TitleOf(int score) =>
        Titles.FirstOrDefault(title => IsShorterFirst ? score <= title.Score : score >= title.Score)?.Title;
}

/// <summary>The board of an event as it was when its results became final. It never changes.</summary>
public sealed class FinalBoard
{
    public required long EventId { get; init; }
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>How many have a rank.</summary>
    public required int People { get; init; }
    public required FinalRules Rules { get; init; }

    public Award? AwardOf(FinalRow row) => Rules.Awards.Of(row.Rank, People);

    public string? TitleOf(FinalRow row) => Rules.TitleOf(row.Score);
}

/// <summary>A row of such a board: who it was, what they were called and where they worked. It never changes.</summary>
public sealed class FinalRow
{
    public required long EventId { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Place { get; init; }
    public required int Rank { get; init; }
    public required long EmployeeId { get; init; }
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required long BranchId { get; init; }
    public required string Branch { get; init; }
    public required string BranchEnglish { get; init; }
    public required int Score { get; init; }

    /// <summary>It decided between equal scores.</summary>
    public required int Wrong { get; init; }

    internal BoardRow AsComputed() => new(Rank, new BoardEntry(EmployeeId, BranchId, Score, Wrong));
}

/// <summary>A board that was kept, with all its rows in their order.</summary>
public sealed record KeptResults(FinalBoard Head, IReadOnlyList<FinalRow> Rows)
{
    private readonly Dictionary<long, FinalRow> byPerson = Rows.ToDictionary(row => row.EmployeeId);

    public FinalRow? RowOf(long employeeId) => byPerson.GetValueOrDefault(employeeId);

    public Board AsBoard(Discipline discipline) => Board.AsKept(discipline, [.. Rows.Select(row => row.AsComputed())]);

    /// <summary>How many rows of the one are not in the other.</summary>
    public int Differences(Board computed)
    {
        var kept = Rows.Select(row => row.AsComputed()).ToHashSet();
        return Math.Max(kept.Except(computed.Rows).Count(), computed.Rows.Except(kept).Count());
    }
}
