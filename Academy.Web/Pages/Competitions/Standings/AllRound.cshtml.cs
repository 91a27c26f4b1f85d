using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Standings;

/// <summary>A row of the all-round board as somebody sees it; name and branch are null for who is not told by name.</summary>
public sealed record ShownAllRound(AllRoundRow Row, string? Name, string? Branch, bool IsOwn, bool IsAfterGap);

/// <summary>What the events of a competition come to for each person (全能), by what is public of them.</summary>
[Authorize]
public sealed class AllRoundModel(AcademyDb db, KeptBoards boards, Wording say, TimeProvider clock) : SumsPage(db, boards, clock)
{
    private readonly AcademyDb db = db;

    public IReadOnlyList<ShownAllRound> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var places = Board.PlacesFor(User.Id);
        var told = places.Select(place => Board.Rows[place]).Where(MayName).ToList();
        var (people, units) = (told.Select(row => row.EmployeeId).ToList(), told.Select(row => row.BranchId).ToList());
        var names = await db.Employees.Where(e => people.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        var branches = await db.Branches.Where(b => units.Contains(b.Id))
            .ToDictionaryAsync(b => b.Id, b => say.In(b.Name, b.EnglishName), ct);
        Rows = [.. places.Select((place, i) => Show(Board.Rows[place], i > 0 && places[i - 1] < place - 1))];
        return Page();

        ShownAllRound Show(AllRoundRow row, bool isAfterGap) => MayName(row)
            ? new ShownAllRound(row, NameOf(row) ?? names[row.EmployeeId], branches[row.BranchId], row.EmployeeId == User.Id, isAfterGap)
            : new ShownAllRound(row, null, null, false, isAfterGap);
    }

    private bool MayName(AllRoundRow row) => Board.IsNamed(row) || row.EmployeeId == User.Id;
}
