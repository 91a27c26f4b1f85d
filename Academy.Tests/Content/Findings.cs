namespace Academy.Tests.Content;

/// <summary>What a rule over content/ finds, all of it: a list that is cut names no place.</summary>
internal static class Findings
{
    public static void AssertNone<T>(IEnumerable<T> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all)}");
    }

    public static void AssertShare<T>(double least, double most, IReadOnlyCollection<T> all, Func<T, bool> isSo)
    {
        var found = all.Where(isSo).ToList();
        var share = (double)found.Count / all.Count;
        Assert.True(
            share >= least && share <= most,
            $"{found.Count} of {all.Count} ({share:P0}), not {least:P0} to {most:P0}:\n{string.Join('\n', found)}");
    }
}
