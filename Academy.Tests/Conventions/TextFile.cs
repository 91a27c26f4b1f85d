using System.Xml.Linq;

namespace Academy.Tests.Conventions;

/// <summary>The texts of one resource in both languages, and the source that may use them.</summary>
public sealed record TextFile(string Name, IReadOnlyDictionary<string, string> Chinese, IReadOnlyDictionary<string, string> English)
{
    private const string Shared = "SharedTexts";

    public static readonly IReadOnlyList<TextFile> All =
    [
        .. Directory.GetFiles(Repository.File("Academy.Web", "Texts"), "*.cs").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Order(StringComparer.Ordinal).Select(name => new TextFile(name, Read($"{name}.resx"), Read($"{name}.en.resx"))),
    ];

    /// <summary>Of QuizzesTexts, the folder Pages/Quizzes and whoever else asks for its localizer; of SharedTexts, every page.</summary>
    public IEnumerable<SourceFile> Users => SourceFile.All.Where(file => Name == Shared
        ? file.IsIn("Academy.Web")
        : file.IsIn($"Academy.Web/Pages/{Name.Replace("Texts", "")}") || file.Text.Contains($"IStringLocalizer<{Name}>", StringComparison.Ordinal));

    /// <summary>The keys that one of its users may name: its own, those of all pages, and those of any other localizer that the file asks for.</summary>
    public IEnumerable<string> KnownIn(SourceFile file) =>
        All.Where(texts => texts == this || texts.Name == Shared || file.Text.Contains($"IStringLocalizer<{texts.Name}>", StringComparison.Ordinal)).SelectMany(texts => texts.Chinese.Keys);

    /// <summary>The resource behind a localizer's name in a file.</summary>
    public static TextFile Behind(string localizer, SourceFile file) => localizer switch
    {
        "S" => Named(Shared),
        "T" => Named($"{file.FolderBelow("Academy.Web/Pages")}Texts"),
        _ => All.Single(texts => file.Text.Contains($"IStringLocalizer<{texts.Name}> {localizer}", StringComparison.Ordinal)),
    };

    public static TextFile Named(string name) => All.Single(texts => texts.Name == name);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Repository.File("Academy.Web", "Texts", file)).Root!.Elements("data").ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);
}
