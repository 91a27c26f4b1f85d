using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.Reminders;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>What a reminder would say about a thing that does not exist, in the language that is spoken now.</summary>
public sealed class ReminderExamples(LetterWords letters, BankZone zone, TimeProvider clock, IStringLocalizer<RemindersTexts> words)
{
    private const int DaysAhead = 7;

    public string Of(Occasion occasion, ReminderTerms terms)
    {
        var about = new Dictionary<string, string>
        {
            [LetterWords.Occasion] = $"{occasion}",
            [LetterWords.OwnText] = terms.Text,
            [LetterWords.OwnEnglishText] = terms.EnglishText,
            [Placeholders.Title] = words["Example.Title"],
            [Placeholders.Day] = zone.DayOf(clock.GetUtcNow()).AddDays(DaysAhead).ToString("O", CultureInfo.InvariantCulture),
            [Placeholders.Count] = "5",
            [Placeholders.Rank] = "3",
        };
        return letters.Line(new LetterLine("/", about));
    }

    public string In(string language, Occasion occasion, ReminderTerms terms) => Speaking(language, () => Of(occasion, terms));

    /// <summary>The words of an occasion where nobody has written others.</summary>
    public string UsualIn(string language, Occasion occasion) => Speaking(language, () => letters.Usual($"{occasion}"));

    private static string Speaking(string language, Func<string> say)
    {
        var spoken = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = spoken;
        }
    }
}
