using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Opening;

/// <summary>
/// Reads the passages to type that lie in <c>content/drills/typing</c>. They are not loaded into the store: a run keeps what it is about.
/// </summary>
internal static class PassageFiles
{
    private const string Folder = "drills/typing";

    /// <exception cref="ContentException">One of them cannot be typed.</exception>
    public static IReadOnlyList<Passage> Read(string contentDirectory) =>
        Path.Combine(contentDirectory, Folder) is var folder && Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(ReadFile)]
            : [];

    private static Passage ReadFile(string path)
    {
        var name = $"{Folder}/{Path.GetFileName(path)}";
        try
        {
            return Passage.Read(File.ReadAllText(path));
        }
        catch (Exception e) when (ContentException.Of(name, e) is { } named)
        {
            throw named;
        }
    }
}
