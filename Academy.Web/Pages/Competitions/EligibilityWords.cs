using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions;

/// <summary>A limit in words.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Earlier">The round before, where it is about that.</param>
public sealed record EligibilityLine(string Text, long? Earlier = null);

/// <summary>Says whom a competition is for.</summary>
public sealed class EligibilityWords(AcademyDb db, DrillWords drills, Wording say, IStringLocalizer<CompetitionsTexts> words)
{
    /// <summary>A line for each limit; none where everybody may enter.</summary>
    public async Task<IReadOnlyList<EligibilityLine>> LinesAsync(EligibilityTerms terms, CancellationToken ct)
    {
        if (terms.IsForEverybody) return [];

        var (codes, slugs) = (terms.Branches, terms.Positions);
        var branches = await db.Branches.Where(b => codes.Contains(b.Code)).OrderBy(b => b.Path)
            .Select(b => new { b.Name, b.EnglishName }).ToListAsync(ct);
        var positions = await db.Positions.Where(p => slugs.Contains(p.Slug)).OrderBy(p => p.Id)
            .Select(p => new { p.Name, p.EnglishName }).ToListAsync(ct);
        string?[] lines =
        [
            codes.Count == 0 ? null : words["Eligibility.OnlyBranches", List(branches.Select(b => say.In(b.Name, b.EnglishName)))].Value,
            slugs.Count == 0 ? null : words["Eligibility.OnlyPositions", List(positions.Select(p => say.In(p.Name, p.EnglishName)))].Value,
            terms.Level is { } level ? words["Eligibility.OnlyLevel", LevelAndAbove(level)].Value : null,
        ];
        var limits = lines.OfType<string>().Select(line => new EligibilityLine(line));
        return terms.Advancing is { } advancing ? [await AdvancingAsync(advancing, ct), .. limits] : [.. limits];
    }

    /// <summary>一级, 二级及以上.</summary>
    public string LevelAndAbove(int level) => level == 1 ? drills.Level(level) : words["Eligibility.LevelAndAbove", drills.Level(level)];

    private async Task<EligibilityLine> AdvancingAsync(AdvanceTerms terms, CancellationToken ct)
    {
        var title = await db.Competitions.Where(c => c.Id == terms.CompetitionId).Select(c => c.Title).SingleAsync(ct);
        return new EligibilityLine(words["Eligibility.OnlyAdvanced", title, terms.Ranks], terms.CompetitionId);
    }

    private string List(IEnumerable<string> names) => string.Join(words["ListSeparator"], names);
}
