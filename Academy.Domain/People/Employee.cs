using Microsoft.AspNetCore.Identity;

namespace Academy.Domain.People;

/// <summary>Somebody who works at the bank and signs in with the employee number.</summary>
public sealed class Employee : IdentityUser<long>
{
    private Employee() { }

    public Employee(string number, string name, long branchId, long positionId) : base(number)
    {
        NormalizedUserName = Normalize(number);
        Name = name;
        BranchId = branchId;
        PositionId = positionId;
        SecurityStamp = NewStamp();
    }

    public string Number => UserName!;
    public string Name { get; private set; } = "";

    /// <summary>How the academy greets: the given name, or the whole name when it is not known.</summary>
    public string GivenName { get => field.Length > 0 ? field : Name; init; } = "";

    /// <summary>What lists of names sort by; surnames with several readings are set by hand.</summary>
    public string PinyinKey { get; init; } = "";

    public long BranchId { get; private set; }
    public Branch Branch { get; private set; } = null!;
    public long PositionId { get; private set; }
    public Position Position { get; private set; } = null!;

    public bool MustChangePassword { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Gives a password that somebody else has seen; it opens nothing but the page that changes it.</summary>
    public void ReceiveFirstPassword(string hash)
    {
        PasswordHash = hash;
        MustChangePassword = true;
        SecurityStamp = NewStamp();
    }

    /// <summary>Sets the person's own password. All other sessions end.</summary>
    public void ChoosePassword(string hash)
    {
        PasswordHash = hash;
        MustChangePassword = false;
        SecurityStamp = NewStamp();
    }

    /// <summary>Shuts the account. Running sessions end within a minute.</summary>
    public void Disable(DateTimeOffset now)
    {
        DisabledAt ??= now;
        SecurityStamp = NewStamp();
    }

    /// <summary>Numbers are compared without regard to case or to the spaces around them.</summary>
    public static string Normalize(string number) => number.Trim().ToUpperInvariant();

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
