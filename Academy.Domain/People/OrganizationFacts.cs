using Academy.Domain.Auditing;

namespace Academy.Domain.People;

/// <summary>What the audit trail tells of a unit.</summary>
internal sealed record UnitFacts(string Name, string EnglishName, BranchKind Kind, string? Parent, bool Closed) : IFacts
{
    public static UnitFacts Of(Branch branch) =>
        new(branch.Name, branch.EnglishName, branch.Kind, branch.Parent?.Label, branch.IsClosed);
}

/// <summary>What the audit trail tells of a position.</summary>
internal sealed record PositionFacts(string Name, string EnglishName) : IFacts
{
    public static PositionFacts Of(Position position) => new(position.Name, position.EnglishName);
}
