using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>What preparing and changing a competition have in common: the form and its check.</summary>
public abstract class CompetitionPage(AcademyDb db, BankZone zone, IStringLocalizer<CompetitionsTexts> words) : FormPage
{
    [BindProperty] public CompetitionForm Form { get; set; } = new();

    /// <summary>Whether the form is shown to be filled in.</summary>
    public virtual bool MayChange => true;

    /// <summary>Who may be the chief judge.</summary>
    public IReadOnlyList<SelectListItem> Judges { get; private set; } = [];

    /// <summary>What it may be limited to.</summary>
    public EligibilityChoices Eligibility { get; private set; } = new([], []);

    protected async Task FindChoicesAsync(CancellationToken ct)
    {
        Eligibility = new EligibilityChoices(
            await db.Branches.AsNoTracking().OrderBy(b => b.Path).ToListAsync(ct),
            await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct));
        var judges = await db.Employees.AsNoTracking().Employed().Holding(db, Roles.Judging.Split(',')).InOrderOfNames()
            .Select(e => new { e.Id, e.Name, Number = e.UserName! })
            .ToListAsync(ct);
        Judges = [.. judges.Select(judge => new SelectListItem($"{judge.Name} {judge.Number}", $"{judge.Id}"))];
    }

    protected CompetitionTerms? Read()
    {
        var terms = Form.Read(zone, Refuse);
        foreach (var refusal in terms?.Refusals() ?? []) Refuse(refusal);
        return ModelState.IsValid ? terms : null;
    }

    protected void Refuse(CompetitionRefusal refusal) =>
        ModelState.AddModelError(CompetitionForm.FieldOf(refusal), words[$"Refusal.{refusal}", Limit(refusal)]);

    private static int Limit(CompetitionRefusal refusal) => refusal switch
    {
        CompetitionRefusal.TitleTooLong => CompetitionTerms.LongestTitle,
        CompetitionRefusal.NoticeTooLong => CompetitionTerms.LongestNotice,
        CompetitionRefusal.TooLong => CompetitionTerms.LongestDays,
        CompetitionRefusal.JudgesOutOfRange => EventTerms.MostJudges,
        _ => EventTerms.MostTries,
    };
}
