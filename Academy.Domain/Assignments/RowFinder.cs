using Academy.Domain.Data;

namespace Academy.Domain.Assignments;

/// <summary>Finds the row of a table that somebody counts in.</summary>
internal sealed class RowFinder
{
    private readonly Dictionary<(long Branch, long? Position), int> rows = [];

    public RowFinder(IReadOnlyList<CoverageScope> scopes, Dictionary<long, CoveredUnit> units)
    {
        var whole = scopes.Index().Where(s => !s.Item.IsOwn).ToLookup(s => s.Item.Unit.Id);
        var own = scopes.Index().Where(s => s.Item.IsOwn).ToLookup(s => s.Item.Unit.Id);
        foreach (var unit in units.Values)
        {
            foreach (var (index, scope) in own[unit.Id]) rows[(unit.Id, scope.Position?.Id)] = index;
            if (own.Contains(unit.Id)) continue;

            var upward = Ancestry.Upward(unit, at => at.ParentId is { } id ? units.GetValueOrDefault(id) : null);
            var above = upward.FirstOrDefault(at => whole.Contains(at.Id));
            if (above is null) continue;

            foreach (var (index, scope) in whole[above.Id]) rows[(unit.Id, scope.Position?.Id)] = index;
        }
    }

    public int? RowOf(CoveredPerson person) =>
        rows.TryGetValue((person.BranchId, person.PositionId), out var row) || rows.TryGetValue((person.BranchId, null), out row)
            ? row
            : null;
}
