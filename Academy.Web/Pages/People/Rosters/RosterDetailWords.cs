using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People.Rosters;

/// <summary>Says what rows of an import change in the reader's language; they are kept in the words of the bank.</summary>
public sealed class RosterDetailWords(AcademyDb db, Wording say, IStringLocalizer<PeopleTexts> words)
{
    private Dictionary<string, string> names = [];

    /// <summary>Learns how branches and positions are called; to be asked for before <see cref="Say"/>.</summary>
    public async Task LearnAsync(CancellationToken ct)
    {
        var branches = await db.Branches.Select(b => new { b.Name, b.EnglishName }).ToListAsync(ct);
        var positions = await db.Positions.Select(p => new { p.Name, p.EnglishName }).ToListAsync(ct);
        names = branches.Concat(positions).GroupBy(n => n.Name).ToDictionary(n => n.Key, n => say.In(n.Key, n.First().EnglishName));
    }

    public string Say(string detail) => RosterDetail.Reword(detail, NameOf, words["Roster.Detail.Separator"]);

    private string NameOf(string fact)
    {
        if (names.TryGetValue(fact, out var name)) return name;
        if (RosterWords.StateOf(fact) is { } state)
            return state.Leave is { } leave ? words[$"Leave.{leave}"] : words[$"Employment.{state.Employment}"];
        return RosterWords.KindOf(fact) is { } kind ? words[$"Kind.{kind}"] : fact;
    }
}
