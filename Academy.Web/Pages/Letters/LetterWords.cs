using System.Globalization;
using Academy.Domain.Letters;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Letters;

/// <summary>Finds the words of a letter in the reader's language, by its kind and what it is about.</summary>
public sealed class LetterWords(IStringLocalizer<LettersTexts> words, Wording say)
{
    public string Title(Letter letter) => letter.Kind switch
    {
        LetterKind.Nudge => Nudge(letter.About),
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };

    private string Nudge(IReadOnlyDictionary<string, string> about)
    {
        var due = say.Date(DateOnly.Parse(about["due"], CultureInfo.InvariantCulture));
        var kind = about["kind"];
        return words[$"Nudge.{kind}", about["title"], due];
    }
}
