using System.Text.RegularExpressions;
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
public sealed partial class RollForms(AcademyDb db, Wording say, IStringLocalizer<PeopleTexts> words)
{
    public const int LongestNumber = 20;

    /// <summary>The text in one line; an entry that is missing or too long is objected to.</summary>
    public string Text(ModelStateDictionary state, string field, string? text, int longest = 100, bool isRequired = true)
    {
        var trimmed = OneLine.Of(text);
        if (trimmed.Length == 0 && isRequired) state.AddModelError(field, words["Form.Missing"]);
        else if (trimmed.Length > longest) state.AddModelError(field, words["Form.TooLong", Count.Of(longest)]);
        return trimmed;
    }

    /// <summary>Whether it may be a number or code.</summary>
    public static bool IsCode(string code) => code.Length <= LongestNumber && CodeForm().IsMatch(code);

    /// <summary>A number or code, part of addresses: letters, digits and hyphens, at least one digit.</summary>
    public string Code(ModelStateDictionary state, string field, string? text)
    {
        var code = Text(state, field, text, LongestNumber);
        if (code.Length is > 0 and <= LongestNumber && !IsCode(code)) state.AddModelError(field, words["Form.Code"]);
        return code;
    }

    public string PinyinKey(ModelStateDictionary state, string field, string? text, bool isRequired = true)
    {
        var key = Spaces().Replace(Text(state, field, text, isRequired: isRequired), " ").ToLowerInvariant();
        if (key.Length > 0 && !PinyinForm().IsMatch(key)) state.AddModelError(field, words["Form.Pinyin"]);
        return key;
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

    [GeneratedRegex(@"^(?=.*[0-9])[A-Za-z0-9-]+\z")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^[a-z0-9 '·-]+\z")]
    private static partial Regex PinyinForm();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
