using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Quizzes;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Learning;

[Authorize]
public sealed class CourseModel(AcademyDb db, TimeProvider clock) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";
    public CourseStanding Course { get; private set; } = null!;

    /// <summary>The quiz that concludes the course, with the reader's attempts.</summary>
    public QuizStanding? Quiz { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.CourseStandingsAsync(User.Id, Slug, ct) is not [var course]) return NotFound();

        Course = course;
        Quiz = (await db.QuizStandingsAsync(User.Id, clock.GetUtcNow(), ct)).FirstOrDefault(q => q.Quiz.Course == Slug);
        return Page();
    }
}
