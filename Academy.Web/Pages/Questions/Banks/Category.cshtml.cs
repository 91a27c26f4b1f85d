using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Web.Pages.Auditing;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions.Banks;

/// <summary>Renames and moves a drawer.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class CategoryModel(AcademyDb db, Librarian librarian, LastActs last, IStringLocalizer<BanksTexts> words)
    : BankPage(db, words)
{
    [FromRoute(Name = "category")] public long CategoryId { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public long? Parent { get; set; }

    /// <summary>The drawer that the form was filled from.</summary>
    [BindProperty] public string? Seen { get; set; }

    /// <summary>How far the trail went then.</summary>
    [BindProperty] public string? Since { get; set; }

    public Category Category { get; private set; } = null!;

    /// <summary>Where it may go.</summary>
    public IReadOnlyList<CategoryPlace> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        (Title, Parent, Seen) = (Category.Title, Category.ParentId, CategoryTerms.Of(Category).AsSeen());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var terms = new CategoryTerms(OneLine.Of(Title), Parent);
        if (await librarian.EditCategoryAsync(User.Actor, Id, CategoryId, Seen, terms, ct) is { } refusal)
        {
            if (refusal == LibrarianRefusal.ChangedMeanwhile) return await SayChangeAsync(ct);

            Refuse(refusal, refusal == LibrarianRefusal.CategoryUnderItself ? nameof(Parent) : nameof(Title));
            return Page();
        }

        TempData["Flash"] = Words["Saved"].Value;
        return Redirect($"{Address}/categories");
    }

    /// <summary>What was entered stays; whoever reads it knows how the drawer is now.</summary>
    private async Task<IActionResult> SayChangeAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        ModelState.AddModelError("", await last.SayAsync(BankTrail.ChangesOfCategories, Bank.Slug, Since, ct));
        (Seen, Since) = (CategoryTerms.Of(Category).AsSeen(), null);
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
