using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;

namespace Academy.Domain.People;

/// <summary>What the audit trail tells of a person, in words that outlive the rows they come from.</summary>
internal sealed record RollFacts(
    string Name, string PinyinKey, string Branch, string Position, Employment Employment, LeaveKind? Leave, bool AccountDisabled) : IFacts
{
    public static RollFacts Of(Employee person) => new(
        person.Name, person.PinyinKey, person.Branch.Label, person.Position.Name, person.Employment, person.Leave, person.IsDisabled);
}

/// <summary>What somebody may do.</summary>
public sealed record RolesFacts(IReadOnlyList<string> Roles) : IFacts
{
    /// <summary>In the order that roles are shown in.</summary>
    public static RolesFacts Of(IReadOnlyCollection<string> held) => new([.. People.Roles.All.Where(held.Contains)]);

    /// <summary>Tells one set of roles from another.</summary>
    public string AsSeen() => Fingerprint.Of(this);
}

/// <summary>Where letters to somebody are mailed.</summary>
internal sealed record MailFacts(string? MailAddress) : IFacts;

/// <summary>Whom one-time passwords were given to.</summary>
internal sealed record IssueFacts(int People, IReadOnlyList<string> Numbers) : IFacts;

/// <summary>Where somebody signed out or chose a password.</summary>
internal sealed record AddressFacts(string Address) : IFacts;

/// <summary>Where somebody was when they had sessions of theirs ended, and on which devices those were.</summary>
internal sealed record EndedFacts(string Address, IReadOnlyList<string> Devices) : IFacts;

/// <summary>Where somebody signed in, and whether on a device that they had signed in on before.</summary>
internal sealed record SignInFacts(string Address, bool KnownDevice) : IFacts;

/// <summary>How often nothing was opened at a place, since when, and whether nothing opens there any more.</summary>
internal sealed record RefusalFacts(string Address, int Tries, DateTimeOffset Since, bool LockedOut) : IFacts
{
    /// <summary>How many tries a line of the trail tells of.</summary>
    public static int TriesOf(IReadOnlyDictionary<string, string?> facts) =>
        int.Parse(facts[nameof(Tries)]!, CultureInfo.InvariantCulture);
}

internal static class PersonEntries
{
    extension(Employee person)
    {
        public AuditEntry Entry(Actor actor, DateTimeOffset at, Act act, IFacts? before, IFacts? after) =>
            new(actor, at, act, PeopleTrail.Person, person.Number, person.Name, before, after);
    }
}
