namespace Academy.Web.Pages.Shared;

/// <summary>An entry of the top bar: where it leads, its icon and the key of its words.</summary>
public sealed record NavigationItem(string Path, string Icon, string Key)
{
    /// <summary>Whether the address belongs to this entry.</summary>
    public bool Holds(PathString address) => Path == "/" ? address == "/" : address.StartsWithSegments(Path);
}

/// <summary>The top bar on wide screens, the tabs on phones. An entry is here when its page is.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("/", "home", "Nav.Home"),
        new("/courses", "book", "Nav.Courses"),
        new("/quizzes", "clipboard-check", "Nav.Quizzes"),
    ];

    /// <summary>The entry of a page; results belong to the quizzes.</summary>
    public static NavigationItem? Current(PathString address) =>
        Items.FirstOrDefault(item => item.Holds(address.StartsWithSegments("/attempts") ? "/quizzes" : address));
}
