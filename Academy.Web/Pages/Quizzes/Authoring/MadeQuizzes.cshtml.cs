using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes.Authoring;

/// <summary>A quiz in the list of those who make them.</summary>
public sealed record MadeQuiz(Quiz Quiz, int Attempts, string? Owner);

/// <summary>One's own quizzes; those of all trainers for an administrator.</summary>
[Authorize(Roles = QuizMakingPage.Makers)]
public sealed class MadeQuizzesModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<MadeQuiz> Quizzes { get; private set; } = [];
    public bool ShowsOwners => User.IsInRole(Roles.Administrator);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (attempts, people) = (db.Attempts, db.Users);
        Quizzes = await db.Quizzes.EditableBy(User.Id, ShowsOwners).AsNoTracking().OrderByDescending(q => q.Id)
            .Select(q => new MadeQuiz(q, attempts.Count(a => a.QuizId == q.Id), people.Where(e => e.Id == q.OwnerId).Select(e => e.Name).FirstOrDefault())).ToListAsync(ct);
    }
}
