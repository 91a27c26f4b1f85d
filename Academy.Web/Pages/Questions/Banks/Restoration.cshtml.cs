using Academy.Domain.Data;
using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Learning.Authoring;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Writes the text of an old version again, as the next one.</summary>
[Authorize(Roles = Authors.Roles)]
public sealed class RestorationModel(AcademyDb db, Curator curator, IStringLocalizer<BanksTexts> words) : QuestionPage(db, words)
{
    [FromRoute] public int Number { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || !MayEdit || Question.Versions.SingleOrDefault(v => v.Number == Number) is not { } old) return NotFound();

        await curator.WriteAgainAsync(User.Actor, Question, old, ct);
        TempData["Flash"] = Words["Versions.Restored", old.Number, Latest.Number].Value;
        return Redirect(Address);
    }
}
