using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Takes a bank back from a trainer whom it was shared with.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class UnsharingModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    public async Task<IActionResult> OnPostAsync([FromForm] string? number, CancellationToken ct)
    {
        if (!await FindKeptAsync(ct) || await Db.Employees.Numbered(number ?? "").SingleOrDefaultAsync(ct) is not { } trainer)
            return NotFound();

        var refusal = await librarian.UnshareAsync(User.Actor, Id, trainer.Id, ct);
        this.Say(refusal is null ? null : Words[$"Refusal.{refusal}"].Value, Words["Shares.Removed", trainer.Name]);
        return Redirect($"{Address}/settings");
    }
}
