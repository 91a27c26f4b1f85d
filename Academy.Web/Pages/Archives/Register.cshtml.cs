using Academy.Domain.Archives;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Archives;

/// <summary>The lines of everybody's archive by branch and position of that day, period and kind; taken away as a workbook.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class RegisterModel(
    AcademyDb db, IEnumerable<IWithheld> withheld, Recorder recorder, ArchiveWords tell, IStringLocalizer<ArchivesTexts> words,
    TimeProvider clock) : PageModel
{
    /// <summary>As many rows as a sheet takes in a moment; whoever wants more takes a shorter period.</summary>
    public const int MostRows = 50_000;

    [FromQuery(Name = "unit")] public string? Unit { get; set; }
    [FromQuery(Name = "position")] public long? PositionId { get; set; }
    [FromQuery(Name = "kind")] public ArchiveKind? Kind { get; set; }
    [FromQuery(Name = "from")] public DateOnly? From { get; set; }
    [FromQuery(Name = "until")] public DateOnly? Until { get; set; }

    public IReadOnlyList<(ArchiveEntry Entry, string Number, string Name)> Rows { get; private set; } = [];
    public IReadOnlyList<Branch> Units { get; private set; } = [];
    public IReadOnlyList<Position> Positions { get; private set; } = [];
    public Paging Paging { get; private set; } = Paging.Of(1, 0);
    public bool IsTooLong => Paging.Rows > MostRows;

    public bool IsFiltered =>
        !string.IsNullOrEmpty(Unit) || PositionId is not null || Kind is not null || From is not null || Until is not null;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, string? format, CancellationToken ct)
    {
        if (format is not (null or "xlsx")) return NotFound();

        Units = await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct);
        Positions = await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct);
        if (!string.IsNullOrEmpty(Unit) && Units.All(unit => unit.Code != Unit)) return NotFound();

        var found = await FoundAsync(ct);
        Paging = Paging.Of(page, await found.CountAsync(ct));
        if (format is null || IsTooLong)
        {
            Rows = await ReadAsync(Latest(found).Skip(Paging.Skip).Take(Paging.Size), ct);
            await recorder.LookedAsync(
                User.Actor, ArchiveTrail.ArchiveRead, AuditingTrail.Export, "archive", words["Register"],
                new ArchiveReadFacts(HttpContext.Caller.AddressText, $"{Request.QueryString}"), ct);
            return Page();
        }

        Rows = await ReadAsync(found, ct);
        await recorder.ExportedAsync(
            User.Actor, ArchiveTrail.ArchiveExported, "archive", words["Register"],
            new ExportFacts(HttpContext.Caller.AddressText, $"{Request.QueryString}", Rows.Count), ct);
        return Workbook.Of("archive", Rows.Select(row => (IReadOnlyDictionary<string, object?>)CellsOf(row.Entry, row.Number, row.Name)));
    }

    private async Task<IQueryable<ArchiveEntry>> FoundAsync(CancellationToken ct)
    {
        var lines = db.ArchiveEntries.AsNoTracking().Standing(db);
        var found = await db.ShownAsync(lines, withheld, isOwn: false, clock.GetUtcNow(), ct);
        if (Kind is { } kind) found = found.Where(e => e.Kind == kind);
        if (PositionId is { } position) found = found.Where(e => e.PositionId == position);
        if (From is { } from) found = found.Where(e => e.Day >= from);
        if (Until is { } until) found = found.Where(e => e.Day <= until);
        if (Units.FirstOrDefault(unit => unit.Code == Unit) is not { } unit) return found;

        var path = unit.Path;
        var below = db.Branches.Where(b => b.Path.StartsWith(path)).Select(b => b.Id);
        return found.Where(e => below.Contains(e.BranchId));
    }

    private async Task<List<(ArchiveEntry Entry, string Number, string Name)>> ReadAsync(
        IQueryable<ArchiveEntry> entries, CancellationToken ct)
    {
        var rows = await entries.Join(db.Employees, e => e.EmployeeId, p => p.Id, (e, p) => new { Entry = e, p.UserName, p.Name })
            .ToListAsync(ct);
        var latest = rows.OrderByDescending(row => row.Entry.Day).ThenByDescending(row => row.Entry.Id);
        return [.. latest.Select(row => (row.Entry, row.UserName!, row.Name))];
    }

    private static IQueryable<ArchiveEntry> Latest(IQueryable<ArchiveEntry> entries) =>
        entries.OrderByDescending(e => e.Day).ThenByDescending(e => e.Id);

    private Dictionary<string, object?> CellsOf(ArchiveEntry entry, string number, string name) => new()
    {
        [words["Column.Employee"]] = number,
        [words["Column.Name"]] = name,
        [words["Column.Day"]] = entry.Day.ToDateTime(default),
        [words["Column.Kind"]] = tell.Kind(entry.Kind),
        [words["Column.Title"]] = tell.Title(entry),
        [words["Column.Result"]] = tell.Result(entry),
        [words["Column.Score"]] = entry.Score?.Value,
        [words["Column.MaxScore"]] = entry.MaxScore?.Value,
        [words["Column.Rank"]] = entry.Rank,
        [words["Column.Field"]] = entry.Field,
        [words["Column.Minutes"]] = entry.Minutes,
        [words["Column.Branch"]] = entry.Branch,
        [words["Column.Position"]] = entry.Position,
    };
}
