using System.Security.Claims;
using Academy.Domain.People;
using Academy.Web.Security;

namespace Academy.Web.Pages.Shared;

/// <summary>
/// An entry of the top bar or of its second row: where it leads, its icon, the key of its words, and the roles that
/// have it (none: everybody).
/// </summary>
public sealed record NavigationItem(string Path, string Icon, string Key, params IReadOnlyList<string> Roles)
{
    /// <summary>Other addresses whose pages belong to this entry.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Whether the address belongs to this entry.</summary>
    public bool Holds(PathString address) =>
        Path == "/" ? address == "/" : Beside.Prepend(Path).Any(path => address.StartsWithSegments(path));

    public bool IsFor(ClaimsPrincipal person) => Roles.Count == 0 || Roles.Any(person.IsInAny);
}

/// <summary>What a role has beyond everybody's pages: an entry at the end of the bar with a second row below it.</summary>
public sealed record NavigationArea(string Icon, string Key, params IReadOnlyList<NavigationItem> Items)
{
    public IEnumerable<NavigationItem> For(ClaimsPrincipal person) => Items.Where(item => item.IsFor(person));

    /// <summary>The entry that holds the address most closely: /branch/people rather than /branch.</summary>
    public NavigationItem? EntryOf(PathString address) => Items.Where(item => item.Holds(address)).MaxBy(item => item.Path.Length);
}

/// <summary>The top bar on wide screens, the tabs on phones. An entry is here when its page is.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("/", "home", "Nav.Home"),
        new("/courses", "book", "Nav.Courses"),
        new("/quizzes", "clipboard-check", "Nav.Quizzes"),
        new("/drills", "keyboard", "Nav.Drills"),
        new("/standings", "trophy", "Nav.Standings") { Beside = ["/competitions"] },
    ];

    public static readonly IReadOnlyList<NavigationArea> Areas =
    [
        new(
            "pencil", "Nav.Authoring",
            new("/authoring/banks", "list", "Nav.Banks", Rights.Trainers)
            {
                Beside = ["/authoring/questions", "/authoring/review", "/authoring/imports"],
            },
            new("/authoring/quizzes", "clipboard-check", "Nav.AuthoringQuizzes", Rights.Trainers),
            new("/authoring/courses", "book", "Nav.AuthoringCourses", Rights.Trainers),
            new("/authoring/marking", "pencil", "Nav.Marking", Rights.Trainers),
            new("/authoring/competitions", "trophy", "Nav.AuthoringCompetitions", Rights.Trainers),
            new("/judging", "eye", "Nav.Judging", Rights.Trainers),
            new("/admin/assignments", "clipboard-check", "Nav.Assignments", Roles.Trainer),
            new("/branch/attestations", "signature", "Nav.Attestations", Roles.Trainer)),
        new("eye", "Nav.Judging", new NavigationItem("/judging", "eye", "Nav.Doubts", Roles.Judge)),
        new(
            "building", "Nav.Branch",
            new("/branch", "grid", "Nav.Coverage", Roles.BranchHead, Roles.Administrator, Roles.Auditor),
            new("/branch/people", "users", "Nav.BranchPeople", Roles.BranchHead, Roles.Administrator, Roles.Auditor),
            new("/branch/levels", "flag", "Nav.Levels", Roles.BranchHead, Roles.Administrator, Roles.Auditor),
            new("/branch/certificates", "signature", "Nav.Certificates", Roles.BranchHead, Roles.Administrator, Roles.Auditor),
            new("/branch/attestations", "signature", "Nav.Attestations", Roles.BranchHead)),
        new(
            "gear", "Nav.Admin",
            new("/admin/people", "users", "Nav.People", Roles.Administrator),
            new("/admin/branches", "building", "Nav.Branches", Roles.Administrator),
            new("/admin/positions", "list", "Nav.Positions", Roles.Administrator),
            new("/admin/assignments", "clipboard-check", "Nav.Assignments", Roles.Administrator),
            new("/admin/certificates", "signature", "Nav.CertificateRegister", Roles.Administrator) { Beside = ["/admin/schemes"] },
            new("/branch/attestations", "signature", "Nav.Attestations", Roles.Administrator),
            new("/admin/reminders", "bell", "Nav.Reminders", Roles.Administrator) { Beside = ["/admin/calendar"] },
            new("/admin/letters", "send", "Nav.Letters", Roles.Administrator),
            new("/admin/jobs", "clock", "Nav.Jobs", Roles.Administrator),
            new("/admin/audit", "eye", "Nav.AuditTrail", Roles.Administrator),
            new("/admin/archive", "list", "Nav.Archive", Roles.Administrator),
            new("/archive/heads", "list", "Nav.ArchiveHeads", Roles.Administrator)),
        new(
            "eye", "Nav.Audit",
            new("/admin/audit", "eye", "Nav.AuditTrail", Roles.Auditor),
            new("/archive/heads", "list", "Nav.ArchiveHeads", Roles.Auditor),
            new("/branch/attestations", "signature", "Nav.Attestations", Roles.Auditor)),
    ];

    /// <summary>The entry of a page; results belong to the quizzes.</summary>
    public static NavigationItem? Current(PathString address) =>
        Items.FirstOrDefault(item => item.Holds(address.StartsWithSegments("/attempts") ? "/quizzes" : address));

    /// <summary>The areas that somebody has, each with the entries that are for the person.</summary>
    public static IEnumerable<NavigationArea> AreasOf(ClaimsPrincipal person) =>
        Areas.Select(area => area with { Items = [.. area.For(person)] }).Where(area => area.Items.Count > 0);

    /// <summary>
    /// The area whose second row stands above the page: the one whose entry holds the address most closely; of
    /// several, the person's first.
    /// </summary>
    public static NavigationArea? CurrentArea(ClaimsPrincipal person, PathString address) =>
        AreasOf(person).Where(area => area.EntryOf(address) is not null).MaxBy(area => area.EntryOf(address)!.Path.Length);
}
