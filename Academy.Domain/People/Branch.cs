using Academy.Domain.Data;

namespace Academy.Domain.People;

public enum BranchKind { HeadOffice, Branch, Outlet }

/// <summary>A unit of the organization tree: head office, branch or outlet.</summary>
public sealed class Branch
{
    public const int LongestPath = 400;

    private Branch() { }

    public Branch(string code, string name, string englishName, BranchKind kind, Branch? parent)
    {
        Code = code;
        Kind = kind;
        Rename(name, englishName);
        MoveUnder(parent);
    }

    public long Id { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string EnglishName { get; private set; } = "";
    public BranchKind Kind { get; private set; }
    public long? ParentId { get; private set; }

    /// <summary>The unit above; the root has none.</summary>
    public Branch? Parent
    {
        get => field ?? (ParentId is null ? null : throw Unread.Of(this));
        private set
        {
            field = value;
            if (value is null) ParentId = null;
        }
    }

    /// <summary>The codes from the root to this unit, each between slashes: a subtree is a prefix.</summary>
    public string Path { get; private set; } = "/";

    public bool IsTooDeep => IsTooLong(Path);

    /// <summary>A closed unit takes nobody in; its history stays.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Code and name, as the trail and lists to choose from tell it.</summary>
    public string Label => $"{Code} {Name}";

    public bool IsClosed => ClosedAt is not null;

    /// <summary>Tells one state of the unit from another.</summary>
    public string AsSeen() => Fingerprint.Of(Name, EnglishName, Kind, ParentId, IsClosed);

    public void Rename(string name, string englishName)
    {
        Name = name;
        EnglishName = englishName;
    }

    public void Become(BranchKind kind) => Kind = kind;

    /// <summary>Whether the unit is the other one or hangs below it.</summary>
    public bool IsWithin(Branch other) => Upward().Contains(other);

    /// <summary>Hangs the unit elsewhere. The paths of the units below it have to follow; see <see cref="FollowParents"/>.</summary>
    public void MoveUnder(Branch? parent)
    {
        Parent = parent;
        FollowParent();
    }

    /// <summary>Whether no unit can have the path: it hangs below too many, or their codes are too long.</summary>
    public static bool IsTooLong(string path) => path.Length > LongestPath;

    /// <summary>Has the paths of all units follow how they hang now, from the root down.</summary>
    public static void FollowParents(IEnumerable<Branch> all)
    {
        foreach (var unit in all.OrderBy(unit => unit.Upward().Count())) unit.FollowParent();
    }

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    public void Reopen() => ClosedAt = null;

    private void FollowParent() => Path = $"{Parent?.Path ?? "/"}{Code}/";

    private IEnumerable<Branch> Upward() => Ancestry.Upward(this, unit => unit.Parent);
}
