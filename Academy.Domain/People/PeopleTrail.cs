using Academy.Domain.Auditing;

namespace Academy.Domain.People;

/// <summary>What the trail tells of here.</summary>
public static class PeopleTrail
{
    public static readonly AuditSubject Person = new(nameof(Person));
    /// <summary>Who came and went: what happens to a person at the door, apart from what is done to them on the roll.</summary>
    public static readonly AuditSubject Account = new(nameof(Account));
    public static readonly AuditSubject Branch = new(nameof(Branch));
    public static readonly AuditSubject Position = new(nameof(Position));
    public static readonly AuditSubject Roster = new(nameof(Roster));

    public static readonly Act PersonAdded = new(nameof(PersonAdded));
    public static readonly Act PersonEdited = new(nameof(PersonEdited));
    public static readonly Act PersonMailChanged = new(nameof(PersonMailChanged));
    public static readonly Act PersonMoved = new(nameof(PersonMoved));
    public static readonly Act PersonWentOnLeave = new(nameof(PersonWentOnLeave));
    public static readonly Act PersonReturned = new(nameof(PersonReturned));
    public static readonly Act PersonLeft = new(nameof(PersonLeft));
    public static readonly Act AccountDisabled = new(nameof(AccountDisabled));
    public static readonly Act AccountEnabled = new(nameof(AccountEnabled));
    public static readonly Act AccountUnlocked = new(nameof(AccountUnlocked));
    public static readonly Act AdministratorRescued = new(nameof(AdministratorRescued));
    public static readonly Act SignedIn = new(nameof(SignedIn));
    public static readonly Act SignInRefused = new(nameof(SignInRefused));
    /// <summary>Who was in already did not know the password when it was asked for once more.</summary>
    public static readonly Act PasswordNotConfirmed = new(nameof(PasswordNotConfirmed));
    public static readonly Act SignedOut = new(nameof(SignedOut));
    public static readonly Act SignedOutElsewhere = new(nameof(SignedOutElsewhere));
    public static readonly Act PasswordChosen = new(nameof(PasswordChosen));
    public static readonly Act PasswordReset = new(nameof(PasswordReset));
    public static readonly Act PasswordsIssued = new(nameof(PasswordsIssued));
    public static readonly Act RolesChanged = new(nameof(RolesChanged));
    public static readonly Act RosterImported = new(nameof(RosterImported));
    public static readonly Act BranchAdded = new(nameof(BranchAdded));
    public static readonly Act BranchEdited = new(nameof(BranchEdited));
    public static readonly Act BranchMoved = new(nameof(BranchMoved));
    public static readonly Act BranchClosed = new(nameof(BranchClosed));
    public static readonly Act PositionAdded = new(nameof(PositionAdded));
    public static readonly Act PositionEdited = new(nameof(PositionEdited));

    /// <summary>What <see cref="Employee.AsSeen"/> tells apart.</summary>
    public static readonly Changes ChangesOfPerson = new(
        Person,
        [PersonAdded, PersonEdited, PersonMoved, PersonWentOnLeave, PersonReturned, PersonLeft, AccountDisabled, AccountEnabled]);

    /// <summary>What <see cref="Employee.MailAsSeen"/> tells apart.</summary>
    public static readonly Changes ChangesOfMail = new(Person, [PersonMailChanged]);

    /// <summary>What <see cref="RolesFacts.AsSeen"/> tells apart.</summary>
    public static readonly Changes ChangesOfRoles = new(Person, [RolesChanged]);

    public static readonly Changes ChangesOfBranch = new(Branch, [BranchAdded, BranchEdited, BranchMoved, BranchClosed]);
    public static readonly Changes ChangesOfPosition = new(Position, [PositionAdded, PositionEdited]);
}
