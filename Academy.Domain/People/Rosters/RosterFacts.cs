using Academy.Domain.Auditing;

namespace Academy.Domain.People.Rosters;

/// <summary>What the audit trail tells of an import of people: of which file, and how many rows did what.</summary>
internal sealed record RosterFacts(string Digest, bool IsComplete, int Rows, int Created, int Changed, int Moved, int Left) : IFacts
{
    public static RosterFacts Of(RosterRun run, RosterPlan plan) => new(
        run.Digest,
        run.IsComplete,
        plan.Rows,
        plan.Count(RosterKind.Created),
        plan.Count(RosterKind.Changed),
        plan.Count(RosterKind.Moved),
        plan.Count(RosterKind.Disabled) + plan.Unnamed);
}
