using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Academy.Domain.Files;

namespace Academy.Domain.Questions.Texts;

/// <summary>A text that an author wrote: plain, or formatted, and then as safe HTML beside what it reads as.</summary>
[JsonConverter(typeof(ProseJson))]
public sealed partial record Prose
{
    public const string Blank = "____";

    public static readonly Prose Empty = new("", null);

    internal Prose(string plain, string? html)
    {
        Plain = plain;
        Html = html;
    }

    /// <summary>What it reads as; paragraphs stand on lines of their own.</summary>
    public string Plain { get; }

    /// <summary>Safe HTML; null when the plain text says everything.</summary>
    public string? Html { get; }

    /// <summary>What lists show of it.</summary>
    public string FirstLine => WithBlanks(Plain.Split('\n', 2)[0]);

    public bool IsEmpty => Plain.Length == 0 && Html is null;

    /// <summary>The names of the files that a formatted text of a question file shows or plays, before they have an address.</summary>
    public IEnumerable<string> FileNames =>
        Html is null ? [] : NamedFile().Matches(Html).Select(file => Uri.UnescapeDataString(file.Groups[1].Value)).Distinct();

    /// <summary>A stem with a line where it says <c>[[1]]</c> for its first gap.</summary>
    public static string WithBlanks(string stem) => Gap().Replace(stem, Blank);

    public static Prose OfPlain(string text) => text.Length == 0 ? Empty : new Prose(text, null);

    /// <summary>
    /// The safe part of an author's HTML; plain where nothing but paragraphs is left of it, or where
    /// it is nested beyond reason. Tags around nothing are nothing.
    /// </summary>
    public static Prose OfHtml(string html)
    {
        if (Nesting.IsTooDeep(html)) return OfPlain(HtmlText.Flat(html));

        var safe = ProseHtml.Sanitize(html);
        var plain = HtmlText.Plain(safe);
        var isBlank = plain.Length == 0 && !ProseHtml.HasMedia(safe);
        return !isBlank && ProseHtml.IsFormatted(safe) ? new Prose(plain, safe) : OfPlain(plain);
    }

    /// <summary>Gives the files that it names their addresses; those without one stay out.</summary>
    public Prose WithFiles(Func<string, string?> addressOf) =>
        Html is null
            ? this
            : OfHtml(NamedFile().Replace(Html, file => $"src=\"{addressOf(Uri.UnescapeDataString(file.Groups[1].Value))}\""));

    /// <summary>The digests of the stored files that it shows or plays.</summary>
    public IEnumerable<string> StoredFiles =>
        Html is null ? [] : StoredFile().Matches(Html).Select(file => file.Groups[1].Value).Distinct();

    /// <summary>Names its stored files, as texts of question files do; the other way round of <see cref="WithFiles"/>.</summary>
    public Prose WithNames(Func<string, string> nameOf) =>
        Html is null
            ? this
            : new Prose(Plain, StoredFile().Replace(Html, file => $"src=\"file:{Uri.EscapeDataString(nameOf(file.Groups[1].Value))}\""));

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Prose?(string? text) => text is null ? null : OfPlain(text);

    public override string ToString() => Plain;

    [GeneratedRegex(@"\[\[\d{1,3}\]\]")]
    private static partial Regex Gap();

    [GeneratedRegex("""src="file:([^"]+)["]""")]
    private static partial Regex NamedFile();

    [GeneratedRegex("""src="/questions/files/([0-9a-f]{64})["]""")]
    private static partial Regex StoredFile();
}
