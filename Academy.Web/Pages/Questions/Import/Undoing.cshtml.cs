using Academy.Domain.Data;
using Academy.Domain.Questions.Imports;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>Takes an import back while nothing uses it.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class UndoingModel(AcademyDb db, Cataloger cataloger, ImportRefusals refusals, IStringLocalizer<ImportTexts> words)
    : ImportPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        TempData["Flash"] = await cataloger.UndoAsync(Id, User.Actor, ct) is { } refusal
            ? await refusals.SayAsync(Id, refusal, ct)
            : words["Undone"].Value;
        return BackToImport();
    }
}
