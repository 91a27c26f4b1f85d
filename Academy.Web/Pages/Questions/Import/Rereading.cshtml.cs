using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>Reads the file of an import again, as the format that the trainer names; the reading before stays as it is.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class RereadingModel(AcademyDb db, Cataloger cataloger, IStringLocalizer<ImportTexts> words) : ImportPage(db)
{
    public async Task<IActionResult> OnPostAsync(QuestionFormat format, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var (import, refusal, problems) = await cataloger.ReceiveAgainAsync(Id, format, null, User.Actor, ct);
        if (import is { } id) return BackToImport(new { id });

        TempData["Flash"] = problems is [var first, ..]
            ? words["NotReadAs", words[$"Format.{format}"], ReadingWords.Of(first, CultureInfo.CurrentUICulture)].Value
            : words[$"Refusal.{refusal}"].Value;
        return BackToImport();
    }
}
