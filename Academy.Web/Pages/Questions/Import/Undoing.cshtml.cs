using Academy.Domain.Data;
using Academy.Domain.Questions.Imports;
using Academy.Web.Pages.Shared;
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

        var refusal = await cataloger.UndoAsync(Id, User.Actor, ct);
        this.Say(refusal is { } reason ? await refusals.SayAsync(Id, reason, ct) : null, words["Undone"]);
        return BackToImport();
    }
}
