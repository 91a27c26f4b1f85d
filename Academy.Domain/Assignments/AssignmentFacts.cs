using Academy.Domain.Auditing;

namespace Academy.Domain.Assignments;

/// <summary>What the audit trail tells of an assignment: whom it asks, by their names, and by when.</summary>
internal sealed record AssignmentFacts(
    IReadOnlyList<string> People,
    IReadOnlyList<string> Branches,
    IReadOnlyList<string> Positions,
    DateOnly StartsOn,
    DateOnly DueOn,
    Recurrence Recurrence,
    int NewcomerDays,
    DateOnly? WithdrawnOn) : IFacts;

/// <summary>Who was written to, and as whom they were looked at.</summary>
internal sealed record NudgeFacts(string Branch, string? Position, IReadOnlyList<string> People) : IFacts;
