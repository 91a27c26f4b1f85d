using Academy.Domain.Competitions.Standings;
using Academy.Web.Pages.Competitions.Drills;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>A row of an event's board as somebody sees it.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Name">Null for who is not told by name.</param>
/// <param name="Branch">Where the result belongs; null for who is not told by name.</param>
/// <param name="Score">With its unit.</param>
/// <param name="Wrong">How much of it was wrong.</param>
/// <param name="IsOwn">Whether it is the row of whoever looks.</param>
/// <param name="IsAfterGap">Whether rows between it and the one above are left out.</param>
public sealed record EventRow(int Rank, string? Name, string? Branch, string Score, int Wrong, bool IsOwn, bool IsAfterGap);

/// <summary>The public board of an event as somebody sees it.</summary>
/// <param name="Rows">Who is told by name, and those right before and behind whoever looks.</param>
/// <param name="People">How many have a rank.</param>
/// <param name="IsFrozen">Whether it stands still until the results are final.</param>
/// <param name="IsFinal">Whether the results are final.</param>
public sealed record EventRows(IReadOnlyList<EventRow> Rows, int People, bool IsFrozen, bool IsFinal);

/// <summary>Somebody who looks at boards of events.</summary>
/// <param name="EmployeeId">Who.</param>
/// <param name="Name">Their own name.</param>
/// <param name="Branches">What each unit is called.</param>
/// <param name="Words">Says scores.</param>
public sealed record Onlooker(long EmployeeId, string Name, IReadOnlyDictionary<long, string> Branches, DrillWords Words)
{
    public EventRows Sees(LiveBoard live)
    {
        var (board, places) = (live.Board, live.Board.PlacesFor(EmployeeId));
        var rows = places.Select((place, i) => Row(board, board.Rows[place], live.Names, isAfterGap: i > 0 && places[i - 1] < place - 1));
        return new EventRows([.. rows], board.Rows.Count, live.IsFrozen, live.IsFinal);
    }

    private EventRow Row(Board board, BoardRow row, IReadOnlyDictionary<long, string> names, bool isAfterGap)
    {
        var isOwn = row.Entry.EmployeeId == EmployeeId;
        var told = row.Rank <= board.NamedRanks ? names.GetValueOrDefault(row.Entry.EmployeeId) : null;
        var name = isOwn ? Name : told;
        return new EventRow(
            row.Rank, name, name is null ? null : Branches.GetValueOrDefault(row.Entry.BranchId),
            Words.Score(board.Discipline, row.Entry.Score), row.Entry.Wrong, isOwn, isAfterGap);
    }
}
