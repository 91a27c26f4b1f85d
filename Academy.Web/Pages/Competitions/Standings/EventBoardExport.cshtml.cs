using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The public board of an event as a spreadsheet: what the person sees of it on the page.</summary>
[Authorize]
public sealed class EventBoardExportModel(
    AcademyDb db, KeptBoards boards, DrillWords drills, Wording say, TimeProvider clock, Recorder recorder,
    IStringLocalizer<CompetitionsTexts> words, IStringLocalizer<ResultsTexts> results)
    : EventBoardPage(db, boards, drills, say, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        await recorder.ExportedAsync(
            User.Actor, CompetitionTrail.StandingsExported, $"{Id}", Event.Competition.Title,
            new ExportFacts(HttpContext.Caller.AddressText, $"drill={Event.Discipline} xlsx", Board.Rows.Count), ct);
        return Workbook.Of($"board-{Event.Discipline}-{Id}", Board.Rows.Select(CellsOf));
    }

    private Dictionary<string, object?> CellsOf(ShownRow row)
    {
        var cells = row.Cells(words, hasHistory: false);
        if (Kept is null) return cells;

        (cells[results["Award"]], cells[results["Title"]]) = (row.Award is { } won ? results[$"Award.{won}"].Value : null, row.Title);
        return cells;
    }
}
