using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>What preparing and changing a competition have in common: the form and its check.</summary>
public abstract class CompetitionPage(BankZone zone, IStringLocalizer<CompetitionsTexts> words) : FormPage
{
    [BindProperty] public CompetitionForm Form { get; set; } = new();

    /// <summary>Whether the form is shown to be filled in.</summary>
    public virtual bool MayChange => true;

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
        _ => EventTerms.MostTries,
    };
}
