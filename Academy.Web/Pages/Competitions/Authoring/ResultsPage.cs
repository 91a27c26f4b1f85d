using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>A result with who it is of.</summary>
/// <param name="Row">The row of the restricted board.</param>
/// <param name="Number">The employee's number.</param>
/// <param name="Name">The employee's name.</param>
/// <param name="Branch">Where the result belongs.</param>
/// <param name="Shown">The rank on the public board; null where that has no result of the person.</param>
public sealed record EventResult(BoardRow Row, string Number, string Name, string Branch, int? Shown);

/// <summary>What pages have in common that show who holds a competition all results of an event, those behind a freeze included.</summary>
public abstract class ResultsPage(AcademyDb db, Wording say, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Competition Competition { get; private set; } = null!;
    public Event Event { get; private set; } = null!;
    public CompetitionState State { get; private set; }
    public bool IsFrozen { get; private set; }

    /// <summary>Whether every try has come to its end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>
    /// On how many tries of the event somebody has to decide, and how many results of judges, or points of papers, are waited for.
    /// </summary>
    public int Undecided { get; private set; }

    /// <summary>How many objections to results of the event are open.</summary>
    public int Objections { get; private set; }
    public Board Board { get; private set; } = null!;

    /// <summary>How many rows of the kept board are others when it is computed anew; 0 where none was kept.</summary>
    public int Differences { get; private set; }

    /// <summary>What the kept board says of a prize and a title; nothing of one that was not kept.</summary>
    public (Award? Award, string? Title) WonBy(EventResult result) => kept?.RowOf(result.Row.Entry.EmployeeId) is { } row
        ? (kept.Head.AwardOf(row), kept.Head.TitleOf(row))
        : (null, null);

    public bool IsKept => kept is not null;

    private Board shown = null!;
    private KeptResults? kept;

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        var competition = await db.Competitions.AsNoTracking().Published().WithEvents()
            .SingleOrDefaultAsync(c => c.Events.Any(e => e.Id == Id), ct);
        if (competition is null) return false;

        var now = clock.GetUtcNow();
        (Competition, Event) = (competition, competition.Events.Single(e => e.Id == Id));
        (State, IsFrozen, IsOver) = (competition.State(now), competition.IsFrozen(now), now >= competition.OverAt);
        Undecided = await db.DrillRuns.CountAsync(r => r.EventId == Id && (r.AwaitsVerdict || r.EndedAt == null), ct)
            + await db.Contestants.Unsettled().CountAsync(c => c.EventId == Id, ct)
            + await db.PapersOf(competition).CountAsync(p => p.Event.Id == Id && p.Paper.Score == null, ct);
        Objections = await db.Objections.Open().CountAsync(o => o.EventId == Id, ct);
        var computed = await db.BoardAsync(Event.Drill, Id, BoardCopy.Restricted, ct);
        kept = State == CompetitionState.Finalized ? await db.KeptResultsAsync(Id, ct) : null;
        (Board, Differences) = (kept?.AsBoard(Event.Drill) ?? computed, kept?.Differences(computed) ?? 0);
        shown = IsFrozen ? await db.BoardAsync(Event.Drill, Id, BoardCopy.Public, ct) : Board;
        return true;
    }

    protected async Task<IReadOnlyList<EventResult>> ResultsOfAsync(IReadOnlyList<BoardRow> rows, CancellationToken ct)
    {
        if (kept is not null) return [.. rows.Select(row => AsKept(row, kept.RowOf(row.Entry.EmployeeId)!))];

        var (ids, units) = (rows.Select(row => row.Entry.EmployeeId).ToList(), rows.Select(row => row.Entry.BranchId).ToHashSet());
        var people = await db.Employees.Where(e => ids.Contains(e.Id))
            .Select(e => new { e.Id, Number = e.UserName!, e.Name })
            .ToDictionaryAsync(e => e.Id, ct);
        var branches = await db.Branches.Where(b => units.Contains(b.Id))
            .ToDictionaryAsync(b => b.Id, b => say.In(b.Name, b.EnglishName), ct);
        return
        [
            .. from row in rows
               let person = people[row.Entry.EmployeeId]
               select new EventResult(row, person.Number, person.Name, branches[row.Entry.BranchId], shown.RowOf(person.Id)?.Rank),
        ];
    }

    private EventResult AsKept(BoardRow row, FinalRow told) =>
        new(row, told.Number, told.Name, say.In(told.Branch, told.BranchEnglish), told.Rank);
}
