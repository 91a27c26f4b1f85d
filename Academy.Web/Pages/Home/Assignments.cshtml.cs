using Academy.Domain.Assignments;
using Academy.Domain.Data;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Pages.Home;

/// <summary>All that one person is asked to finish, done or not.</summary>
[Authorize]
public sealed class AssignmentsModel(AcademyDb db, BankZone zone, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Agenda Agenda { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Agenda = await db.AgendaAsync(User.Id, zone, Now, ct);
}
