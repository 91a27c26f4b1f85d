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
    public IReadOnlyList<QuizState> Closing { get; private set; } = [];
    public IReadOnlyList<QuizState> AlwaysOpen { get; private set; } = [];
    public IReadOnlyList<QuizState> Over { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var quizzes = await db.QuizStatesAsync(User.Id, Now, ct);
        Over = [.. quizzes.Where(q => q.Quiz.Terms.IsClosed(Now)).OrderByDescending(q => q.Quiz.Terms.ClosesAt)];
        var limited = quizzes.Where(q => q.Quiz.Terms.ClosesAt is not null && !q.Quiz.Terms.IsClosed(Now));
        Closing = [.. limited.OrderBy(q => q.Quiz.Terms.ClosesAt)];
        AlwaysOpen = [.. quizzes.Where(q => q.Quiz.Terms.ClosesAt is null)];
    }
}
