using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Academy.Domain.Learning;

/// <summary>What an author fills in for a lesson besides its title, kept as one source: a head and the text below it.</summary>
public sealed partial record ManuscriptText(
    string? Notice, IReadOnlyList<string> Aims, string Body, IReadOnlyList<string> KeyPoints, IReadOnlyList<string> Sources)
{
    private static readonly ISerializer Writer = new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    public static readonly ManuscriptText Empty = new(null, [], "", [], []);

    public string ToSource()
    {
        var head = Writer.Serialize(new Head { Notice = Notice, Aims = [.. Aims], KeyPoints = [.. KeyPoints], Sources = [.. Sources] });
        return $"---\n{head.ReplaceLineEndings("\n")}---\n{Body.ReplaceLineEndings("\n")}";
    }

    public static ManuscriptText Of(string source)
    {
        var match = HeadAndText().Match(source);
        if (!match.Success) return Empty with { Body = source };

        var head = Yaml.Read<Head>(match.Groups["head"].Value);
        return new ManuscriptText(head.Notice, head.Aims, source[match.Length..], head.KeyPoints, head.Sources);
    }

    /// <summary>The text in force, as its author would have written it.</summary>
    public static ManuscriptText Of(LessonDocument document) => new(
        document.Notice, document.Aims, MarkdownWriter.Write(document), document.KeyPoints,
        [.. document.Sources
            .Select(s => s.Confidence == Confidence.Stated ? s.Text : $"{s.Text} [{MarkdownWriter.MarkOf(s.Confidence)}]")]);

    /// <summary>A source as a line of the form: the text, and if the author is that exact, its mark.</summary>
    public static Source SourceOf(string line)
    {
        var match = Mark().Match(line);
        return match.Success
            ? new Source(line[..match.Index].Trim(), LessonReader.ConfidenceOf(match.Groups["mark"].Value))
            : new Source(line.Trim(), Confidence.Stated);
    }

    [GeneratedRegex(@"\A---\n(?<head>.*?)^---\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex HeadAndText();

    [GeneratedRegex(@"\[(?<mark>V|T|S|GK)\]\s*$")]
    private static partial Regex Mark();

    private sealed record Head
    {
        public string? Notice { get; init; }
        public List<string> Aims { get; init; } = [];
        public List<string> KeyPoints { get; init; } = [];
        public List<string> Sources { get; init; } = [];
    }
}
