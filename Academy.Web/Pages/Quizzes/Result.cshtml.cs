using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes;

/// <summary>How one question of a paper went.</summary>
public sealed record MarkedSlot(Slot Slot, IReadOnlyList<string> Keys, Points Awarded, ClauseAddress? Clause)
{
    public bool IsRight => Awarded == Slot.Worth;
    public bool IsHalf => !IsRight && Awarded > Points.Zero;
}

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
    public bool ShowsScore => Quiz.ReleasesScore(Now);
    public bool ShowsAnswers => ShowsScore && Quiz.ReleasesAnswers(Now);
    public IReadOnlyList<MarkedSlot> Slots { get; private set; } = [];
    public IEnumerable<MarkedSlot> Missed => Slots.Where(s => !s.IsRight);
    public IEnumerable<Part> Parts => Slots.GroupBy(s => s.Slot.Version.Type)
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
        var clauses = await db.ClauseAddressesAsync([.. attempt.Slots.Select(s => s.Version.Text.Topic).OfType<string>().Distinct()], ct);
        Slots = [.. attempt.Slots.Select(slot => Mark(slot, clauses))];
        return Page();
    }

    private Task<Attempt?> FindAsync(CancellationToken ct) =>
        db.Attempts.Of(User.Id).WithPaper().AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, ct);

    private MarkedSlot Mark(Slot slot, Dictionary<string, ClauseAddress> clauses)
    {
        var response = Attempt.Responses.SingleOrDefault(r => r.Slot == slot.Number);
        return new MarkedSlot(
            slot, Answer.KeysOf(response?.Value), response?.Awarded ?? Points.Zero,
            slot.Version.Text.Topic is { } topic ? clauses.GetValueOrDefault(topic) : null);
    }
}
