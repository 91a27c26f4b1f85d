namespace Academy.Domain.People;

/// <summary>Where somebody works on a day, and as what.</summary>
public sealed record Workplace(long BranchId, long PositionId);
