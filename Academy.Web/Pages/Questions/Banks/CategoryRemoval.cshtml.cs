using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Takes an empty drawer out of a bank.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CategoryRemovalModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [FromRoute(Name = "category")] public long CategoryId { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindEditableAsync(ct) || Bank.Categories.SingleOrDefault(c => c.Id == CategoryId) is not { } category) return NotFound();

        var refusal = await librarian.RemoveCategoryAsync(User.Actor, Id, CategoryId, ct);
        this.Say(refusal is null ? null : Words[$"Refusal.{refusal}"].Value, Words["Category.Removed", category.Title]);
        return Redirect(refusal is null ? $"{Address}/categories" : $"{Address}/categories/{CategoryId}");
    }
}
