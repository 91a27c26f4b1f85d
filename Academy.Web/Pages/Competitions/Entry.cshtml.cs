using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions;

/// <summary>
/// Before a try at an event: a look at keys and line. Posting it starts the try, or goes on with the running one. Who is to answer a quiz
/// reads by what it is ranked, and goes on to the quiz.
/// </summary>
[Authorize(Roles = Roles.Employee)]
public sealed class EntryModel(
    AcademyDb db, Convener convener, LevelTable levels, TimeProvider clock, IStringLocalizer<CompetitionsTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public Event Event { get; private set; } = null!;
    public int Left { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>How one stands with the quiz that is answered; null where none is.</summary>
    public QuizState? Quiz { get; private set; }

    /// <summary>Why it is not for whoever looks; null where it is.</summary>
    public EligibilityRefusal? NotEligible { get; private set; }

    /// <summary>Why no try may be started, in words; null where one may.</summary>
    public string? Obstacle
    {
        get
        {
            if (Event.Competition.State(Now) != CompetitionState.Running) return words["Start.NotRunning"];
            if (NotEligible is { } refusal) return words[$"NotEligible.{refusal}"];
            return Left > 0 ? null : words["Start.NoTryLeft"].Value;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (run, refusal) = await convener.StartAsync(User.Id, Id, ct);
        if (refusal == StartRefusal.NoSuchEvent) return NotFound();
        if (run is { } id) return RedirectToPage("/Competitions/Drills/Run", new { id });

        await FindAsync(ct);
        ModelState.AddModelError("", words[$"Start.{refusal}"]);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is null or { Drill.IsJudged: true }) return false;
        if (found.QuizId is { } quiz)
        {
            Quiz = (await db.QuizStatesAsync(db.Quizzes.Where(q => q.Id == quiz), User.Id, Now, ct)).Single();
            (Event, Left) = (found, QuizRules.Left(found, Quiz));
        }
        else (Event, Left) = (found, found.Tries - await db.DrillRuns.Of(User.Id).CountAsync(r => r.EventId == Id, ct));

        var refused = await db.NotEligibleAsync(found, [User.Id], levels, ct);
        NotEligible = refused.TryGetValue(User.Id, out var refusal) ? refusal : null;
        return true;
    }
}
