using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>A quiz in the list of those who make them.</summary>
public sealed record MadeQuiz(QuizOutline Quiz, int Attempts, string? Owner);

/// <summary>One's own quizzes; those of all trainers for an administrator.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class MadeQuizzesModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<MadeQuiz> Quizzes { get; private set; } = [];
    public bool ShowsOwners => User.IsInRole(Roles.Administrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var editable = db.Quizzes.EditableBy(User.Id, ShowsOwners);
        var outlines = await editable.OrderByDescending(q => q.Id).Outlines().ToListAsync(ct);
        var attempts = await db.Attempts.Where(a => editable.Any(q => q.Id == a.QuizId))
            .GroupBy(a => a.QuizId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var owners = await editable.Join(db.Users, q => q.OwnerId, e => e.Id, (q, e) => new { q.Id, e.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        Quizzes = [.. outlines.Select(quiz => new MadeQuiz(quiz, attempts.GetValueOrDefault(quiz.Id), owners.GetValueOrDefault(quiz.Id)))];
    }
}
