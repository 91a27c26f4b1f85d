using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

public enum OrganizerRefusal { CodeTaken, WouldCircle, ParentClosed, HasPeople, HasUnits }

/// <summary>Shapes the organization: its units, how they hang together, and its positions. A unit to change comes with its parent.</summary>
public sealed class Organizer(AcademyDb db, TimeProvider clock)
{
    public async Task<OrganizerRefusal?> AddBranchAsync(Actor actor, Branch branch, CancellationToken ct)
    {
        var code = branch.Code;
        if (await db.Branches.AnyAsync(b => b.Code == code, ct)) return OrganizerRefusal.CodeTaken;
        if (branch.Parent is { IsClosed: true }) return OrganizerRefusal.ParentClosed;

        db.Add(branch);
        Record(actor, Act.BranchAdded, branch, null, FactsOf(branch));
        await db.SaveChangesAsync(ct);
        return null;
    }

    public Task RenameBranchAsync(Actor actor, Branch branch, string name, string englishName, CancellationToken ct) =>
        ChangeAsync(actor, Act.BranchEdited, branch, () => branch.Rename(name, englishName), ct);

    /// <summary>Hangs a unit elsewhere; all units below it go with it.</summary>
    public async Task<OrganizerRefusal?> MoveBranchAsync(Actor actor, Branch branch, Branch parent, CancellationToken ct)
    {
        if (parent.Path.StartsWith(branch.Path, StringComparison.Ordinal)) return OrganizerRefusal.WouldCircle;
        if (parent.IsClosed && !branch.IsClosed) return OrganizerRefusal.ParentClosed;

        var below = await db.Branches.Below(branch).OrderBy(b => b.Path.Length).ToListAsync(ct);
        await ChangeAsync(actor, Act.BranchMoved, branch, () =>
        {
            branch.MoveUnder(parent);
            below.ForEach(unit => unit.FollowParent());
        }, ct);
        return null;
    }

    /// <summary>Closes a unit in which nobody works any more and below which none is open.</summary>
    public async Task<OrganizerRefusal?> CloseBranchAsync(Actor actor, Branch branch, CancellationToken ct)
    {
        var id = branch.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Employees.Employed().AnyAsync(e => e.BranchId == id, ct)) return OrganizerRefusal.HasPeople;
        if (await db.Branches.AnyAsync(b => b.ParentId == id && b.ClosedAt == null, ct)) return OrganizerRefusal.HasUnits;

        await ChangeAsync(actor, Act.BranchClosed, branch, () => branch.Close(clock.GetUtcNow()), ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    public async Task<OrganizerRefusal?> ReopenBranchAsync(Actor actor, Branch branch, CancellationToken ct)
    {
        if (branch.Parent is { IsClosed: true }) return OrganizerRefusal.ParentClosed;

        await ChangeAsync(actor, Act.BranchEdited, branch, branch.Reopen, ct);
        return null;
    }

    public async Task<OrganizerRefusal?> AddPositionAsync(Actor actor, Position position, CancellationToken ct)
    {
        var slug = position.Slug;
        if (await db.Positions.AnyAsync(p => p.Slug == slug, ct)) return OrganizerRefusal.CodeTaken;

        db.Add(position);
        Record(actor, Act.PositionAdded, position, null, FactsOf(position));
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task RenamePositionAsync(Actor actor, Position position, string name, string englishName, CancellationToken ct)
    {
        var before = FactsOf(position);
        position.Rename(name, englishName);
        if (before == FactsOf(position)) return;

        Record(actor, Act.PositionEdited, position, before, FactsOf(position));
        await db.SaveChangesAsync(ct);
    }

    private async Task ChangeAsync(Actor actor, Act act, Branch branch, Action change, CancellationToken ct)
    {
        var before = FactsOf(branch);
        change();
        if (before == FactsOf(branch)) return;

        Record(actor, act, branch, before, FactsOf(branch));
        await db.SaveChangesAsync(ct);
    }

    private void Record(Actor actor, Act act, Branch branch, object? before, object? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, AuditSubject.Branch, branch.Code, branch.Name, before, after));

    private void Record(Actor actor, Act act, Position position, object? before, object? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, AuditSubject.Position, position.Slug, position.Name, before, after));

    private static BranchFacts FactsOf(Branch branch) =>
        new(branch.Name, branch.EnglishName, branch.Kind, branch.Parent?.Label, branch.Path, branch.IsClosed);

    private static PositionFacts FactsOf(Position position) => new(position.Name, position.EnglishName);

    private sealed record BranchFacts(string Name, string EnglishName, BranchKind Kind, string? Parent, string Path, bool Closed);

    private sealed record PositionFacts(string Name, string EnglishName);
}
