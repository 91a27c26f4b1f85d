using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

[Authorize(Roles = Rights.Trainers)]
public sealed class NewBankModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [BindProperty] public BankForm Form { get; set; } = new();

    /// <summary>What the bank will be found by.</summary>
    [BindProperty] public string? Slug { get; set; }

    public void OnGet() => Slug = Librarian.NewSlug();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Librarian.IsSlug(Slug)) Slug = Librarian.NewSlug();
        ModelState.Remove(nameof(Slug));
        var (bankId, refusal) = await librarian.AddBankAsync(User.Actor, Slug!, Form.Terms, ct);
        if (bankId is not null) return Redirect($"/authoring/banks/{bankId}");

        // What is saved once more is a bank of its own.
        if (refusal == LibrarianRefusal.SavedBefore) Slug = Librarian.NewSlug();
        Refuse(refusal!.Value, BankForm.FieldOf(refusal.Value));
        return Page();
    }
}
