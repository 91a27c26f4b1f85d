using Academy.Domain.Assignments;
using Academy.Domain.Competitions;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

[Authorize]
public sealed class CoverModel(AcademyDb db, BankZone zone, TimeProvider clock) : PageModel
{
    /// <summary>Left behind by a start for which there were too few questions.</summary>
    public const string FellShort = "FellShort";

    [FromRoute] public long Id { get; set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public QuizState State { get; private set; } = null!;
    public QuizOutline Quiz => State.Quiz;
    public Blueprint Blueprint { get; private set; } = null!;
    public AttemptSummary? Running => State.Running(Now);
    public AttemptRefusal? Refusal => Running is null ? State.Refusal(Now) ?? Shortage : null;

    /// <summary>The last day for the person's assignment; null when nobody asks for the quiz.</summary>
    public DateOnly? AskedBy { get; private set; }
    public bool MayTake => User.IsInRole(Roles.Employee);

    /// <summary>The competition in which a paper counts that is begun now, by its number; null where none is.</summary>
    public (long Id, string Title)? Contest { get; private set; }

    /// <summary>Whether the person marks what is answered in it and only a person can mark.</summary>
    public bool MayMark { get; private set; }

    private AttemptRefusal? Shortage => TempData[FellShort] is true ? AttemptRefusal.TooFewQuestions : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var quiz = db.Quizzes.Published().Where(q => q.Id == Id);
        if ((await db.QuizStatesAsync(quiz, User.Id, Now, ct)).SingleOrDefault() is not { } state) return NotFound();

        State = state;
        Blueprint = await quiz.Select(q => q.Blueprint).SingleAsync(ct);
        // Whether it is done is not said here: before the release that would tell whether the paper passed.
        var obligations = await db.ObligationsAsync(User.Id, zone, Now, ct);
        AskedBy = obligations.Where(o => o.Duty.Subject == state.Quiz.Subject).Select(o => (DateOnly?)o.Duty.DueOn).Min();
        Contest = await db.ContestOfAsync(Id, User.Id, Now, ct);
        MayMark = User.IsInAny(Rights.Trainers)
            && Blueprint.Sections.Any(s => s.Type is QuestionType.ShortAnswer or QuestionType.Essay or QuestionType.Case)
            && await quiz.MarkedBy(User.BankUser).AnyAsync(ct);
        return Page();
    }
}
