using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Quizzes;

[Authorize]
public sealed class QuizzesModel(AcademyDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<QuizStanding> Closing { get; private set; } = [];
    public IReadOnlyList<QuizStanding> AlwaysOpen { get; private set; } = [];
    public IReadOnlyList<QuizStanding> Over { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var quizzes = await db.QuizStandingsAsync(User.Id, Now, ct);
        Over = [.. quizzes.Where(q => q.Quiz.IsClosed(Now)).OrderByDescending(q => q.Quiz.ClosesAt)];
        Closing = [.. quizzes.Where(q => q.Quiz.ClosesAt is not null && !q.Quiz.IsClosed(Now)).OrderBy(q => q.Quiz.ClosesAt)];
        AlwaysOpen = [.. quizzes.Where(q => q.Quiz.ClosesAt is null)];
    }
}
