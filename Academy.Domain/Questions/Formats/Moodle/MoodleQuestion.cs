using System.Xml;
using System.Xml.Linq;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>
/// One question element, with its texts, numbers and files. What turns out to be wrong while they are read
/// is kept as its problem.
/// </summary>
internal sealed class MoodleQuestion(XElement element, CancellationToken ct)
{
    private const string PlainFormat = "plain_text";

    private readonly MoodleFiles files = new();
    private readonly List<(ReadingProblem Problem, string Detail)> remarks = [];

    public string Type => Attribute(element, "type") ?? "";
    public int Line => ((IXmlLineInfo)element).LineNumber;
    public string? Name => Value("name");
    public string? Id => Value("idnumber");
    public IReadOnlyList<string> Tags => [.. element.Elements("tags").Elements("tag").Select(ValueOf).OfType<string>()];
    public decimal? Points => WrittenNumber.Parse(Value("defaultgrade"));
    public IReadOnlyList<DraftFile> Files => files.All;
    public DraftProblem? Problem { get; private set; }
    public IReadOnlyList<(ReadingProblem Problem, string Detail)> Remarks => remarks;

    public FormattedSource Source => SourceOf(element.Element("questiontext"));

    public IEnumerable<XElement> Elements(string name) => element.Elements(name);

    public string? Value(string name) => element.Element(name) is { } child ? ValueOf(child) : null;

    public bool Says(string name) => Value(name) is "1" or "true";

    public Prose Text(string name) => SourceOf(element.Element(name)).Read();

    /// <summary>A text in the format that it names, with the files beside it.</summary>
    public Prose TextOf(XElement container) => SourceOf(container).Read();

    /// <summary>The same before it is read, for who looks for marks in it.</summary>
    public FormattedSource SourceOf(XElement? container)
    {
        if (container is null) return new("", PlainFormat, name => name);

        var names = files.Take(container);
        if (files.Broken is { } broken) Report(ReadingProblem.BadFile, broken);
        return new(
            Written(container),
            Attribute(container, "format") ?? FormattedText.HtmlFormat,
            name => names.GetValueOrDefault(name, name),
            ct);
    }

    public Prose? FeedbackOf(XElement answer) =>
        answer.Element("feedback") is { } feedback && TextOf(feedback) is { IsEmpty: false } text ? text : null;

    public decimal FractionOf(XElement answer)
    {
        var written = Attribute(answer, "fraction") ?? "0";
        if (WrittenNumber.Parse(written) is >= -100 and <= 100 and var weight) return weight;

        Report(ReadingProblem.BadWeight, written);
        return 0;
    }

    public void Remark(ReadingProblem problem, string detail = "") => remarks.Add((problem, detail));

    public void Report(ReadingProblem kind, string detail) => Problem ??= new(kind, detail);

    /// <summary>Null where there is nothing but space.</summary>
    public static string? ValueOf(XElement container) => Written(container).Trim() is { Length: > 0 } value ? value : null;

    private static string Written(XElement container) =>
        (container.Element("text") ?? (container.HasElements ? null : container))?.Value ?? "";

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value.Trim();
}
