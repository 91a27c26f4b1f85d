using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Levels;
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

/// <summary>The ranking board as a spreadsheet: what the person sees of it on the page, all pages of it, and nothing else.</summary>
[Authorize]
public sealed class BoardExportModel(
    AcademyDb db, KeptBoards boards, LevelTable levels, Recorder recorder, DrillWords drills, Wording say, BankZone zone,
    TimeProvider clock, IStringLocalizer<CompetitionsTexts> words)
    : BoardPage(db, boards, levels, drills, say, zone, clock)
{
    private readonly DrillWords drills = drills;

    public async Task<IActionResult> OnGetAsync([FromQuery] BoardView asked, CancellationToken ct)
    {
        if (!await FindAsync(asked, ct)) return NotFound();

        var rows = await CellsAsync(ct);
        var of = Of is null ? "" : $" of={Of}";
        await recorder.ExportedAsync(
            User.Actor, CompetitionTrail.StandingsExported, View.Address(), words["Standings"],
            new ExportFacts(HttpContext.Caller.AddressText, $"drill={Discipline.Slug} quarter={Quarter.Slug}{of} xlsx", rows.Count), ct);
        return Workbook.Of($"standings-{Discipline.Slug}-{Quarter.Slug}", rows);
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> CellsAsync(CancellationToken ct)
    {
        if (Of == BoardView.Branches) return [.. RankedBranches().Select(CellsOf)];

        var places = SeesEverybody ? [.. Enumerable.Range(0, Board.Rows.Count)] : Board.PlacesFor(User.Id);
        var (rows, _) = await ShowAsync(places, ct);
        return [.. rows.Select(row => row.Cells(words, hasHistory: true))];
    }

    private Dictionary<string, object?> CellsOf(ShownUnit unit) => new()
    {
        [words["Rank"]] = unit.Row.Rank,
        [words["Branch"]] = unit.Name,
        [words["Mean"]] = unit.Row.Rank is null ? null : drills.Mean(Discipline, unit.Row.Mean),
        [words["People"]] = unit.Row.People,
    };
}
