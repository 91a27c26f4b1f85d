using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Practice;

/// <summary>Note counting at the desk by oneself: the time with its calls, and what one has counted, for one's own eyes.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class HandCountingModel(AcademyDb db, Coach coach, IStringLocalizer<JudgingTexts> words) : PageModel
{
    private const int Shown = 20;

    [FromRoute] public string Slug { get; set; } = "";

    /// <summary>By which the same form is known when it is sent again.</summary>
    [BindProperty] public Guid Run { get; set; } = Guid.NewGuid();
    [BindProperty] public int? Notes { get; set; }
    [BindProperty] public int? Wrong { get; set; }

    public Discipline Discipline { get; private set; } = null!;
    public IReadOnlyList<HandCount> Latest { get; private set; } = [];
    public int? Best { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = Notes is { } notes && ModelState.IsValid
            ? await coach.CountAsync(User.Id, Discipline, Run, notes, Wrong ?? 0, ct)
            : HandCountRefusal.OutOfBounds;
        if (refusal is not null)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Notes), words["HandCount.OutOfBounds", HandCount.MostNotes, HandCount.MostWrong]);
            return Page();
        }

        TempData["Flash"] = words["Done.Counted"].Value;
        return RedirectToPage(new { Slug });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (Discipline.Named(Slug) is not { Kind: DrillKind.Counting } discipline) return false;

        Discipline = discipline;
        var id = User.Id;
        var own = db.HandCounts.AsNoTracking().Where(c => c.EmployeeId == id && c.Discipline == discipline.Slug);
        Latest = await own.OrderByDescending(c => c.CountedAt).ThenByDescending(c => c.Id).Take(Shown).ToListAsync(ct);
        Best = await own.MaxAsync(c => (int?)c.Notes, ct);
        return true;
    }
}
