using Academy.Domain.People;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>A unit of the bank, as boards tell of it.</summary>
public sealed record Unit(long Id, string Name, string EnglishName, BranchKind Kind, string Path)
{
    public bool IsWithin(Unit other) => Path.StartsWith(other.Path, StringComparison.Ordinal);
}

/// <summary>All units, and the branch that each is in: what competes is branches and the head office, not each outlet.</summary>
public sealed class Units(IReadOnlyList<Unit> all)
{
    private readonly Dictionary<long, Unit> byId = all.ToDictionary(unit => unit.Id);

    public Unit this[long id] => byId[id];

    /// <summary>The branch that a unit is or hangs below; the unit itself where it hangs below none.</summary>
    public Unit BranchOf(long id) =>
        all.Where(unit => unit.Kind == BranchKind.Branch && byId[id].IsWithin(unit)).MaxBy(unit => unit.Path.Length) ?? byId[id];

    public IReadOnlySet<long> Within(Unit top) => all.Where(unit => unit.IsWithin(top)).Select(unit => unit.Id).ToHashSet();
}
