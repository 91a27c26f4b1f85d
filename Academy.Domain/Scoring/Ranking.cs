namespace Academy.Domain.Scoring;

public static class Ranking
{
    /// <summary>
    /// Ranks of what is in order already, the best first: equal keys share a rank, and the next leaves a gap (1-2-2-4).
    /// </summary>
    public static IEnumerable<(int Rank, T Item)> Rank<T, TKey>(this IEnumerable<T> inOrder, Func<T, TKey> key)
    {
        var (place, rank, before) = (0, 0, default(TKey));
        foreach (var item in inOrder)
        {
            place++;
            var own = key(item);
            if (rank == 0 || !EqualityComparer<TKey>.Default.Equals(own, before)) rank = place;
            before = own;
            yield return (rank, item);
        }
    }
}
