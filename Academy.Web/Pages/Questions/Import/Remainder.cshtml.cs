using Academy.Domain.Data;
using Academy.Domain.Questions.Imports;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>Leaves out whatever of an import is still to be mended.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class RemainderModel(AcademyDb db, Cataloger cataloger, IStringLocalizer<ImportTexts> words) : ImportPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        if (await cataloger.LeaveOutTheRestAsync(Id, Seen, User.Actor, ct) is { } refusal)
            TempData["Flash"] = words[$"Refusal.{refusal}"].Value;
        return BackToImport();
    }
}
