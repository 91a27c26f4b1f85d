namespace Academy.Domain.Questions.Banks;

/// <summary>A drawer with its place in the tree: 0 at the top.</summary>
public sealed record CategoryPlace(Category Category, int Depth);

/// <summary>
/// The drawers of a bank, each once and followed by those below it. If some should hang in a circle, one of them stands at the top.
/// </summary>
public sealed class CategoryTree
{
    private readonly ILookup<long?, Category> children;

    public CategoryTree(IEnumerable<Category> categories)
    {
        var all = categories.OrderBy(c => c.Id).ToList();
        children = all.ToLookup(c => c.ParentId);
        var met = new HashSet<long>();
        Places = [.. Below(null, 0, met), .. all.SelectMany(c => From(c, 0, met))];
    }

    public IReadOnlyList<CategoryPlace> Places { get; }

    /// <summary>A drawer and all below it.</summary>
    public IReadOnlyList<long> Within(long id) => [id, .. Below(id, 0, [id]).Select(place => place.Category.Id)];

    private IEnumerable<CategoryPlace> Below(long? parentId, int depth, HashSet<long> met) =>
        children[parentId].SelectMany(c => From(c, depth, met));

    private IEnumerable<CategoryPlace> From(Category category, int depth, HashSet<long> met) =>
        met.Add(category.Id) ? Below(category.Id, depth + 1, met).Prepend(new CategoryPlace(category, depth)) : [];
}
