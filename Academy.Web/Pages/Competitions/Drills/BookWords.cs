using Academy.Domain;
using Academy.Domain.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Drills;

/// <summary>Says what stands in a printed book of slips.</summary>
public sealed class BookWords(IStringLocalizer<DrillsTexts> words, Wording say, AcademySettings settings)
{
    /// <summary>At the top of a slip: the bank's name, or the academy's where the bank has none.</summary>
    public string Head => words["Slip.Head", settings.Bank.Length > 0
        ? say.In(settings.Bank, settings.BankEnglish)
        : say.In(settings.Name, settings.NameEnglish)];

    /// <summary>The pages of a sum: 第 21–40 页, 全本.</summary>
    public string Pages((int FirstPage, int PageCount) span) => span.PageCount == SlipBook.PageCount
        ? words["Answers.Whole"]
        : words["Answers.Span", span.FirstPage, span.FirstPage + span.PageCount - 1];
}
