using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>What making and changing an assignment have in common: the form, its check, and whom it covers.</summary>
public abstract class AssignmentPage(
    AcademyDb db, SubjectCatalogue catalogue, CoverageLedger ledger, Wording say, IStringLocalizer<AssignmentsTexts> words) : FormPage
{
    private Coverage coverage = null!;

    [BindProperty] public AssignmentForm Form { get; set; } = new();

    /// <summary>Says only whom it would cover; nothing is kept.</summary>
    [BindProperty] public bool Preview { get; set; }
    public Choices Choices { get; private set; } = null!;

    /// <summary>How many people at work it covers; null while the form says nothing that can be counted.</summary>
    public int? Covered { get; private set; }

    protected DateOnly Today => coverage.Day;

    protected async Task LoadAsync(CancellationToken ct)
    {
        coverage = await ledger.ReadAsync(ct);
        Choices = await db.ChoicesAsync(catalogue, ct);
    }

    protected async Task<AssignmentTerms?> ReadAsync(bool isNew, CancellationToken ct)
    {
        var terms = await Form.ReadAsync(db, Today, isNew, Refuse, ct);
        if (terms is not null) Count(terms.Audience);
        return terms;
    }

    protected void Count(Audience audience) => Covered = coverage.AtWorkIn(audience).Count();

    /// <summary>Why nothing was done, with what and who was in the way.</summary>
    protected async Task<string> WordsAsync(AssignmentRefusal refusal, long? there, CancellationToken ct)
    {
        switch (refusal)
        {
            case AssignmentRefusal.UnitClosed:
                var closed = (await db.ClosedAsync(Form.Branches, ct)).Select(unit => say.In(unit.Name, unit.EnglishName));
                return words["Refusal.UnitClosed", string.Join(words["ListSeparator"], closed)];
            case AssignmentRefusal.AlreadyAsked:
                var maker = db.Assignments.Where(a => a.Id == there).Select(a => a.MadeById);
                return words["AskedBy", await db.Employees.Where(e => maker.Contains(e.Id)).Select(e => e.Name).SingleAsync(ct)];
            default:
                return words[$"Refusal.{refusal}"];
        }
    }

    protected void Refuse(string field, string reason, object about) => ModelState.AddModelError($"Form.{field}", words[reason, about]);
}
