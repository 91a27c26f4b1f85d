using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Learning;

[Authorize]
public sealed class CourseModel(AcademyDb db, Dean dean, BankZone zone, TimeProvider clock) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";
    public CourseProgress Course { get; private set; } = null!;

    /// <summary>The quiz that concludes the course, with the reader's attempts.</summary>
    public QuizState? Quiz { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What the reader is asked: the most pressing of what is not done.</summary>
    public Obligation? Obligation { get; private set; }
    public bool MayRestart { get; private set; }

    /// <summary>What the course asks the reader to sign, if anything.</summary>
    public Signature? Signature { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.CourseProgressAsync(User.Id, Slug, ct) is not [var course]) return NotFound();

        Course = course;
        var concluding = db.Quizzes.Published().Where(q => q.Terms.Course == Slug);
        Quiz = (await db.QuizStatesAsync(concluding, User.Id, clock.GetUtcNow(), ct)).FirstOrDefault();
        Obligation = (await db.ObligationsAsync(User.Id, zone, Now, ct)).Where(o => o.Duty.Subject == course.Subject)
            .OrderBy(o => o.IsDone).ThenBy(o => o.Duty.DueOn).FirstOrDefault();
        MayRestart = course.IsFinished && Obligation is { IsDone: false } && await dean.RestartRefusalAsync(
            User.Id, course.Subject.Id, ct) is null;
        Signature = await db.SignatureAsync(User.Id, Slug, ct);
        return Page();
    }
}
