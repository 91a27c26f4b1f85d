using Academy.Domain.Competitions.Standings;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;

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
/// <param name="Say">Says what units were called.</param>
public sealed record Onlooker(long EmployeeId, string Name, IReadOnlyDictionary<long, string> Branches, DrillWords Words, Wording Say)
{
    public EventRows Sees(LiveBoard live)
    {
        var places = live.Board.PlacesFor(EmployeeId);
        var rows = places.Select((place, i) => Row(live, live.Board.Rows[place], i > 0 && places[i - 1] < place - 1));
        return new EventRows([.. rows], live.Board.Rows.Count, live.IsFrozen, live.IsFinal);
    }

    private ShownRow Row(LiveBoard live, BoardRow row, bool isAfterGap)
    {
        var isOwn = row.Entry.EmployeeId == EmployeeId;
        var kept = live.Kept?.RowOf(row.Entry.EmployeeId);
        var told = isOwn || row.Rank <= live.Board.NamedRanks ? live.Names.GetValueOrDefault(row.Entry.EmployeeId) : null;
        var name = told ?? (isOwn ? Name : null);
        return new ShownRow(
            row.Rank, name, name is null ? null : BranchOf(row, kept), Words.Score(live.Board.Discipline, row.Entry.Score),
            row.Entry.Wrong, isOwn, isAfterGap)
        {
            Time = DrillWords.TimeUsed(live.Board.Discipline, row.Entry.Wrong),
            Award = kept is null || name is null ? null : live.Kept!.Head.AwardOf(kept),
            Title = kept is null || name is null ? null : live.Kept!.Head.TitleOf(kept),
        };
    }

    private string? BranchOf(BoardRow row, FinalRow? kept) =>
        kept is null ? Branches.GetValueOrDefault(row.Entry.BranchId) : Say.In(kept.Branch, kept.BranchEnglish);
}
