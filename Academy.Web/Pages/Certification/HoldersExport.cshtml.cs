using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification;

/// <summary>The same as a workbook: the people, and the units.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class HoldersExportModel(
    AcademyDb db, CoverageLedger ledger, BankZone zone, TimeProvider clock, Recorder recorder, Wording say,
    IStringLocalizer<CertificationTexts> words) : HoldersPage(db, ledger, zone, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var rows = Wanted.ToList();
        await recorder.ExportedAsync(
            User.Actor, CertificationTrail.CertificatesExported, At.Code, At.Name,
            new ExportFacts(HttpContext.Caller.AddressText, $"unit={At.Code} xlsx", rows.Count), ct);
        return Workbook.Of(
            $"certificates-{At.Code}",
            (words["Holders.People"], rows.Select(row => (IReadOnlyDictionary<string, object?>)RowOf(row))),
            (words["Holders.Counts"], Counts.SelectMany(unit => unit.Counts.Index().Select(
                count => (IReadOnlyDictionary<string, object?>)CountOf(unit, Schemes[count.Index], count.Item)))));
    }

    private Dictionary<string, object?> RowOf(HolderRow row)
    {
        var (unit, position) = (Coverage.UnitOf(row.Person), Coverage.PositionOf(row.Person));
        return new Dictionary<string, object?>
        {
            [words["Field.HolderNumber"]] = row.Person.Number,
            [words["Field.Holder"]] = row.Person.Name,
            [words["Holders.Unit"]] = say.In(unit.Name, unit.EnglishName),
            [words["Field.Position"]] = say.In(position.Name, position.EnglishName),
            [words["Scheme"]] = say.In(row.Scheme.Terms.Title, row.Scheme.Terms.EnglishTitle),
            [words["Filter.State"]] = row.Certificate is { } held
                ? words[$"State.{held.StateOn(Today)}"].Value
                : words["Holders.Lacking"].Value,
            [words["Field.Number"]] = row.Certificate?.Number,
            [words["Field.IssuedOn"]] = row.Certificate?.IssuedOn.ToDateTime(default),
            [words["Field.ExpiresOn"]] = row.Certificate?.ExpiresOn.ToDateTime(default),
        };
    }

    private Dictionary<string, object?> CountOf(HolderUnit unit, Scheme scheme, HolderCount count) => new()
    {
        [words["Holders.Unit"]] = say.In(unit.Unit.Name, unit.Unit.EnglishName) + (unit.IsOwn ? $" {words["Holders.Own"].Value}" : ""),
        [words["Scheme"]] = say.In(scheme.Terms.Title, scheme.Terms.EnglishTitle),
        [words["Count.Asked"]] = count.Asked,
        [words["Count.Good"]] = count.Good,
        [words["Count.InGrace"]] = count.InGrace,
        [words["Count.Missing"]] = count.Missing,
        [words["Count.Ending", Soon]] = count.Ending,
    };
}
