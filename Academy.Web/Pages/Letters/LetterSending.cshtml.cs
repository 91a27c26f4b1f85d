using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Letters;

/// <summary>Has a letter that was refused mailed after all, as when the address was mended.</summary>
[Authorize(Roles = Roles.Administrator)]
public sealed class LetterSendingModel(AcademyDb db, PostOffice office, LetterWords letters, IStringLocalizer<MailTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == Id, ct) is not { } letter) return NotFound();

        var refusal = await office.SendAgainAsync(User.Actor, Id, letters.Title(letter), ct);
        if (refusal == PostRefusal.NoSuchLetter) return NotFound();

        this.Say(refusal is { } reason ? words[$"Again.{reason}"].Value : null, words["Done"]);
        return Redirect("/admin/letters?state=Refused");
    }
}
