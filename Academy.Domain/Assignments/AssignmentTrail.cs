using Academy.Domain.Auditing;

namespace Academy.Domain.Assignments;

/// <summary>What the trail tells of here.</summary>
public static class AssignmentTrail
{
    public static readonly AuditSubject Assignment = new(nameof(Assignment));

    public static readonly Act AssignmentMade = new(nameof(AssignmentMade));
    public static readonly Act AssignmentEdited = new(nameof(AssignmentEdited));
    public static readonly Act AssignmentWithdrawn = new(nameof(AssignmentWithdrawn));
    public static readonly Act PeopleNudged = new(nameof(PeopleNudged));
    public static readonly Act CoverageExported = new(nameof(CoverageExported));
    public static readonly Act SignaturesExported = new(nameof(SignaturesExported));

    public static readonly Changes ChangesOfAssignment = new(Assignment, [AssignmentMade, AssignmentEdited, AssignmentWithdrawn]);
}
