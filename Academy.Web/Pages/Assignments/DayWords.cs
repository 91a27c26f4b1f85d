using Academy.Domain.Assignments;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>Says the days of what is due, and who is away.</summary>
public sealed class DayWords(IStringLocalizer<CoverageTexts> words, Wording say)
{
    /// <summary>11月30日截止，还有 6 天.</summary>
    public string Due(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => words["DueOn.Today"],
        < 0 => words["DueOn.Overdue", say.Date(due), Count.Of(today.DayNumber - due.DayNumber)],
        var left => words["DueOn.Left", say.Date(due), Count.Of(left)],
    };

    /// <summary>另有 1 人产假、2 人长病假，不计入; null when nobody is away.</summary>
    public string? Away(IEnumerable<CoveredPerson> people)
    {
        var kinds = people
            .GroupBy(p => p.Leave ?? LeaveKind.Other)
            .OrderBy(g => g.Key)
            .Select(g => (string)words[$"Away.{g.Key}", Count.Of(g.Count())])
            .ToList();
        return kinds.Count == 0 ? null : words["Away", string.Join(words["Away.Separator"].Value, kinds)].Value;
    }
}
