using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>Where somebody objects to a result of an event of theirs, and reads what was decided on it.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class OwnObjectionModel(AcademyDb db, Committee committee, TimeProvider clock, IStringLocalizer<ResultsTexts> words)
    : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty] public string? Text { get; set; }
    public Competition Competition { get; private set; } = null!;
    public Event Event { get; private set; } = null!;

    /// <summary>One's own, the last first.</summary>
    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    /// <summary>Until when one may object.</summary>
    public DateTimeOffset Until { get; private set; }

    public bool MayObject =>
        Competition.TakesObjections(clock.GetUtcNow(), Until) && Objections.All(objection => objection.State != ObjectionState.Open);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var refusal = await committee.RaiseAsync(Id, Text, User.Actor, ct);
        if (refusal is null)
        {
            this.Say(null, words["Objection.Sent"]);
            return RedirectToPage(new { Id });
        }

        var field = refusal is ObjectionRefusal.TextMissing or ObjectionRefusal.TextTooLong ? nameof(Text) : "";
        ModelState.AddModelError(field, words[$"Objection.Refusal.{refusal}", Objection.LongestText]);
        return Page();
    }

    /// <summary>Only who took part in it finds it.</summary>
    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var own = User.Id;
        var found = await db.Competitions.AsNoTracking().Published().WithEvents()
            .SingleOrDefaultAsync(c => c.Events.Any(e => e.Id == Id), ct);
        if (found is null) return false;

        (Competition, Event) = (found, found.Events.Single(e => e.Id == Id));
        if (!await db.TookPartAsync(found, Event, own, ct)) return false;

        Until = await db.ObjectionsUntilAsync(found, ct);
        Objections = await db.Objections.AsNoTracking().Of(own).Where(o => o.EventId == Id).OrderByDescending(o => o.Id).ToListAsync(ct);
        return true;
    }
}
