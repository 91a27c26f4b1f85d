using System.Xml.Linq;

namespace Academy.Tests.Conventions;

/// <summary>The texts of one resource in both languages, and the source that may use them.</summary>
public sealed record TextFile(string Name, IReadOnlyDictionary<string, string> Chinese, IReadOnlyDictionary<string, string> English)
{
    private const string Shared = "SharedTexts";

    private IReadOnlyList<SourceFile>? users;

    public static readonly IReadOnlyList<TextFile> All =
    [
        .. new[] { Repository.File("Academy.Web", "Texts"), Repository.File("Academy.Domain", "Letters") }
            .SelectMany(folder => Directory.GetFiles(folder, "*Texts.cs"))
            .Select(file => file[..^".cs".Length])
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(file => new TextFile(Path.GetFileName(file), Read($"{file}.resx"), Read($"{file}.en.resx"))),
    ];

    /// <summary>Whoever asks for its localizer, in the file itself or for its folder; of SharedTexts, every page.</summary>
    public IEnumerable<SourceFile> Users =>
        users ??= [.. SourceFile.All.Where(file => Name == Shared ? file.IsIn("Academy.Web") : IsAskedForBy(file))];

    /// <summary>
    /// The keys that one of its users may name: its own, those of all pages, and those of any other
    /// localizer that the file asks for.
    /// </summary>
    public IEnumerable<string> KnownIn(SourceFile file) =>
        All.Where(texts => texts == this || texts.Name == Shared || texts.IsAskedForBy(file)).SelectMany(texts => texts.Chinese.Keys);

    /// <summary>The resource behind a localizer's name in a file; null when the name is no localizer's.</summary>
    public static TextFile? Behind(string localizer, SourceFile file) => localizer == "S"
        ? Named(Shared)
        : Sources(file)
            .Select(text =>
                All.SingleOrDefault(texts => text.Contains($"IStringLocalizer<{texts.Name}> {localizer}", StringComparison.Ordinal)))
            .FirstOrDefault(texts => texts is not null);

    private bool IsAskedForBy(SourceFile file) => Sources(file).Any(text =>
        text.Contains($"IStringLocalizer<{Name}>", StringComparison.Ordinal) || text.Contains($"typeof({Name})", StringComparison.Ordinal));

    /// <summary>The file, and what its page imports from the folders above it, the nearest first.</summary>
    private static IEnumerable<string> Sources(SourceFile file)
    {
        yield return file.Text;
        for (var folder = Path.GetDirectoryName(file.Path)?.Replace(
            '\\',
            '/'); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder)?.Replace('\\', '/'))
            if (SourceFile.All.FirstOrDefault(other => other.Path == $"{folder}/_ViewImports.cshtml") is { } imports)
                yield return imports.Text;
    }

    public static TextFile Named(string name) => All.Single(texts => texts.Name == name);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!
            .Elements("data")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);
}
