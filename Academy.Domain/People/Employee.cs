using System.Text;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;

namespace Academy.Domain.People;

/// <summary>Somebody who works or worked at the bank and signs in with the employee number.</summary>
public sealed class Employee : IdentityUser<long>
{
    private string givenName = "";

    private Employee() { }

    /// <param name="number">The employee number (工号).</param>
    /// <param name="name">The name as it is written.</param>
    /// <param name="branchId">The home branch.</param>
    /// <param name="positionId">The position.</param>
    /// <param name="since">The first day at the branch.</param>
    public Employee(string number, string name, long branchId, long positionId, DateOnly since) : base(number)
    {
        NormalizedUserName = Normalize(number);
        Name = name;
        SecurityStamp = NewStamp();
        Postings = [new Posting(branchId, positionId, Employment.Active, null, since)];
        (BranchId, PositionId) = (branchId, positionId);
    }

    public string Number => UserName!;
    public string Name { get; private set; } = "";

    /// <summary>How the academy greets: the given name, or the whole name when it is not known.</summary>
    public string GivenName { get => givenName.Length > 0 ? givenName : Name; init => givenName = value; }

    /// <summary>What lists of names sort by; surnames with several readings are set by hand.</summary>
    public string PinyinKey { get; private set; } = "";

    /// <summary>As the current posting says.</summary>
    public long BranchId { get; private set; }
    public Branch Branch { get => field ?? throw Unread.Of(this); private set; }
    public long PositionId { get; private set; }
    public Position Position { get => field ?? throw Unread.Of(this); private set; }
    public Employment Employment { get; private set; }
    public LeaveKind? Leave { get; private set; }

    public ICollection<Posting> Postings { get => field ?? throw Unread.Of(this); private set; }

    public bool MustChangePassword { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>When an administrator last had the wrong tries forgotten (<see cref="Tries"/>).</summary>
    public DateTimeOffset? UnlockedAt { get; private set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>What somebody of that name is sorted by, with a key or without one.</summary>
    public static string SortKeyOf(string name, string pinyinKey) => pinyinKey.Length > 0 ? pinyinKey : name;

    public void Rename(string name, string pinyinKey)
    {
        if (name != Name) givenName = "";
        Name = name;
        PinyinKey = pinyinKey;
    }

    /// <summary>Where letters are mailed to from now on; nowhere when it is empty.</summary>
    public void MailTo(string address)
    {
        Email = address.Length > 0 ? address : null;
        NormalizedEmail = Email?.ToUpperInvariant();
    }

    public void SortBy(string pinyinKey) => PinyinKey = pinyinKey;

    /// <summary>Changes branch, position or employment from this day on; what was before stays in the postings.</summary>
    public void Post(long branchId, long positionId, Employment employment, LeaveKind? leave, DateOnly today)
    {
        var current = Postings.Single(p => p.Until is null);
        if (current.From == today) current.Set(branchId, positionId, employment, leave);
        else
        {
            current.End(today);
            Postings.Add(current = new Posting(branchId, positionId, employment, leave, today));
        }

        (BranchId, PositionId, Employment, Leave) = (current.BranchId, current.PositionId, current.Employment, current.Leave);
    }

    public void Move(long branchId, long positionId, DateOnly today) => Post(branchId, positionId, Employment, Leave, today);

    public void GoOnLeave(LeaveKind kind, DateOnly today) => Post(BranchId, PositionId, Employment.OnLeave, kind, today);

    /// <summary>Back at work from leave.</summary>
    public void Return(DateOnly today) => Post(BranchId, PositionId, Employment.Active, null, today);

    /// <summary>Leaves the bank: the history stays, the account is shut.</summary>
    public void Depart(DateOnly today, DateTimeOffset now)
    {
        Post(BranchId, PositionId, Employment.Left, null, today);
        Disable(now);
    }

    /// <summary>Gives a password that somebody else has seen; it opens nothing but the page that changes it.</summary>
    public void ReceiveFirstPassword(string hash, DateTimeOffset now)
    {
        PasswordHash = hash;
        MustChangePassword = true;
        Unlock(now);
        SecurityStamp = NewStamp();
    }

    /// <summary>Sets the person's own password. All other sessions end.</summary>
    public void ChoosePassword(string hash)
    {
        PasswordHash = hash;
        MustChangePassword = false;
        SecurityStamp = NewStamp();
    }

    /// <summary>Comes back to the bank after having left; the account opens again.</summary>
    public void Rejoin(long branchId, long positionId, DateOnly today)
    {
        Post(branchId, positionId, Employment.Active, null, today);
        Enable();
    }

    /// <summary>Shuts the account. Running sessions end within a minute.</summary>
    public void Disable(DateTimeOffset now)
    {
        DisabledAt ??= now;
        SecurityStamp = NewStamp();
    }

    public void Enable() => DisabledAt = null;

    /// <summary>Forgets wrong tries, wherever they were made.</summary>
    public void Unlock(DateTimeOffset now) => UnlockedAt = now;

    /// <summary>Tells one state of the person on the roll from another.</summary>
    public string AsSeen() => Fingerprint.Of(Name, PinyinKey, BranchId, PositionId, Employment, Leave, IsDisabled);

    /// <summary>Tells one password from another, and an account that was shut from one that was not.</summary>
    public string AccountAsSeen() => Fingerprint.Of(SecurityStamp);

    /// <summary>Tells one mail address from another.</summary>
    public string MailAsSeen() => Fingerprint.Of(Email);

    /// <summary>Tells whether the wrong tries were forgotten meanwhile.</summary>
    public string LockAsSeen() => Fingerprint.Of(UnlockedAt);

    /// <summary>Numbers are compared without regard to case, to full width, or to the spaces around them.</summary>
    public static string Normalize(string number) => number.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    private static string NewStamp() => Guid.NewGuid().ToString("N");
}
