using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Auditing;

/// <summary>The wanted lines of the trail as a spreadsheet, the latest of them when there are very many.</summary>
[Authorize(Roles = $"{Roles.Auditor},{Roles.Administrator}")]
public sealed class ExportModel(
    AcademyDb db, BankZone zone, Recorder recorder, AuditWords words, IStringLocalizer<AuditingTexts> texts)
    : AuditFilterModel(zone)
{
    public const int MostRows = 10_000;

    private const int LongestFilter = 400;

    private readonly BankZone zone = zone;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var entries = await Filter.Apply(db.AuditEntries.AsNoTracking())
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(MostRows).ToListAsync(ct);
        var facts = new ExportFacts(HttpContext.Caller.AddressText, Wording.Shortened(Said, LongestFilter), entries.Count);
        await recorder.ExportedAsync(User.Actor, AuditingTrail.TrailExported, "audit", "", facts, ct);
        return Workbook.Of(texts["Export.File"], entries.Select(RowOf));
    }

    private Dictionary<string, object?> RowOf(AuditEntry entry) => new()
    {
        [texts["When"]] = zone.ToBankTime(entry.At).DateTime,
        [texts["Who"]] = words.ActorOf(entry),
        [texts["Act"]] = words.ActOf(entry),
        [texts["Subject"]] = words.SubjectOf(entry),
        [texts["Key"]] = entry.SubjectKey,
        [texts["SubjectName"]] = entry.SubjectName,
        [texts["Before"]] = Joined(entry, change => change.Before),
        [texts["After"]] = Joined(entry, change => change.After),
    };

    private string Joined(AuditEntry entry, Func<Change, string> side) =>
        string.Join(
            '\n',
            words.ChangesOf(entry).Where(change => side(change).Length > 0).Select(change => $"{change.Fact}: {side(change)}"));
}
