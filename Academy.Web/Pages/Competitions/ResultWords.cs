using Academy.Domain.Competitions;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions;

/// <summary>Says by what terms results are told.</summary>
public static class ResultWords
{
    /// <summary>Who gets a prize, in a sentence or two.</summary>
    public static string Awards(AwardTerms terms, IStringLocalizer<ResultsTexts> words)
    {
        var rule = words[$"Awards.Rule.{terms.Rule}", terms.First, terms.Second, terms.Third].Value;
        var cap = terms.Cap is { } most ? words["Awards.Cap", most].Value : "";
        return terms.Rule == AwardRule.None ? rule : rule + cap + words["Awards.Ties"].Value;
    }
}
