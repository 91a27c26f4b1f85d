using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>Reads what is typed into the forms of people, units and positions, and offers what there is to choose from.</summary>
public sealed class RollForms(AcademyDb db, Wording say, IStringLocalizer<PeopleTexts> words)
{
    /// <summary>What is typed, as it is kept; what cannot be entered is refused.</summary>
    public string Entry(ModelStateDictionary state, string field, string? typed, RollEntry rule)
    {
        var entry = rule.Read(typed);
        if (rule.ProblemOf(entry) is { } problem) state.AddModelError(field, WordsFor(problem, rule));
        return entry;
    }

    public async Task<Branch?> BranchAsync(ModelStateDictionary state, string field, string? code, CancellationToken ct)
    {
        var branch = await db.Branches.Include(b => b.Parent).SingleOrDefaultAsync(b => b.Code == code, ct);
        if (branch is null) state.AddModelError(field, words["Form.ChooseBranch"]);
        return branch;
    }

    public async Task<Position?> PositionAsync(ModelStateDictionary state, string field, string? slug, CancellationToken ct)
    {
        var position = await db.Positions.SingleOrDefaultAsync(p => p.Slug == slug, ct);
        if (position is null) state.AddModelError(field, words["Form.ChoosePosition"]);
        return position;
    }

    /// <summary>The open units in the order of the tree, the lower ones indented.</summary>
    public async Task<IReadOnlyList<SelectListItem>> BranchChoicesAsync(string? first, CancellationToken ct)
    {
        var branches = await db.Branches
            .AsNoTracking()
            .Open()
            .OrderBy(b => b.Path)
            .Select(b => new { b.Code, b.Name, b.EnglishName, b.Path })
            .ToListAsync(ct);
        return
        [
            new SelectListItem(first ?? words["Form.ChooseBranch"], ""),
            .. branches.Select(b => new SelectListItem(
                $"{new string('\u3000', b.Path.Count(c => c == '/') - 2)}{b.Code} {say.In(b.Name, b.EnglishName)}",
                b.Code)),
        ];
    }

    public async Task<IReadOnlyList<SelectListItem>> PositionChoicesAsync(string? first, CancellationToken ct)
    {
        var positions = await db.Positions
            .AsNoTracking()
            .OrderBy(p => p.Id)
            .Select(p => new { p.Slug, p.Name, p.EnglishName })
            .ToListAsync(ct);
        return
        [
            new SelectListItem(first ?? words["Form.ChoosePosition"], ""),
            .. positions.Select(p => new SelectListItem(say.In(p.Name, p.EnglishName), p.Slug)),
        ];
    }

    private string WordsFor(EntryProblem problem, RollEntry rule) => problem switch
    {
        EntryProblem.Missing => words["Form.Missing"],
        EntryProblem.TooLong => words["Form.TooLong", Count.Of(rule.Longest)],
        _ when rule == RollEntry.PinyinKey => words["Form.Pinyin"],
        _ when rule == RollEntry.MailAddress => words["Form.Mail"],
        _ when rule == RollEntry.PositionSlug => words["Form.Slug"],
        _ => words["Form.Code"],
    };
}
