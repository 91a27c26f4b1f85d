using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>
/// Begins a course again that a recurring assignment asks for again; otherwise everything stays as it is, and why is said.
/// </summary>
[Authorize]
public sealed class RestartModel(AcademyDb db, Dean dean, IStringLocalizer<AssignmentsTexts> words) : PageModel
{
    [FromRoute] public string Slug { get; set; } = "";

    public IActionResult OnGet() => RedirectToPage("/Learning/Course", new { Slug });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var published = db.Courses.Where(c => c.Slug == Slug && c.State == CourseState.Published);
        if (await published.Select(c => (long?)c.Id).SingleOrDefaultAsync(ct) is not { } courseId) return NotFound();

        if (await dean.RestartAsync(User.Id, courseId, ct) is { } refusal) TempData["Refused"] = words[$"Restart.{refusal}"].Value;
        return RedirectToPage("/Learning/Course", new { Slug });
    }
}
