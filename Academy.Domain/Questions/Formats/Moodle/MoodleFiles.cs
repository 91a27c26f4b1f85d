using System.Security.Cryptography;
using System.Xml.Linq;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>
/// The files that the texts of a question bring along. One that another text has under the same
/// name gets a name of its own.
/// </summary>
internal sealed class MoodleFiles
{
    private readonly List<DraftFile> files = [];
    private readonly HashSet<string> given = [];
    private readonly Dictionary<(string Name, string Digest), string> known = [];
    private readonly Dictionary<string, int> counts = [];

    public IReadOnlyList<DraftFile> All => files;

    /// <summary>The name of the first file that cannot be read.</summary>
    public string? Broken { get; private set; }

    /// <summary>Takes the files beside a text; the answer tells what they are called from now on.</summary>
    public IReadOnlyDictionary<string, string> Take(XElement container)
    {
        var names = new Dictionary<string, string>();
        foreach (var file in container.Elements("file"))
        {
            var name = $"{file.Attribute("path")?.Value.Trim('/')}/{file.Attribute("name")?.Value}".Trim('/');
            if (name.Length == 0 || ContentOf(file) is not { } content) Broken ??= name;
            else names[name] = Add(name, content);
        }

        return names;
    }

    private string Add(string name, byte[] content)
    {
        var file = (name, Convert.ToHexString(SHA256.HashData(content)));
        if (known.TryGetValue(file, out var same)) return same;

        var free = known[file] = NextFree(name);
        files.Add(new DraftFile(free, content));
        return free;
    }

    /// <summary>The name itself, or 2-name, 3-name and so on.</summary>
    private string NextFree(string name)
    {
        while (true)
        {
            var n = counts[name] = counts.GetValueOrDefault(name) + 1;
            var candidate = n == 1 ? name : $"{n}-{name}";
            if (given.Add(candidate)) return candidate;
        }
    }

    private static byte[]? ContentOf(XElement file)
    {
        var text = file.Value;
        var content = new byte[text.Length];
        return file.Attribute("encoding")?.Value == "base64" && Convert.TryFromBase64String(text, content, out var length)
            ? content[..length]
            : null;
    }
}
