using System.Text;
using System.Text.RegularExpressions;
using Academy.Domain.Files;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using YamlDotNet.Core;

namespace Academy.Domain.Learning;

/// <summary>A lesson's source and where in it something is wrong.</summary>
public sealed class LessonException(string problem) : Exception(problem);

/// <summary>A lesson with its title, as read from a source.</summary>
public sealed record LessonDraft(string Title, LessonDocument Document, TimeSpan ReadingTime, string PlainText);

/// <summary>
/// Reads a lesson from Markdown with YAML front matter. Each second-level heading is a clause and carries its
/// slug, source and mark; a fenced block named <c>case</c> is a worked case in YAML.
/// </summary>
public static partial class LessonReader
{
    /// <summary>Characters a minute at which an adult studies Chinese text, deciding the cases on the way.</summary>
    private const int CharactersPerMinute = 200;

    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGenericAttributes().DisableHtml().Build();

    /// <summary>As shipped lessons are turned into HTML: comments are for authors, HTML is text.</summary>
    /// <exception cref="DenseMarkdownException">It would take too long.</exception>
    internal static string ToHtml(string markdown) => DenseIn(markdown) is { } dense
        ? throw new DenseMarkdownException(dense)
        : BoundedMarkdown.ToHtml(WithoutComments(markdown), Pipeline);

    /// <summary>What there is too much of to be read, with the comments or, where they part what is dense, without them.</summary>
    public static DenseMarkdown? DenseIn(string markdown) =>
        BoundedMarkdown.DenseIn(markdown) ?? BoundedMarkdown.DenseIn(WithoutComments(markdown));

    internal static LessonDraft Draft(string title, LessonDocument document)
    {
        var text = PlainTextOf(document);
        return new LessonDraft(title, document, ReadingTimeOf(text), text);
    }

    public static LessonDraft Read(string source)
    {
        var (yaml, markdown) = Split(source.ReplaceLineEndings("\n"));
        var head = Parse<LessonHead>(yaml, "front matter");
        var parts = ReadParts(ToHtml(markdown));
        var document = new LessonDocument(
            head.Notice, head.Aims, parts, head.KeyPoints, [.. head.Sources.Select(s => new Source(s.Text, ConfidenceOf(s.Mark)))]);
        return Draft(head.Title, document);
    }

    /// <summary>A comment that does not end is text.</summary>
    internal static string WithoutComments(string markdown)
    {
        var (text, at) = (new StringBuilder(), 0);
        while (markdown.IndexOf(CommentStart, at, StringComparison.Ordinal) is var start and >= 0
            && markdown.IndexOf(CommentEnd, start + CommentStart.Length, StringComparison.Ordinal) is var end and >= 0)
        {
            text.Append(markdown, at, start - at);
            at = end + CommentEnd.Length;
        }

        return text.Append(markdown, at, markdown.Length - at).ToString();
    }

    private static (string Yaml, string Markdown) Split(string source)
    {
        var match = FrontMatter().Match(source);
        return match.Success
            ? (match.Groups["yaml"].Value, source[match.Length..])
            : throw new LessonException("The lesson does not begin with front matter between two lines of ---.");
    }

    private static List<LessonPart> ReadParts(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var parts = new List<LessonPart>();
        var children = body.Children.ToList();
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i] is IHtmlHeadingElement { LocalName: "h2" } heading)
            {
                var content = children.Skip(i + 1).TakeWhile(e => e.LocalName != "h2" && !IsCase(e)).ToList();
                parts.Add(ReadClause(heading, content, parts.OfType<ClausePart>().Count() + 1));
                i += content.Count;
            }
            else if (IsCase(children[i])) parts.Add(ReadCase(children[i], parts.OfType<CasePart>().Count() + 1));
            else throw new LessonException($"Text before the first clause: {children[i].TextContent}");
        }

        return parts;
    }

    private static ClausePart ReadClause(IElement heading, IEnumerable<IElement> content, int number) => new(
        heading.GetAttribute("id") ?? throw new LessonException($"Clause {heading.TextContent} has no slug."),
        heading.TextContent,
        number,
        new Source(
            heading.GetAttribute("source") ?? throw new LessonException($"Clause {heading.Id} names no source."),
            ConfidenceOf(heading.GetAttribute("mark"))),
        Sanitize(string.Concat(content.Select(e => e.OuterHtml))));

    internal static CasePart ReadCase(IElement block, int number)
    {
        var source = Parse<CaseSource>(block.TextContent, "case");
        return source.Options.Count(o => o.Right) == 1
            ? new CasePart(
                source.Id ?? (number == 1 ? "case" : $"case-{number}"),
                source.Title,
                source.Situation.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                source.Question,
                [.. source.Options.Select(o => new CaseOption(o.Say, o.Verdict, o.Why, o.Right))])
            : throw new LessonException($"Case {source.Title} needs exactly one right option.");
    }

    internal static bool IsCase(IElement element) =>
        element is { LocalName: "pre", FirstElementChild: { } code } && code.ClassList.Contains("language-case");

    internal static Confidence ConfidenceOf(string? mark) => mark switch
    {
        "V" => Confidence.Verified,
        "T" => Confidence.TitleOnly,
        "S" => Confidence.Secondary,
        "GK" => Confidence.Practice,
        _ => throw new LessonException($"{mark ?? "nothing"} is no mark of confidence; V, T, S and GK are."),
    };

    private static string Sanitize(string html)
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedAttributes.Remove("style");
        return RichText.FrameTables(sanitizer.Sanitize(html));
    }

    private static string PlainTextOf(LessonDocument lesson)
    {
        var clauses = lesson.Clauses.Select(c => $"{c.Title}\n{new HtmlParser().ParseDocument(c.Html).Body!.TextContent}");
        var cases = lesson.Cases.Select(c => string.Join('\n', [c.Title, .. c.Situation, c.Question, .. c.Options.Select(o => o.Say)]));
        return string.Join('\n', [.. lesson.Aims, .. clauses, .. cases, .. lesson.KeyPoints]);
    }

    private static TimeSpan ReadingTimeOf(string text) =>
        TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(text.Count(char.IsLetterOrDigit) / (double)CharactersPerMinute)));

    private static T Parse<T>(string yaml, string what)
    {
        try
        {
            return Yaml.Read<T>(yaml);
        }
        catch (YamlException e)
        {
            throw new LessonException($"The {what} is not readable, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    [GeneratedRegex(@"\A---\n(?<yaml>.*?)\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    private sealed record LessonHead
    {
        public required string Title { get; init; }
        public string? Notice { get; init; }
        public required List<string> Aims { get; init; }
        public required List<string> KeyPoints { get; init; }
        public required List<SourceLine> Sources { get; init; }
    }

    private sealed record SourceLine
    {
        public required string Text { get; init; }
        public required string Mark { get; init; }
    }

    private sealed record CaseSource
    {
        public string? Id { get; init; }
        public required string Title { get; init; }
        public required string Situation { get; init; }
        public required string Question { get; init; }
        public required List<CaseOptionSource> Options { get; init; }
    }

    private sealed record CaseOptionSource
    {
        public required string Say { get; init; }
        public required string Verdict { get; init; }
        public required string Why { get; init; }
        public bool Right { get; init; }
    }
}
