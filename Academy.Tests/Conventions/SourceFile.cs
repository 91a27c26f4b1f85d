namespace Academy.Tests.Conventions;

/// <summary>One file of the solution, named by its path from the repository's folder with slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public static readonly IReadOnlyList<SourceFile> All =
    [
        .. new[] { "Academy.Domain", "Academy.Jobs", "Academy.Web", "Academy.Tests" }
            .SelectMany(project => Directory.EnumerateFiles(Repository.File(project), "*", SearchOption.AllDirectories))
            .Where(file => System.IO.Path.GetExtension(file) is ".cs" or ".cshtml")
            .Select(file => System.IO.Path.GetRelativePath(Repository.Folder, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Repository.File(path)))),
    ];

    public static IEnumerable<SourceFile> Product => All.Where(file => !file.IsIn("Academy.Tests"));

    public static IEnumerable<SourceFile> Views => All.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal));

    public bool IsIn(string folder) => Path.StartsWith($"{folder}/", StringComparison.Ordinal);

    /// <summary>The name of the folder that the file is in, directly or deeper, below the given one.</summary>
    public string? FolderBelow(string folder) =>
        IsIn(folder) && Path[(folder.Length + 1)..].Split('/') is [var below, _, ..] ? below : null;
}
