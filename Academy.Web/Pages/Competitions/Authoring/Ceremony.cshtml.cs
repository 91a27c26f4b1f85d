using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>
/// The results of an event on a big screen, from the last of those who are told by name up to the first, one at a press. What has not
/// been called is not on the page, and cannot be read out of it.
/// </summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CeremonyModel(AcademyDb db, Recorder recorder, Wording say, TimeProvider clock) : ResultsPage(db, say, clock)
{
    /// <summary>How many have been called.</summary>
    public int Called { get; private set; }

    /// <summary>How many are to be called.</summary>
    public int All { get; private set; }

    /// <summary>Those that have been called, the best first.</summary>
    public IReadOnlyList<EventResult> Results { get; private set; } = [];

    /// <summary>Whether the results may be shown: all of them are there, and nobody objects to one.</summary>
    public bool MayBegin => IsOver && Undecided == 0 && Objections == 0;

    public async Task<IActionResult> OnGetAsync([FromQuery] int called, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!MayBegin) return Page();

        var named = Board.Named.ToList();
        (All, Called) = (named.Count, Math.Clamp(called, 0, named.Count));
        Results = await ResultsOfAsync(named[^Called..], ct);
        if (Called > 0) await RecordAsync(await ResultsOfAsync(named, ct), ct);
        return Page();
    }

    /// <summary>Whoever begins is about to see them all: the presses of a ceremony are one look.</summary>
    private Task RecordAsync(IReadOnlyList<EventResult> all, CancellationToken ct) => recorder.ResultsReadAsync(
        User.Actor, $"/authoring/competitions/events/{Id}/ceremony", [.. all.Select(r => $"{r.Number} {r.Name}")], HttpContext.Caller, ct);
}
