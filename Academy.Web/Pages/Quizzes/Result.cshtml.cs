using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>The points of all questions of one type.</summary>
public sealed record Part(QuestionType Type, int Count, Points Awarded, Points Worth);

/// <summary>The result of an attempt, as far as the review policy releases it.</summary>
[Authorize(Roles = Roles.Employee)]
public sealed class ResultModel(AcademyDb db, Invigilator invigilator, TimeProvider clock) : PageModel
{
    [FromRoute] public long Id { get; set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Attempt Attempt { get; private set; } = null!;
    public Quiz Quiz => Attempt.Quiz;
    public bool IsReleased => Quiz.Terms.ReleasesScore(Now);
    public bool ShowsScore => IsReleased && !Attempt.AwaitsMarks;
    public bool ShowsAnswers => IsReleased && Quiz.Terms.ReleasesAnswers(Now);

    /// <summary>Of a paper that persons have yet to mark: what is known of its score may be shown.</summary>
    public bool ShowsKnown => IsReleased && Attempt.AwaitsMarks;
    public IReadOnlyList<MarkedSlot> Slots { get; private set; } = [];
    public IEnumerable<MarkedSlot> Missed => Slots.Where(s => !s.IsRight);
    public IReadOnlyList<MarkedSlot> Waiting => [.. Slots.Where(s => s.IsWaiting)];
    public IEnumerable<Part> Parts => Slots.Where(s => !s.IsWaiting).GroupBy(s => s.Slot.Version.Type)
        .Select(g => new Part(g.Key, g.Count(), g.Sum(s => s.Awarded), g.Sum(s => s.Slot.Worth)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } attempt) return NotFound();
        if (attempt.IsOverdue(Now))
        {
            await invigilator.SubmitAsync(Id, ct);
            attempt = (await FindAsync(ct))!;
        }

        if (!attempt.IsSubmitted) return RedirectToPage("Attempt", new { Id });

        Attempt = attempt;
        var clauses = await db.ClauseAddressesAsync([.. attempt.Slots.Select(MarkedSlot.TopicOf).OfType<string>().Distinct()], ct);
        Slots = [.. attempt.Slots.Select(slot => Mark(slot, clauses))];
        return Page();
    }

    private Task<Attempt?> FindAsync(CancellationToken ct) =>
        db.Attempts.Of(User.Id).WithPaper().AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, ct);

    private MarkedSlot Mark(Slot slot, Dictionary<string, ClauseAddress> clauses) =>
        new(Attempt, slot, MarkedSlot.TopicOf(slot) is { } topic ? clauses.GetValueOrDefault(topic) : null);
}
