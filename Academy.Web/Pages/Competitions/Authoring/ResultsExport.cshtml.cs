using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>All results of an event as a spreadsheet.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ResultsExportModel(
    AcademyDb db, Recorder recorder, DrillWords drills, Wording say, TimeProvider clock, IStringLocalizer<CompetitionsTexts> texts,
    IStringLocalizer<ResultsTexts> words)
    : ResultsPage(db, say, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var results = await ResultsOfAsync(Board.Rows, ct);
        await recorder.ExportedAsync(
            User.Actor, CompetitionTrail.ResultsExported, $"{Id}", Competition.Title,
            new ExportFacts(HttpContext.Caller.AddressText, $"drill={Event.Discipline} xlsx", results.Count), ct);
        return Workbook.Of($"{Event.Discipline}-{Id}", results.Select(RowOf));
    }

    private Dictionary<string, object?> RowOf(EventResult result)
    {
        var row = CellsOf(result);
        if (!IsKept) return row;

        var (award, title) = WonBy(result);
        (row[words["Award"]], row[words["Title"]]) = (award is { } won ? words[$"Award.{won}"].Value : null, title);
        return row;
    }

    private Dictionary<string, object?> CellsOf(EventResult result) => new()
    {
        [texts["Rank"]] = result.Row.Rank,
        [texts["Number"]] = result.Number,
        [texts["Name"]] = result.Name,
        [texts["Branch"]] = result.Branch,
        [texts["Score"]] = drills.Score(Event.Drill, result.Row.Entry.Score),
        [texts[Event.Drill.IsKnowledge ? "TimeUsed" : "Wrong"]] =
            DrillWords.TimeUsed(Event.Drill, result.Row.Entry.Wrong) ?? (object)result.Row.Entry.Wrong,
        [texts["PublicRank"]] = result.Shown,
    };
}
