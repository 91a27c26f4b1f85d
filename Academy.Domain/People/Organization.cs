namespace Academy.Domain.People;

/// <summary>The branch tree in memory, to ask which unit lies below which.</summary>
public sealed class Organization(IEnumerable<(long Id, string Path)> branches)
{
    private readonly Dictionary<long, string> paths = branches.ToDictionary(b => b.Id, b => b.Path);

    /// <summary>Whether the unit is the other one or below it.</summary>
    public bool IsWithin(long branchId, long aboveId) =>
        paths.TryGetValue(branchId, out var path)
        && paths.TryGetValue(aboveId, out var above)
        && path.StartsWith(above, StringComparison.Ordinal);

    /// <summary>The units that are one of these or below one.</summary>
    public IReadOnlyList<long> Within(IReadOnlyList<long> above) => [.. paths.Keys.Where(id => above.Any(unit => IsWithin(id, unit)))];
}
