using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Auditing;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.People;

/// <summary>A posting with the names of its branch and position.</summary>
public sealed record PostingRow(
    DateOnly From,
    DateOnly? Until,
    string Branch,
    string BranchEnglish,
    string Position,
    string PositionEnglish,
    Employment Employment,
    LeaveKind? Leave);

[Authorize(Roles = Roles.Administrator)]
public sealed class PersonModel(AcademyDb db, Tries tries, TimeProvider clock, LastActs last, IStringLocalizer<PeopleTexts> words)
    : PersonPage(db, last, words)
{
    private const int ChangesShown = 10;

    private readonly AcademyDb db = db;

    public IReadOnlyList<PostingRow> Postings { get; private set; } = [];
    public IReadOnlyList<AuditEntry> Changes { get; private set; } = [];
    public IReadOnlyList<string> Held { get; private set; } = [];

    /// <summary>Whether too many wrong tries keep the number shut somewhere.</summary>
    public bool IsLocked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var (id, number) = (Person.Id, Person.Number);
        IsLocked = tries.AreUsedUp(number, Person.UnlockedAt, clock.GetUtcNow());
        Postings = await (
            from posting in db.Postings
            join branch in db.Branches on posting.BranchId equals branch.Id
            join position in db.Positions on posting.PositionId equals position.Id
            where posting.EmployeeId == id
            orderby posting.From descending
            select new PostingRow(
                posting.From, posting.Until, branch.Name, branch.EnglishName, position.Name, position.EnglishName, posting.Employment,
                posting.Leave)).ToListAsync(ct);
        var held = await db.UserRoles
            .Where(r => r.UserId == id)
            .Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name)
            .ToListAsync(ct);
        Held = [.. Roles.All.Where(held.Contains)];
        Changes = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == PeopleTrail.Person && e.SubjectKey == number)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(ChangesShown).ToListAsync(ct);
        return Page();
    }
}
