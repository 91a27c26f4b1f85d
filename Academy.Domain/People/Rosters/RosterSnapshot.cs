using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Rosters;

public sealed record BranchFacts(string Code, string Name, string English, BranchKind Kind, string Parent, bool IsClosed = false);

public sealed record PersonFacts(
    string Number, string Name, string Pinyin, string Branch, string Position, EmploymentState State, string Mail = "");

public sealed record KnownPosition(string Slug, string Name, string English);

/// <summary>The roll as it is now, by codes instead of ids: what an import is compared with.</summary>
public sealed record RosterSnapshot(
    IReadOnlyList<BranchFacts> Branches, IReadOnlyList<KnownPosition> Positions, IReadOnlyList<PersonFacts> People)
{
    public static async Task<RosterSnapshot> TakeAsync(AcademyDb db, CancellationToken ct)
    {
        var branches = await db.Branches
            .Select(b => new BranchFacts(b.Code, b.Name, b.EnglishName, b.Kind, b.Parent == null ? "" : b.Parent.Code, b.ClosedAt != null))
            .ToListAsync(ct);
        var positions = await db.Positions.Select(p => new KnownPosition(p.Slug, p.Name, p.EnglishName)).ToListAsync(ct);
        var people = await db.Employees.OrderBy(e => e.Id).Select(e => new PersonFacts(
            e.UserName!, e.Name, e.PinyinKey, e.Branch.Code, e.Position.Slug, new EmploymentState(e.Employment, e.Leave), e.Email ?? ""))
            .ToListAsync(ct);
        return new RosterSnapshot(branches, positions, people);
    }
}
