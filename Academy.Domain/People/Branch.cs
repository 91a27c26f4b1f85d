namespace Academy.Domain.People;

public enum BranchKind { HeadOffice, Branch, Outlet }

/// <summary>A unit of the organization tree: head office, branch or outlet.</summary>
public sealed class Branch
{
    private Branch() { }

    public Branch(string code, string name, string englishName, BranchKind kind, Branch? parent)
    {
        Code = code;
        Name = name;
        EnglishName = englishName;
        Kind = kind;
        Parent = parent;
        Path = $"{parent?.Path ?? "/"}{code}/";
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
}
