using Academy.Domain.Competitions.Standings;
using Academy.Web.Pages.Competitions.Drills;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The public board of an event as somebody sees it.</summary>
/// <param name="Rows">Who is told by name, and those right before and behind whoever looks.</param>
/// <param name="People">How many have a rank.</param>
/// <param name="IsFrozen">Whether it stands still until the results are final.</param>
/// <param name="IsFinal">Whether the results are final.</param>
public sealed record EventRows(IReadOnlyList<ShownRow> Rows, int People, bool IsFrozen, bool IsFinal);

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

    private ShownRow Row(Board board, BoardRow row, IReadOnlyDictionary<long, string> names, bool isAfterGap)
    {
        var isOwn = row.Entry.EmployeeId == EmployeeId;
        var told = row.Rank <= board.NamedRanks ? names.GetValueOrDefault(row.Entry.EmployeeId) : null;
        var name = isOwn ? Name : told;
        return new ShownRow(
            row.Rank, name, name is null ? null : Branches.GetValueOrDefault(row.Entry.BranchId),
            Words.Score(board.Discipline, row.Entry.Score), row.Entry.Wrong, isOwn, isAfterGap);
    }
}
