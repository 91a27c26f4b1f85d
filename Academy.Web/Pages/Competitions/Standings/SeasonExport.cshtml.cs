using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>The standings of a season as a spreadsheet: what the person sees of them on all pages, and nothing else.</summary>
[Authorize]
public sealed class SeasonExportModel(
    AcademyDb db, KeptBoards boards, Recorder recorder, Wording say, BankZone zone, TimeProvider clock,
    IStringLocalizer<CompetitionsTexts> words, IStringLocalizer<ResultsTexts> results)
    : SeasonPage(db, boards, say, zone, clock)
{
    public async Task<IActionResult> OnGetAsync([FromQuery] BoardView asked, CancellationToken ct)
    {
        if (!await FindAsync(asked, ct)) return NotFound();

        var rows = await CellsAsync(ct);
        var of = Of is null ? "" : $" of={Of}";
        await recorder.ExportedAsync(
            User.Actor, CompetitionTrail.StandingsExported, View.Address(Address), results["Season"],
            new ExportFacts(HttpContext.Caller.AddressText, $"season={Quarter.Slug}{of} xlsx", rows.Count), ct);
        return Workbook.Of($"season-{Quarter.Slug}", rows);
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> CellsAsync(CancellationToken ct)
    {
        if (Of == BoardView.Branches) return [.. RankedBranches().Select(CellsOf)];

        var (rows, _) = await ShowAsync(SeesEverybody ? [.. Enumerable.Range(0, Season.Rows.Count)] : Season.PlacesFor(User.Id), ct);
        return [.. rows.Select(CellsOf)];
    }

    private Dictionary<string, object?> CellsOf(ShownSeasonRow shown) => new()
    {
        [words["Rank"]] = shown.Row.Rank,
        [words["Name"]] = shown.Name ?? words["Unnamed"].Value,
        [words["Branch"]] = shown.Branch,
        [results["Points"]] = shown.Row.Sum.Value,
        [results["Season.Counted"]] = shown.Row.Counted,
        [results["Season.Results"]] = shown.Row.Results,
    };

    private Dictionary<string, object?> CellsOf(ShownTeam unit) => new()
    {
        [words["Rank"]] = unit.Row.Rank,
        [words["Branch"]] = unit.Name,
        [words["Mean"]] = unit.Row.Rank is null ? null : unit.Row.Mean.Value,
        [words["People"]] = unit.Row.People,
    };
}
