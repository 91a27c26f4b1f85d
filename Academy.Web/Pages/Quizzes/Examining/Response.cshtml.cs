using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Quizzes.Examining;

/// <summary>One answer before its marker, who knows the paper by its receipt only.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ResponseModel(
    AcademyDb db, Examiner examiner, Recorder recorder, IStringLocalizer<QuizzesTexts> words) : PageModel
{
    [FromRoute] public long AttemptId { get; set; }
    [FromRoute] public int Slot { get; set; }
    [BindProperty] public MarkForm Given { get; set; } = new();
    public Attempt Attempt { get; private set; } = null!;
    public Slot Asked { get; private set; } = null!;
    public Answer Answer { get; private set; } = Answer.None;

    /// <summary>How long after the deadline the answer came; null when it came in time.</summary>
    public TimeSpan? LateBy { get; private set; }

    /// <summary>What was given so far, the last first, with who gave it.</summary>
    public IReadOnlyList<(Mark Mark, string By)> Earlier { get; private set; } = [];

    /// <summary>Whether somebody else has marked it, and it is not for the person to replace that.</summary>
    public bool IsOthers { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        Given = MarkForm.Of(Asked, Answer, Attempt.MarkOf(Slot));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        if (Given.Read(Asked) is not { } given) return Refuse(words["Mark.NoNumber"]);
        var refusal = await examiner.MarkAsync(AttemptId, Slot, given, User.Actor, ct);
        if (refusal == MarkRefusal.MarkedMeanwhile) return await ShowOtherAsync(ct);
        if (refusal is not null) return Refuse(words[$"Mark.{refusal}"]);

        TempData["Flash"] = words["Mark.Saved", Attempt.Receipt, Slot, given.Points].Value;
        var next = given.Seen is null ? await db.Waiting(Attempt.QuizId, User.BankUser).FirstOrDefaultAsync(ct) : null;
        if (next is null) return RedirectToPage("QuizMarking", new { Id = Attempt.QuizId });
        return RedirectToPage(new { next.AttemptId, next.Slot });
    }

    /// <summary>What was entered stays; whoever reads who was faster may put their own mark in its place.</summary>
    private async Task<IActionResult> ShowOtherAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Earlier is not [var (standing, by), ..]) return NotFound();

        Given.Seen = standing.Id;
        return Refuse(IsOthers ? words["Marking.Others", by] : words["Mark.MarkedMeanwhile", by, standing.Points]);
    }

    private PageResult Refuse(LocalizedString why)
    {
        ModelState.AddModelError("", why);
        return Page();
    }

    /// <summary>The answer, which is shown from then on: that is written down.</summary>
    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var marker = User.BankUser;
        var submitted = db.PapersFor(marker).WithPaper().AsNoTracking().Where(a => a.SubmittedAt != null);
        var attempt = await submitted.SingleOrDefaultAsync(a => a.Id == AttemptId, ct);
        if (attempt?.Slots.SingleOrDefault(s => s.Number == Slot) is not { Question.IsMarkedByPerson: true } slot) return false;

        (Attempt, Asked) = (attempt, slot);
        var response = attempt.Responses.SingleOrDefault(r => r.Slot == Slot);
        Answer = Answer.Stored(slot.Question, response?.Value);
        LateBy = response is { IsLate: true } ? response.SavedAt - attempt.DueAt : null;
        var marks = attempt.Marks.Where(m => m.Slot == Slot).OrderByDescending(m => m.Id).ToList();
        var markers = marks.Select(m => m.MarkerId).ToList();
        var names = await db.Users.Where(e => markers.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        Earlier = [.. marks.Select(m => (m, names[m.MarkerId]))];
        IsOthers = marks is [var standing, ..] && standing.MarkerId != marker.Id
            && !await db.Quizzes.KeptBy(marker).AnyAsync(q => q.Id == attempt.QuizId, ct);
        if (Answer.IsEmpty) return false;

        var person = await db.Employees.Where(e => e.Id == attempt.EmployeeId).Select(e => new { e.UserName, e.Name }).SingleAsync(ct);
        await recorder.LookedAsync(
            User.Actor, QuizTrail.ResponseRead, QuizTrail.Attempt, attempt.Receipt,
            QuizTrail.PaperOf(attempt.Quiz.Terms.Title, person.UserName!, person.Name),
            new ResponseReadFacts(Slot, HttpContext.Caller.AddressText), ct);
        return true;
    }
}
