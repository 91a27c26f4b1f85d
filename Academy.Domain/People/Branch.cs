namespace Academy.Domain.People;

public enum BranchKind { HeadOffice, Branch, Outlet }

/// <summary>A unit of the organization tree: head office, branch or outlet.</summary>
public sealed class Branch
{
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
    public Branch? Parent { get; private set; }

    /// <summary>The codes from the root to this unit, each between slashes: a subtree is a prefix.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>A closed unit takes nobody in; its history stays.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Code and name, as the trail and lists to choose from tell it.</summary>
    public string Label => $"{Code} {Name}";

    public bool IsClosed => ClosedAt is not null;

    public void Rename(string name, string englishName)
    {
        Name = name;
        EnglishName = englishName;
    }

    public void Become(BranchKind kind) => Kind = kind;

    /// <summary>Hangs the unit elsewhere. The paths of the units below it have to follow; see <see cref="FollowParent"/>.</summary>
    public void MoveUnder(Branch? parent)
    {
        Parent = parent;
        FollowParent();
    }

    /// <summary>Takes the path from the parent, after that one has moved.</summary>
    public void FollowParent() => Path = $"{Parent?.Path ?? "/"}{Code}/";

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    public void Reopen() => ClosedAt = null;
}
