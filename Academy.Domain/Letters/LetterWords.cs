using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Academy.Domain.Letters;

/// <summary>Finds the words of a letter in the language that is spoken now, by its kind and what it is about.</summary>
public sealed class LetterWords(IStringLocalizer<LetterTexts> words)
{
    /// <summary>What a line names its occasion by, and its own words in each language, where somebody has written such.</summary>
    public const string Occasion = "occasion";
    public const string OwnText = "text.zh";
    public const string OwnEnglishText = "text.en";

    private const string Day = "day";
    private const string Count = "count";

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public string Title(Letter letter, Channels by = Channels.Inbox) => letter.Kind switch
    {
        LetterKind.Nudge => Nudge(letter.About),
        LetterKind.ArchiveHead => ArchiveHead(letter.About),
        LetterKind.Digest => Digest([.. letter.LinesBy(by).DefaultIfEmpty(letter.Lines[0])]),
        LetterKind.Report => words["Report", letter.About[Count]],
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };

    public string Line(LetterLine line)
    {
        var (about, occasion) = (line.About, line.About[Occasion]);
        var template = about.GetValueOrDefault(IsEnglish ? OwnEnglishText : OwnText);
        return Fill(string.IsNullOrEmpty(template) ? Usual(occasion) : template, about);
    }

    /// <summary>The words of an occasion where nobody has written others.</summary>
    public string Usual(string occasion) => words[$"Reminder.{occasion}"];

    public string Fill(string template, IReadOnlyDictionary<string, string> about) => LetterTemplate.Fill(template, name =>
        about.GetValueOrDefault(name) is { } value ? ValueOf(name, value) : null);

    private string ValueOf(string name, string value) =>
        name == Day ? words["Day", DateOnly.Parse(value, CultureInfo.InvariantCulture)].Value : value;

    private string Digest(IReadOnlyList<LetterLine> lines) =>
        lines is [var only] ? Line(only) : words["Digest", lines.Count, Line(lines[0])];

    private string ArchiveHead(IReadOnlyDictionary<string, string> about)
    {
        var kind = about["kind"];
        return words[$"ArchiveHead.{kind}", about["period"], about["head"]];
    }

    private string Nudge(IReadOnlyDictionary<string, string> about)
    {
        var (kind, due) = (about["kind"], DateOnly.Parse(about["due"], CultureInfo.InvariantCulture));
        return words[$"Nudge.{kind}", about["title"], due];
    }
}
