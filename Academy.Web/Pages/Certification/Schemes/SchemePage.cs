using Academy.Domain.Certification;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Web.Pages.Competitions.Drills;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Certification.Schemes;

/// <summary>What making and changing a scheme have in common: the form, and what there is to choose from.</summary>
public abstract class SchemePage(AcademyDb db, CertificateWords certificates, DrillWords drills, IStringLocalizer<CertificationTexts> words)
    : FormPage
{
    [BindProperty] public SchemeForm Form { get; set; } = new();
    public IReadOnlyList<Position> Positions { get; private set; } = [];

    /// <summary>All that can be asked for, the kind before the name.</summary>
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    protected async Task LoadAsync(CancellationToken ct)
    {
        Positions = await db.Positions.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct);
        var titles = await certificates.TitlesAsync(ct);
        Subjects =
        [
            new(words["Requirement.None"], ""),
            .. from subject in titles.All
               let kind = subject.Subject.Kind == SubjectKind.Quiz ? RequirementKind.Quiz : RequirementKind.Course
               select Choice(kind, subject.Slug, subject.Title),
            .. Discipline.Practiced.Select(drill => Choice(RequirementKind.Drill, drill.Slug, drills.Name(drill))),
            .. Discipline.All.Select(drill => Choice(RequirementKind.Contest, drill.Slug, drills.Name(drill))),
        ];
    }

    protected void Refuse(SchemeRefusal refusal)
    {
        var limit = refusal switch
        {
            SchemeRefusal.TitleTooLong => SchemeTerms.LongestTitle,
            SchemeRefusal.TooManyRequirements => SchemeTerms.MostRequirements,
            SchemeRefusal.MonthsOutOfRange => Requirement.MostMonths,
            SchemeRefusal.ValidityOutOfRange => SchemeTerms.MostMonths,
            SchemeRefusal.WindowOutOfRange => Math.Max(0, SchemeTerms.LongestWindow(Form.ValidMonths ?? 0)),
            SchemeRefusal.GraceOutOfRange => SchemeTerms.MostGraceDays,
            _ => 0,
        };
        var field = SchemeForm.FieldOf(refusal);
        ModelState.AddModelError(field.Length == 0 ? "" : $"Form.{field}", words[$"Scheme.Refusal.{refusal}", limit]);
    }

    private SelectListItem Choice(RequirementKind kind, string slug, string title) =>
        new(words[$"Kind.{kind}", title], RequirementRow.KeyOf(kind, slug));
}
