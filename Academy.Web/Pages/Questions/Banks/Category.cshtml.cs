using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Pages.Learning.Authoring;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Renames and moves a drawer.</summary>
[Authorize(Roles = Authors.Roles)]
public sealed class CategoryModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [FromRoute(Name = "category")] public long CategoryId { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public long? Parent { get; set; }
    public Category Category { get; private set; } = null!;

    /// <summary>Where it may go.</summary>
    public IReadOnlyList<CategoryPlace> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Title, Parent) = (Category.Title, Category.ParentId);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var parent = Bank.Categories.SingleOrDefault(c => c.Id == Parent);
        if (await librarian.EditCategoryAsync(User.Actor, Bank, Category, Title?.Trim() ?? "", parent, ct) is { } refusal)
        {
            Refuse(refusal, refusal == LibrarianRefusal.CategoryUnderItself ? nameof(Parent) : nameof(Title));
            return Page();
        }

        TempData["Flash"] = Words["Saved"].Value;
        return Redirect($"{Address}/categories");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!await FindEditableAsync(ct) || Bank.Categories.SingleOrDefault(c => c.Id == CategoryId) is not { } category) return false;

        Category = category;
        var tree = new CategoryTree(Bank.Categories);
        var within = tree.Within(CategoryId);
        Places = [.. tree.Places.Where(place => !within.Contains(place.Category.Id))];
        return true;
    }
}
