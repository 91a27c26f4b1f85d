using System.Text.Json.Serialization;
using Academy.Domain.Data;

namespace Academy.Domain.Learning;

/// <summary>How sure we are of what a clause or source says.</summary>
public enum Confidence
{
    /// <summary>Read in a published copy of the text.</summary>
    Verified,

    /// <summary>Only the heading was found; the text itself is not in our hands.</summary>
    TitleOnly,

    /// <summary>Found in one secondary source.</summary>
    Secondary,

    /// <summary>General banking practice, not traced to a text.</summary>
    Practice,

    /// <summary>As the author of the bank's own text names it.</summary>
    Stated,
}

public sealed record Source(string Text, Confidence Confidence)
{
    /// <summary>Whether nobody of the academy has read the text that it rests on (待核).</summary>
    [JsonIgnore]
    public bool IsUnverified => Confidence is Confidence.TitleOnly or Confidence.Secondary or Confidence.Practice;
}

/// <summary>What somebody may say in a worked case, with what comes of it.</summary>
public sealed record CaseOption(string Say, string Verdict, string Why, bool IsRight);

[JsonDerivedType(typeof(ClausePart), "clause")]
[JsonDerivedType(typeof(CasePart), "case")]
public abstract record LessonPart(string Slug, string Title);

/// <summary>One clause: a topic with a stable address, its safe HTML and where it comes from.</summary>
public sealed record ClausePart(string Slug, string Title, int Number, Source Source, string Html) : LessonPart(Slug, Title);

/// <summary>A situation at the counter in which the reader decides.</summary>
public sealed record CasePart(
    string Slug, string Title, IReadOnlyList<string> Situation, string Question, IReadOnlyList<CaseOption> Options)
    : LessonPart(Slug, Title);

/// <summary>A lesson as it is read: aims, parts in order, key points and sources.</summary>
public sealed record LessonDocument(
    string? Notice,
    IReadOnlyList<string> Aims,
    IReadOnlyList<LessonPart> Parts,
    IReadOnlyList<string> KeyPoints,
    IReadOnlyList<Source> Sources)
{
    public static readonly LessonDocument Empty = new(null, [], [], [], []);

    [JsonIgnore]
    public IEnumerable<ClausePart> Clauses => Parts.OfType<ClausePart>();

    [JsonIgnore]
    public IEnumerable<CasePart> Cases => Parts.OfType<CasePart>();

    /// <summary>Whether it says the same; records of lists are not equal by themselves.</summary>
    public bool IsLike(LessonDocument other) => JsonColumns.TextOf(this) == JsonColumns.TextOf(other);
}
