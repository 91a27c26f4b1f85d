namespace Academy.Domain.Competitions.Judging;

/// <summary>What a judge has written down.</summary>
/// <param name="Figures">By the key of the item; counts as they are, points in hundredths. What is not there is not filled in.</param>
/// <param name="Void">The key of why the whole result is void; null where it is not.</param>
public sealed record SheetValues(IReadOnlyDictionary<string, int> Figures, string? Void = null)
{
    public static readonly SheetValues Empty = new(new Dictionary<string, int>());

    /// <summary>The figure of an item; 0 where none is filled in.</summary>
    public int Of(SheetItem item) => Figures.GetValueOrDefault(item.Key);

    /// <summary>Whether the same is written down.</summary>
    public bool Says(SheetValues other) =>
        Void == other.Void
        && Figures.Count == other.Figures.Count
        && Figures.All(figure => other.Figures.TryGetValue(figure.Key, out var same) && same == figure.Value);
}
