using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Learning.Authoring;

/// <summary>One course in the authors' list.</summary>
public sealed record AuthoredCourse(
    string Slug, string Title, CourseState State, int Edition, DateOnly EditedOn, int Lessons, int Manuscripts);

[Authorize(Roles = Rights.Trainers)]
public sealed class AuthoredCoursesModel(AcademyDb db) : PageModel
{
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<AuthoredCourse> Courses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Paging = Paging.Of(Asked, await db.Courses.CountAsync(ct));
        Courses = await db.Courses.OrderBy(c => c.Order).ThenBy(c => c.Slug).Skip(Paging.Skip).Take(Paging.Size)
            .Select(c => new AuthoredCourse(
                c.Slug, c.Title, c.State, c.Edition, c.EditedOn,
                c.Lessons.Count(l => l.RetiredAt == null), c.Lessons.Count(l => l.RetiredAt == null && l.Manuscript != null)))
            .ToListAsync(ct);
    }
}
