namespace Academy.Domain.Competitions.Drills;

/// <summary>A text of our own to type.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">Its paragraphs, each a line.</param>
public sealed record Passage(string Title, string Text)
{
    private const string Fence = "---\n";

    /// <summary>How many characters there are to type, new lines not counted.</summary>
    public int Length => Text.Count(character => character != '\n');

    /// <summary>Reads one from its source: a head between two lines of ---, and paragraphs with an empty line between them.</summary>
    /// <exception cref="FormatException">It cannot be typed, and why.</exception>
    public static Passage Read(string source)
    {
        if (source.ReplaceLineEndings("\n").Split(Fence, 3) is not ["", var head, var body])
            throw new FormatException("The passage does not begin with a head between two lines of ---.");

        var paragraphs = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (paragraphs.Length == 0) throw new FormatException("There is nothing to type.");
        foreach (var character in string.Concat(paragraphs).Where(character => !IsTyped(character)))
            throw new FormatException($"No single press gives the character U+{(int)character:X4}.");

        return new Passage(Yaml.Read<PassageHead>(head).Title, string.Join('\n', paragraphs));
    }

    private static bool IsTyped(char character) => !char.IsWhiteSpace(character) && new KeyStroke(0, character).IsKnown;

    private sealed record PassageHead
    {
        public required string Title { get; init; }
        public string Theme { get; init; } = "";
    }
}
