using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>All results of an event for who holds the competition, also those that the public board does not show yet.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ResultsModel(AcademyDb db, Recorder recorder, Wording say, TimeProvider clock) : ResultsPage(db, say, clock)
{
    public IReadOnlyList<EventResult> Results { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Paging = Paging.Of(page, Board.Rows.Count);
        Results = await ResultsOfAsync([.. Board.Rows.Skip(Paging.Skip).Take(Paging.Size)], ct);
        await recorder.ResultsReadAsync(
            User.Actor, $"/authoring/competitions/events/{Id}/results", [.. Results.Select(r => $"{r.Number} {r.Name}")],
            HttpContext.Caller, ct);
        return Page();
    }
}
