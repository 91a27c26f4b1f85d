using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.People;

/// <summary>A person as the list shows it.</summary>
public sealed record RollRow(
    string Number, string Name, string Branch, string BranchEnglish, string Position, string PositionEnglish,
    Employment Employment, LeaveKind? Leave, bool IsDisabled, bool HasPassword);

[Authorize(Roles = Roles.Administrator)]
public sealed class RollModel(AcademyDb db, RollForms forms) : PageModel
{
    [FromQuery(Name = "q")] public string? Text { get; set; }
    [FromQuery(Name = "branch")] public string? BranchCode { get; set; }
    [FromQuery(Name = "position")] public string? PositionSlug { get; set; }
    [FromQuery] public Employment? Employment { get; set; }
    [FromQuery] public string? Role { get; set; }
    [FromQuery] public AccountState? Account { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public IReadOnlyList<RollRow> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Branches { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Positions { get; private set; } = [];
    public Paging Paging { get; private set; } = new(1, 0);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Branches = await forms.BranchChoicesAsync("", ct);
        Positions = await forms.PositionChoicesAsync("", ct);
        var people = await FilteredAsync(ct);
        Paging = Paging.Of(PageNumber, await people.CountAsync(ct));
        People = await people.InOrderOfNames().Skip(Paging.Skip).Take(Paging.Size).Select(e => new RollRow(
            e.UserName!, e.Name, e.Branch.Name, e.Branch.EnglishName, e.Position.Name, e.Position.EnglishName,
            e.Employment, e.Leave, e.DisabledAt != null, e.PasswordHash != null)).ToListAsync(ct);
    }

    private async Task<IQueryable<Employee>> FilteredAsync(CancellationToken ct)
    {
        var people = db.Employees.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Text)) people = people.Called(Text);
        if (!string.IsNullOrEmpty(BranchCode))
        {
            var path = await db.Branches.Where(b => b.Code == BranchCode).Select(b => b.Path).SingleOrDefaultAsync(ct);
            people = path is null ? people.Where(_ => false) : people.Within(path);
        }

        if (!string.IsNullOrEmpty(PositionSlug)) people = people.Where(e => e.Position.Slug == PositionSlug);
        if (Employment is { } employment) people = people.Where(e => e.Employment == employment);
        if (!string.IsNullOrEmpty(Role)) people = people.Holding(db, Role);
        return Account is { } account ? people.InState(account) : people;
    }
}
