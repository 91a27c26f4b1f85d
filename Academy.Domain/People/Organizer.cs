using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum OrganizerRefusal
{
    Malformed, CodeTaken, WouldCircle, TooDeep, ParentClosed, HasPeople, HasUnits, ChangedMeanwhile, MayNotAdminister,
}

/// <summary>What a new unit is called and what it is.</summary>
public sealed record BranchTerms(string Code, string Name, string EnglishName, BranchKind Kind);

/// <summary>
/// Shapes the organization: its units, how they hang together, and its positions. Whoever puts other entries in place of those shown
/// says what was shown; where it is another by then, or who does it does not administer any more, nothing is done.
/// </summary>
public sealed class Organizer(AcademyDb db, TimeProvider clock)
{
    public async Task<OrganizerRefusal?> AddBranchAsync(Actor actor, BranchTerms terms, long parentId, CancellationToken ct)
    {
        if (!RollEntry.BranchCode.Accepts(terms.Code) || !AreTitles(terms.Name, terms.EnglishName)) return OrganizerRefusal.Malformed;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var code = terms.Code;
        if (await db.Branches.SingleOrDefaultAsync(b => b.Code == code, ct) is { } there)
            return await IsAddedAsync(actor, there, terms, parentId, ct) ? null : OrganizerRefusal.CodeTaken;

        var parent = await db.Branches.SingleAsync(b => b.Id == parentId, ct);
        if (parent.IsClosed) return OrganizerRefusal.ParentClosed;

        var branch = new Branch(code, terms.Name, terms.EnglishName, terms.Kind, parent);
        if (branch.IsTooDeep) return OrganizerRefusal.TooDeep;

        db.Add(branch);
        Record(actor, PeopleTrail.BranchAdded, branch, null, UnitFacts.Of(branch));
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<OrganizerRefusal?> RenameBranchAsync(
        Actor actor, long branchId, string? seen, string name, string englishName, CancellationToken ct)
    {
        if (!AreTitles(name, englishName)) return OrganizerRefusal.Malformed;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var branch = await BranchAsync(branchId, ct);
        if ((branch.Name, branch.EnglishName) == (name, englishName)) return null;
        if (branch.AsSeen() != seen) return OrganizerRefusal.ChangedMeanwhile;

        await ChangeAsync(turn, actor, PeopleTrail.BranchEdited, branch, () => branch.Rename(name, englishName), ct);
        return null;
    }

    /// <summary>Hangs a unit elsewhere; all units below it go with it.</summary>
    public async Task<OrganizerRefusal?> MoveBranchAsync(
        Actor actor, long branchId, string? seen, long parentId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var all = await db.Branches.ToDictionaryAsync(b => b.Id, ct);
        var (branch, parent) = (all[branchId], all[parentId]);
        if (parent.IsWithin(branch)) return OrganizerRefusal.WouldCircle;
        if (parent.IsClosed && !branch.IsClosed) return OrganizerRefusal.ParentClosed;
        if (branch.ParentId == parentId) return null;
        if (branch.AsSeen() != seen) return OrganizerRefusal.ChangedMeanwhile;

        var before = UnitFacts.Of(branch);
        branch.MoveUnder(parent);
        Branch.FollowParents(all.Values);
        if (all.Values.Any(unit => unit.IsTooDeep && unit.IsWithin(branch))) return OrganizerRefusal.TooDeep;

        Record(actor, PeopleTrail.BranchMoved, branch, before, UnitFacts.Of(branch));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Closes a unit in which nobody works any more and below which none is open.</summary>
    public async Task<OrganizerRefusal?> CloseBranchAsync(Actor actor, long branchId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var branch = await BranchAsync(branchId, ct);
        if (await db.Employees.Employed().AnyAsync(e => e.BranchId == branchId, ct)) return OrganizerRefusal.HasPeople;
        if (await db.Branches.AnyAsync(b => b.ParentId == branchId && b.ClosedAt == null, ct)) return OrganizerRefusal.HasUnits;

        await ChangeAsync(turn, actor, PeopleTrail.BranchClosed, branch, () => branch.Close(clock.GetUtcNow()), ct);
        return null;
    }

    public async Task<OrganizerRefusal?> ReopenBranchAsync(Actor actor, long branchId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var branch = await BranchAsync(branchId, ct);
        if (branch.Parent is { IsClosed: true }) return OrganizerRefusal.ParentClosed;

        await ChangeAsync(turn, actor, PeopleTrail.BranchEdited, branch, branch.Reopen, ct);
        return null;
    }

    public async Task<OrganizerRefusal?> AddPositionAsync(Actor actor, string slug, string name, string englishName, CancellationToken ct)
    {
        if (!RollEntry.PositionSlug.Accepts(slug) || !AreTitles(name, englishName)) return OrganizerRefusal.Malformed;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var position = new Position(slug, name, englishName);
        if (await db.Positions.AnyAsync(p => p.Slug == slug, ct))
        {
            var added = await db.RepeatedAsync(actor, PeopleTrail.PositionAdded, PeopleTrail.Position, slug, ct);
            return added?.Tells(PositionFacts.Of(position)) == true ? null : OrganizerRefusal.CodeTaken;
        }

        db.Add(position);
        Record(actor, PeopleTrail.PositionAdded, position, null, PositionFacts.Of(position));
        await turn.CommitAsync(ct);
        return null;
    }

    public async Task<OrganizerRefusal?> RenamePositionAsync(
        Actor actor, long positionId, string? seen, string name, string englishName, CancellationToken ct)
    {
        if (!AreTitles(name, englishName)) return OrganizerRefusal.Malformed;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.AdministersAsync(actor, ct)) return OrganizerRefusal.MayNotAdminister;
        var position = await db.Positions.SingleAsync(p => p.Id == positionId, ct);
        var before = PositionFacts.Of(position);
        if (before == new PositionFacts(name, englishName)) return null;
        if (position.AsSeen() != seen) return OrganizerRefusal.ChangedMeanwhile;

        position.Rename(name, englishName);
        Record(actor, PeopleTrail.PositionEdited, position, before, PositionFacts.Of(position));
        await turn.CommitAsync(ct);
        return null;
    }

    private static bool AreTitles(string name, string englishName) =>
        RollEntry.Title.Accepts(name) && RollEntry.EnglishTitle.Accepts(englishName);

    /// <summary>Whether it is this unit, by the same person, that the form has brought before.</summary>
    private async Task<bool> IsAddedAsync(Actor actor, Branch there, BranchTerms terms, long parentId, CancellationToken ct) =>
        new BranchTerms(there.Code, there.Name, there.EnglishName, there.Kind) == terms
        && there.ParentId == parentId
        && await db.RepeatedAsync(actor, PeopleTrail.BranchAdded, PeopleTrail.Branch, there.Code, ct) is not null;

    private Task<Branch> BranchAsync(long id, CancellationToken ct) => db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == id, ct);

    private async Task ChangeAsync(Turn turn, Actor actor, Act act, Branch branch, Action change, CancellationToken ct)
    {
        var before = UnitFacts.Of(branch);
        change();
        if (before == UnitFacts.Of(branch)) return;

        Record(actor, act, branch, before, UnitFacts.Of(branch));
        await turn.CommitAsync(ct);
    }

    private void Record(Actor actor, Act act, Branch branch, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, PeopleTrail.Branch, branch.Code, branch.Name, before, after));

    private void Record(Actor actor, Act act, Position position, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, PeopleTrail.Position, position.Slug, position.Name, before, after));
}
