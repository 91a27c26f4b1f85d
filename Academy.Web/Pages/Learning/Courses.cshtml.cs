using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Learning;

[Authorize]
public sealed class CoursesModel(AcademyDb db) : PageModel
{
    public IReadOnlyList<CourseProgress> Courses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Courses = await db.CourseProgressAsync(User.Id, null, ct);
}
