using Academy.Domain.Data;

namespace Academy.Domain.Questions.Banks;

/// <summary>A drawer of a bank (分类); drawers stand in a tree.</summary>
public sealed class Category
{
    private Category() { }

    public Category(string title, Category? parent)
    {
        Title = title;
        Parent = parent;
    }

    public Category(string title, long? parentId, long bankId)
    {
        Title = title;
        ParentId = parentId;
        BankId = bankId;
    }

    public long Id { get; private set; }
    public long BankId { get; private set; }
    public long? ParentId { get; private set; }
    public Category? Parent { get; private set; }
    public string Title { get; private set; } = "";

    public void Rename(string title) => Title = title;

    /// <summary>Puts it under another drawer of the bank, or at the top; not under itself or what is below it.</summary>
    /// <param name="parentId">The other; null for the top.</param>
    /// <param name="drawers">All of the bank.</param>
    public LibrarianRefusal? MoveUnder(long? parentId, IEnumerable<Category> drawers)
    {
        var parent = drawers.SingleOrDefault(drawer => drawer.Id == parentId);
        if (parent is not null && Ancestry.Upward(parent, Above).Contains(this)) return LibrarianRefusal.CategoryUnderItself;

        Parent = parent;
        ParentId = parent?.Id;
        return null;

        Category? Above(Category drawer) => drawers.SingleOrDefault(above => above.Id == drawer.ParentId);
    }
}
