using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Academy.Domain.Letters;

/// <summary>Finds the words of a letter in the language that is spoken now, by its kind and what it is about.</summary>
public sealed class LetterWords(IStringLocalizer<LetterTexts> words)
{
    public string Title(Letter letter) => letter.Kind switch
    {
        LetterKind.Nudge => Nudge(letter.About),
        LetterKind.ArchiveHead => ArchiveHead(letter.About),
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };

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
