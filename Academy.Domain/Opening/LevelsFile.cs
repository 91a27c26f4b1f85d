using Academy.Domain.Competitions.Levels;
using YamlDotNet.Core;

namespace Academy.Domain.Opening;

/// <summary>Reads what each level of a drill takes.</summary>
public static class LevelsFile
{
    private const string Name = "drills/levels.yaml";

    /// <summary>Content without the file has no levels.</summary>
    /// <exception cref="ContentException">The file cannot be read, and why.</exception>
    public static LevelTable Read(string contentDirectory)
    {
        var path = Path.Combine(contentDirectory, Name);
        if (!File.Exists(path)) return new LevelTable(new Dictionary<string, List<decimal>>());

        try
        {
            return new LevelTable(Yaml.Read<Dictionary<string, List<decimal>>>(File.ReadAllText(path)) ?? []);
        }
        catch (Exception failure) when (failure is YamlException or FormatException)
        {
            throw new ContentException(Name, failure.Message, failure);
        }
    }
}
