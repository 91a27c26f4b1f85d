using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Reminders;

/// <summary>What making and changing an assignment have in common: the form, its check, and whom it covers.</summary>
public abstract class AssignmentPage(AcademyDb db, BankZone zone, TimeProvider clock, IStringLocalizer<RemindersTexts> words) : PageModel
{
    [BindProperty] public AssignmentForm Form { get; set; } = new();

    /// <summary>Says only whom it would cover; nothing is kept.</summary>
    [BindProperty] public bool Preview { get; set; }
    public Choices Choices { get; private set; } = null!;

    /// <summary>How many people at work it covers; null while the form says nothing that can be counted.</summary>
    public int? Covered { get; private set; }

    protected DateOnly Today => zone.DayOf(clock.GetUtcNow());

    protected async Task LoadChoicesAsync(CancellationToken ct) => Choices = await db.ChoicesAsync(ct);

    protected async Task<AssignmentTerms?> ReadAsync(bool isNew, CancellationToken ct)
    {
        var terms = await Form.ReadAsync(db, Choices, Today, isNew, Refuse, ct);
        if (terms is not null) await CountAsync(terms.Audience, ct);
        return terms;
    }

    protected async Task CountAsync(Audience audience, CancellationToken ct) => Covered = (await db.MusterAsync(ct)).Covered(audience).Count();

    protected void Refuse(string field, string reason, object about) => ModelState.AddModelError($"Form.{field}", words[reason, about]);
}
