using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Pages.Learning.Authoring;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

[Authorize(Roles = Authors.Roles)]
public sealed class NewBankModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [BindProperty] public BankForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (bank, refusal) = await librarian.AddBankAsync(User.Actor, Form.Terms, ct);
        if (bank is not null) return Redirect($"/authoring/banks/{bank.Id}");

        Refuse(refusal!.Value, BankForm.FieldOf(refusal.Value));
        return Page();
    }
}
