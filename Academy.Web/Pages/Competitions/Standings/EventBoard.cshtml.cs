using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The public board of an event. A script keeps it as it is; without one it is as it was a moment ago.</summary>
[Authorize]
public sealed class EventBoardModel(AcademyDb db, KeptBoards boards, DrillWords words, Wording say, TimeProvider clock)
    : EventBoardPage(db, boards, words, say, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();
}
