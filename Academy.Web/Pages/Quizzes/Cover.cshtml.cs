using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Quizzes;

[Authorize]
public sealed class CoverModel(AcademyDb db, BankZone zone, TimeProvider clock) : PageModel
{
    /// <summary>Left behind by a start for which there were too few questions.</summary>
    public const string FellShort = "FellShort";

    [FromRoute] public long Id { get; set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public QuizStanding Standing { get; private set; } = null!;
    public Quiz Quiz => Standing.Quiz;
    public AttemptSummary? Running => Standing.Running(Now);
    public AttemptRefusal? Refusal => Running is null ? Standing.Objection(Now) ?? (TempData[FellShort] is true ? AttemptRefusal.TooFewQuestions : null) : null;

    /// <summary>The last day for the person's assignment; null when nobody asks for the quiz.</summary>
    public DateOnly? AskedBy { get; private set; }
    public bool MayTake => User.IsInRole(Roles.Employee);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await db.QuizStandingsAsync(User.Id, Now, ct)).SingleOrDefault(q => q.Quiz.Id == Id) is not { } standing) return NotFound();

        Standing = standing;
        // Whether it is done is not said here: before the release that would tell whether the paper passed.
        var obligations = await db.ObligationsAsync(User.Id, zone, Now, ct);
        AskedBy = obligations.Where(o => o.Duty.Subject == standing.Quiz.Subject).Select(o => (DateOnly?)o.Duty.DueOn).Min();
        return Page();
    }
}
