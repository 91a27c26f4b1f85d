namespace Academy.Domain.Data;

/// <summary>Walks up trees whose rows name the row above them.</summary>
internal static class Ancestry
{
    /// <summary>This one and those above it, the nearest first. Each comes once, even if the rows should hang in a circle.</summary>
    public static IEnumerable<T> Upward<T>(T from, Func<T, T?> above) where T : class
    {
        var met = new HashSet<T>(ReferenceEqualityComparer.Instance);
        for (T? at = from; at is not null && met.Add(at); at = above(at)) yield return at;
    }
}
