namespace Academy.Domain.Questions.Banks;

/// <summary>A drawer with its place in the tree: 0 at the top.</summary>
public sealed record CategoryPlace(Category Category, int Depth);

/// <summary>The drawers of a bank, each followed by those below it.</summary>
public sealed class CategoryTree
{
    private readonly ILookup<long?, Category> children;

    public CategoryTree(IEnumerable<Category> categories)
    {
        children = categories.OrderBy(c => c.Id).ToLookup(c => c.ParentId);
        Places = [.. Below(null, 0)];
    }

    public IReadOnlyList<CategoryPlace> Places { get; }

    /// <summary>A drawer and all below it.</summary>
    public IReadOnlyList<long> Within(long id) => [id, .. Below(id, 0).Select(place => place.Category.Id)];

    private IEnumerable<CategoryPlace> Below(long? parentId, int depth)
    {
        foreach (var category in children[parentId])
        {
            yield return new CategoryPlace(category, depth);
            foreach (var place in Below(category.Id, depth + 1)) yield return place;
        }
    }
}
