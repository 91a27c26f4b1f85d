using Academy.Domain.Auditing;

namespace Academy.Domain.People;

/// <summary>What the audit trail tells of a person, in words that outlive the rows they come from.</summary>
internal sealed record RollFacts(
    string Name, string PinyinKey, string Branch, string Position, Employment Employment, LeaveKind? Leave, bool AccountDisabled)
{
    public static RollFacts Of(Employee person) => new(
        person.Name, person.PinyinKey, person.Branch.Label, person.Position.Name, person.Employment, person.Leave, person.IsDisabled);
}

internal static class PersonEntries
{
    extension(Employee person)
    {
        public AuditEntry Entry(Actor actor, DateTimeOffset at, Act act, object? before, object? after) =>
            new(actor, at, act, PeopleTrail.Person, person.Number, person.Name, before, after);
    }
}
