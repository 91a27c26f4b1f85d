using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Shares a bank with one more trainer.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class SharesModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    public async Task<IActionResult> OnPostAsync([FromForm] string? number, CancellationToken ct)
    {
        if (!await FindKeptAsync(ct)) return NotFound();

        var refusal = await librarian.ShareAsync(User.Actor, Id, number?.Trim() ?? "", ct);
        this.Say(refusal is null ? null : Words[$"Refusal.{refusal}"].Value, Words["Shares.Added"]);
        return Redirect($"{Address}/settings");
    }
}
