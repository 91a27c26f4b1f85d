using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>The evidence of a unit as a spreadsheet: those who signed, then those who are asked to and have not.</summary>
[Authorize(Roles = Readers)]
public sealed class AttestationsExportModel(
    AcademyDb db, BankZone zone, TimeProvider clock, Recorder recorder, Wording say, IStringLocalizer<AssignmentsTexts> words)
    : EvidencePage(db, zone, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ChooseAsync(ct) || Course is null) return NotFound();

        List<Evidence> rows = [.. await WithSignature.ToListAsync(ct), .. await (await WithoutSignatureAsync(ct)).ToListAsync(ct)];
        await RecordAsync(recorder, "xlsx", rows.Count, ct);
        return Workbook.Of($"{Course.Slug}-{Edition}-{Unit.Code}", rows.Select(RowOf));
    }

    private Dictionary<string, object?> RowOf(Evidence row) => new()
    {
        [words["Evidence.Number"]] = row.Number,
        [words["Evidence.Name"]] = row.Name,
        [words["Evidence.Branch"]] = say.In(row.Branch, row.EnglishBranch),
        [words["Evidence.Position"]] = say.In(row.Position, row.EnglishPosition),
        [words["Evidence.Course"]] = Course!.Title,
        [words["Evidence.Edition"]] = Edition,
        [words["Evidence.SignedAt"]] = row.SignedAt is { } at ? Zone.ToBankTime(at).DateTime : null,
    };
}
