using Academy.Domain.Data;
using Academy.Domain.Questions.Versions;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>Writes the text of an old version again, as the next one.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class RestorationModel(AcademyDb db, Curator curator, IStringLocalizer<BanksTexts> words) : QuestionPage(db, words)
{
    [FromRoute] public int Number { get; set; }

    /// <summary>The question as the page of its versions showed it.</summary>
    [BindProperty] public SeenQuestion? Seen { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || !MayEdit || Question.Versions.All(v => v.Number != Number)) return NotFound();

        var seen = Seen?.Id == Id ? Seen : SeenQuestion.Of(Question);
        var outcome = await curator.WriteAgainAsync(User.Actor, seen, Number, ct);
        TempData["Flash"] = outcome.Done == 0
            ? string.Join(Words["Sentence"], Words.Refused(outcome.Refused))
            : Words["Versions.Restored", Number, await LatestNumberAsync(ct)].Value;
        return Redirect(Address);
    }

    private Task<int> LatestNumberAsync(CancellationToken ct) =>
        Db.QuestionVersions.Latest().Where(v => v.QuestionId == Id).Select(v => v.Number).SingleAsync(ct);
}
