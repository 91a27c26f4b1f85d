using System.Text.RegularExpressions;
using Academy.Domain.People;

namespace Academy.Tests.Conventions;

/// <summary>A slice uses those before it in the order and never one after it.</summary>
public sealed partial class SliceRules
{
    private static readonly string[] Order =
    [
        "Data", "Files", "Scoring", "Auditing", "People", "Scheduling", "Letters", "Archives", "Learning", "Questions", "Quizzes",
        "Assignments", "Competitions", "Certification", "Reminders", "Opening",
    ];

    /// <summary>
    /// A course page tells how the reader stands in the quiz that concludes the course, a question's which quizzes ask
    /// it, and both who asks for it by when, and a quiz's in which competition it counts; a page says whose it is, and roles are
    /// people's.
    /// </summary>
    private static readonly string[] MayLookAhead =
    [
        "Academy.Web/Pages/Auditing/Audit.cshtml.cs uses People",
        "Academy.Web/Pages/Auditing/AuditWords.cs uses People",
        "Academy.Web/Pages/Auditing/Export.cshtml.cs uses People",
        "Academy.Web/Pages/Learning/Course.cshtml uses Assignments",
        "Academy.Web/Pages/Learning/Course.cshtml.cs uses Assignments",
        "Academy.Web/Pages/Learning/Course.cshtml.cs uses Quizzes",
        "Academy.Web/Pages/Questions/Versions/Uses.cs uses Quizzes",
        "Academy.Web/Pages/Quizzes/Cover.cshtml.cs uses Assignments",
        "Academy.Web/Pages/Quizzes/Cover.cshtml.cs uses Competitions",
    ];

    /// <summary>The rooms of what has rooms, each before those that use it; what lies outside of all is the nameless one.</summary>
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Academy.Domain/Assignments"] = ["Subjects", ""],
        ["Academy.Domain/Competitions"] = ["Drills", "Levels", "Judging", "Standings", "", "Practice"],
        ["Academy.Domain/Data"] = ["Sqlite", "", "Searching"],
        ["Academy.Domain/Files"] = ["", "Pdf", "Sheets", "Word"],
        ["Academy.Domain/Opening"] = ["", "Growth"],
        ["Academy.Domain/People"] = ["", "Rosters", "Sessions"],
        ["Academy.Domain/Questions"] = ["Texts", "Formats", "Marking", "Banks", "Versions", "Imports"],
        ["Academy.Domain/Questions/Formats"] =
            ["Writing", "Written", "Cloze", "Typed", "Sheets", "Word", "Gift", "Moodle", "Aiken", ""],
        ["Academy.Web/Pages/Certification"] = ["", "Schemes"],
        ["Academy.Web/Pages/Competitions"] = ["Drills", "", "Authoring", "Judging", "Practice", "Standings"],
        ["Academy.Web/Pages/Learning"] = ["", "Authoring"],
        ["Academy.Web/Pages/People"] = ["", "Account", "Organization", "Rosters"],
        ["Academy.Web/Pages/Questions"] = ["", "Asking", "Editor", "Versions", "Banks", "Import", "Export"],
        ["Academy.Web/Pages/Quizzes"] = ["", "Authoring", "Examining"],
    };

    /// <summary>Who keeps a bank asks whether questions still lie in a drawer.</summary>
    private static readonly string[] MayLookUp = ["Academy.Domain/Questions/Banks/Librarian.cs uses Versions"];

    private static readonly string[] Projects = ["Academy.Domain", "Academy.Jobs", "Academy.Web"];

    private static readonly string[] RootsOfSlices = ["Academy.Jobs", "Academy.Web/Pages"];

    // Pages that belong to no slice: the dashboard, the search, the error pages and what all pages share.
    private static readonly string[] PageFoldersBesides = ["Errors", "Home", "Search", "Shared"];

    [Fact]
    public void A_slice_of_the_domain_uses_only_those_before_it() => Assert.Empty(
        from file in Of("Academy.Domain")
        from used in SlicesUsed(file).Where(used => IsAfter(used, file.FolderBelow("Academy.Domain")))
        where (file.FolderBelow("Academy.Domain"), used) is not ("Data", "People")
        select $"{file.Path} uses {used}");

    [Fact]
    public void A_slice_of_the_pages_and_of_the_jobs_uses_only_those_before_it()
    {
        var found =
            from root in RootsOfSlices
            from file in Of(root)
            from used in SlicesUsed(file).Where(used => IsAfter(used, file.FolderBelow(root)))
            select $"{file.Path} uses {used}";
        Assert.Equal(MayLookAhead, found);
    }

    [Fact]
    public void A_room_of_a_slice_uses_only_those_before_it()
    {
        var found =
            from building in Rooms
            from file in Of(building.Key)
            let room = Array.IndexOf(building.Value, file.FolderBelow(building.Key) ?? "")
            from used in building.Value.Index()
            where room >= 0 && used.Index > room && used.Item.Length > 0
                && file.Text.Contains($"{building.Key.Replace('/', '.')}.{used.Item}", StringComparison.Ordinal)
            select $"{file.Path} uses {used.Item}";
        Assert.Equal(MayLookUp, found);
    }

    [Fact]
    public void Every_room_of_a_slice_has_its_place() => Assert.Empty(
        from building in Rooms
        from file in Of(building.Key)
        let room = file.FolderBelow(building.Key) ?? ""
        where !building.Value.Contains(room)
        select $"{file.Path}");

    [Fact]
    public void Every_folder_of_a_project_is_a_slice_of_the_order()
    {
        var domain = Of("Academy.Domain").Select(file => file.FolderBelow("Academy.Domain"));
        var jobs = Of("Academy.Jobs").Select(file => file.FolderBelow("Academy.Jobs"));
        var pages = Of("Academy.Web/Pages").Select(file => file.FolderBelow("Academy.Web/Pages")).Except(PageFoldersBesides);
        Assert.Empty(domain.Concat(jobs).Concat(pages).OfType<string>().Except(Order));
    }

    /// <summary>What fills a room has rooms of its own; a page and its code are two files.</summary>
    [Theory]
    [InlineData("Academy.Domain", 30)]
    [InlineData("Academy.Jobs", 30)]
    [InlineData("Academy.Web/Pages", 40)]
    public void No_room_is_full(string root, int most) => Assert.Empty(
        from file in Of(root)
        group file by file.Path[..file.Path.LastIndexOf('/')] into room
        where room.Count() > most
        select $"{room.Key} holds {room.Count()} files");

    [Fact]
    public void Data_knows_nothing_of_people_but_the_employee()
    {
        var names = typeof(Employee).Assembly.GetTypes()
            .Where(t => t is { Namespace: "Academy.Domain.People", IsNested: false }
                && t != typeof(Employee)
                && !t.Name.Contains('<', StringComparison.Ordinal))
            .Select(t => t.Name).ToList();
        Assert.Contains("Branch", names);
        Assert.Empty(
            from file in Of("Academy.Domain/Data")
            from name in names.Where(name => Regex.IsMatch(StringLiteral().Replace(file.Text, ""), $@"\b{name}\b"))
            select $"{file.Path} uses {name}");
    }

    /// <summary>A further store is a further folder. What a comment says of SQLite is no use of it.</summary>
    [Fact]
    public void What_only_one_store_knows_stands_in_its_folder() => Assert.Empty(
        from project in Projects
        from file in Of(project).Where(file => !file.IsIn("Academy.Domain/Data/Sqlite"))
        from Match known in StoreWord().Matches(file.Text)
        select $"{file.Path} uses {known.Value}");

    [Fact]
    public void The_domain_knows_neither_jobs_nor_pages_and_the_jobs_know_no_pages()
    {
        Assert.DoesNotContain(Of("Academy.Domain"), file =>
            file.Text.Contains("Academy.Jobs", StringComparison.Ordinal) || file.Text.Contains("Academy.Web", StringComparison.Ordinal));
        Assert.DoesNotContain(Of("Academy.Jobs"), file => file.Text.Contains("Academy.Web", StringComparison.Ordinal));
        Assert.Equal(["Academy.Jobs > Academy.Domain", "Academy.Web > Academy.Domain", "Academy.Web > Academy.Jobs"],
            from project in Projects
            from Match reference in ProjectReference().Matches(File.ReadAllText(Repository.File(project, $"{project}.csproj")))
            select $"{project} > {reference.Groups["name"].Value}");
    }

    /// <summary>Generated migrations name every entity in strings and use no code of the slices.</summary>
    private static IEnumerable<SourceFile> Of(string folder) =>
        SourceFile.All.Where(file => file.IsIn(folder) && !file.IsIn("Academy.Domain/Data/Migrations"));

    private static IEnumerable<string> SlicesUsed(SourceFile file) =>
        SliceName().Matches(file.Text).Select(m => m.Groups["slice"].Value).Where(Order.Contains).Distinct();

    private static bool IsAfter(string used, string? user) =>
        user is not null && Order.Contains(user) && Array.IndexOf(Order, used) > Array.IndexOf(Order, user);

    /// <summary>Academy.Domain.Quizzes, Pages.Quizzes.Cover, or inside the domain just Quizzes.Quiz.</summary>
    [GeneratedRegex(@"(?<![\w.])(?:Academy\.)?(?:(?:Domain|Jobs|Web\.Pages|Pages)\.)(?<slice>\w+)|(?<![\w.])(?<slice>[A-Z]\w+)\.[A-Z]")]
    private static partial Regex SliceName();

    /// <summary>Types of the provider, and functions and statements of its own.</summary>
    [GeneratedRegex(@"\w*Sqlite\w*|\b(?:json_each|bm25|fts5|rowid|sqlite_\w+|PRAGMA|MATCH|OR REPLACE|RAISE)\b")]
    private static partial Regex StoreWord();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"<ProjectReference Include="".*?(?<name>Academy\.\w+)\.csproj""")]
    private static partial Regex ProjectReference();
}
