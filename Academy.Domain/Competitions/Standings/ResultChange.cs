using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Data;

namespace Academy.Domain.Competitions.Standings;

/// <summary>What is otherwise about a result from now on when an objection is accepted.</summary>
/// <param name="ResultId">Of a run, a contestant or a paper.</param>
public abstract record ResultChange(long ResultId);

/// <summary>That a run counts, or does not.</summary>
public sealed record RunChange(long RunId, Verdict Verdict) : ResultChange(RunId);

/// <summary>That what judges came to of a contestant counts, or does not.</summary>
public sealed record ContestantChange(long ContestantId, Verdict Verdict) : ResultChange(ContestantId);

/// <summary>That something else stands of a contestant than judges came to.</summary>
/// <param name="ContestantId">Of whom.</param>
/// <param name="Agreed">What stands: figures where notes are counted, and whether the result is void.</param>
public sealed record Correction(long ContestantId, SheetValues Agreed) : ResultChange(ContestantId);

/// <summary>That a paper counts, or does not.</summary>
public sealed record PaperChange(long PaperId, Verdict Verdict) : ResultChange(PaperId);

/// <summary>Whose rank is another; null for none.</summary>
public sealed record RankMove(long EmployeeId, int? Before, int? After);

/// <summary>A result as it is, or as it would be.</summary>
public sealed record ResultState(int? Score, int Wrong, bool Counts);

/// <summary>A result before and after a change, and all that its owner then has in the event.</summary>
internal sealed record ChangedResult(long EmployeeId, ResultState Before, ResultState After, IReadOnlyList<BoardEntry> Entries);

/// <summary>What a change of a result does to the ranks of its event; nothing of it is stored.</summary>
/// <param name="EmployeeId">Whose result it is.</param>
/// <param name="Before">The result as it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="Moves">Whose rank would be another.</param>
public sealed record RankEffect(long EmployeeId, ResultState Before, ResultState After, IReadOnlyList<RankMove> Moves)
{
    /// <summary>Tells one effect from another.</summary>
    public string AsSeen() => Fingerprint.Of(EmployeeId, Before, After, Moves);

    internal static RankEffect Of(ChangedResult changed, Board board) => new(
        changed.EmployeeId, changed.Before, changed.After,
        MovesBetween(board, board.With(changed.EmployeeId, changed.Entries)));

    public static IReadOnlyList<RankMove> MovesBetween(Board before, Board after)
    {
        var people = before.Rows.Concat(after.Rows).Select(row => row.Entry.EmployeeId).Distinct();
        var moves = people.Select(id => new RankMove(id, before.RowOf(id)?.Rank, after.RowOf(id)?.Rank));
        return
        [
            .. moves.Where(move => move.Before != move.After).OrderBy(move => move.After ?? int.MaxValue)
                .ThenBy(move => move.Before).ThenBy(move => move.EmployeeId),
        ];
    }
}
