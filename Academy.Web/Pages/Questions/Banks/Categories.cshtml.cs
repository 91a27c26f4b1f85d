using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>The drawers of a bank; adds one more.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CategoriesModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public long? Parent { get; set; }
    public CategoryTree Tree { get; private set; } = null!;
    public IReadOnlyDictionary<long, int> Counts { get; private set; } = new Dictionary<long, int>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindEditableAsync(ct) ? await ShowAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindEditableAsync(ct)) return NotFound();

        var terms = new CategoryTerms(OneLine.Of(Title), Parent);
        if (await librarian.AddCategoryAsync(User.Actor, Id, terms, ct) is { } refusal)
        {
            Refuse(refusal, refusal == LibrarianRefusal.ChangedMeanwhile ? "" : nameof(Title));
            return await ShowAsync(ct);
        }

        TempData["Flash"] = Words["Category.Added", terms.Title].Value;
        return Redirect($"{Address}/categories");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Tree = new CategoryTree(Bank.Categories);
        Counts = await Db.Questions
            .Where(q => q.BankId == Id && q.CategoryId != null)
            .GroupBy(q => q.CategoryId!.Value)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        return Page();
    }
}
