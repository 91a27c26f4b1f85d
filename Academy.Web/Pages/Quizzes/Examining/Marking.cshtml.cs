using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Quizzes.Examining;

/// <summary>The quizzes that wait for the person as their marker (阅卷), the one that has waited longest first.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class MarkingModel(AcademyDb db) : PageModel
{
    [FromQuery(Name = "page")] public int Asked { get; set; } = 1;
    public Paging Paging { get; private set; } = null!;
    public IReadOnlyList<MarkingLoad> Loads { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var loads = db.MarkingLoads(User.BankUser);
        Paging = Paging.Of(Asked, await loads.CountAsync(ct));
        Loads = await loads.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
