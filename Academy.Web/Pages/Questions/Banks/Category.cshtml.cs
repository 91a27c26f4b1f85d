using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Renames and moves a drawer.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CategoryModel(AcademyDb db, Librarian librarian, IStringLocalizer<BanksTexts> words) : BankPage(db, words)
{
    [FromRoute(Name = "category")] public long CategoryId { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public long? Parent { get; set; }

    /// <summary>The drawer that the form was filled from.</summary>
    [BindProperty] public string? Seen { get; set; }

    public Category Category { get; private set; } = null!;

    /// <summary>Where it may go.</summary>
    public IReadOnlyList<CategoryPlace> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        return Show();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var terms = new CategoryTerms(Title?.Trim() ?? "", Parent);
        if (await librarian.EditCategoryAsync(User.Actor, Id, CategoryId, Seen, terms, ct) is { } refusal)
        {
            Refuse(refusal, FieldOf(refusal));
            return refusal == LibrarianRefusal.ChangedMeanwhile ? Show() : Page();
        }

        TempData["Flash"] = Words["Saved"].Value;
        return Redirect($"{Address}/categories");
    }

    private static string FieldOf(LibrarianRefusal refusal) => refusal switch
    {
        LibrarianRefusal.CategoryUnderItself => nameof(Parent),
        LibrarianRefusal.ChangedMeanwhile => "",
        _ => nameof(Title),
    };

    private PageResult Show()
    {
        (Title, Parent, Seen) = (Category.Title, Category.ParentId, CategoryTerms.Of(Category).AsSeen());
        return Page();
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
