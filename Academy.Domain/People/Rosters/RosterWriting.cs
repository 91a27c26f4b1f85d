using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Rosters;

/// <summary>Writes planned changes to the roll, each with its line of the audit trail.</summary>
internal sealed class RosterWriting(AcademyDb db, Actor actor, DateTimeOffset now, DateOnly today)
{
    private Dictionary<string, (long Id, string Name)> branchOf = [];
    private Dictionary<string, (long Id, string Name)> positionOf = [];
    private Dictionary<long, string> branchNames = [];
    private Dictionary<long, string> positionNames = [];

    /// <summary>Adds, edits and hangs branches, then has all paths follow from the root down.</summary>
    public async Task ChangeBranchesAsync(IReadOnlyList<RosterChange> changes, CancellationToken ct)
    {
        if (changes.Count == 0) return;

        var branches = await db.Branches.ToDictionaryAsync(b => b.Code, ct);
        var befores = branches.Values.ToDictionary(b => b.Code, UnitFacts.Of);
        foreach (var wanted in changes.Select(c => c.Branch!).Where(b => !branches.ContainsKey(b.Code)))
            branches.Add(wanted.Code, db.Add(new Branch(wanted.Code, wanted.Name, wanted.English, wanted.Kind, null)).Entity);
        foreach (var wanted in changes.Select(c => c.Branch!))
        {
            var branch = branches[wanted.Code];
            branch.Rename(wanted.Name, wanted.English);
            branch.Become(wanted.Kind);
            branch.MoveUnder(wanted.Parent.Length == 0 ? null : branches[wanted.Parent]);
        }

        Branch.FollowParents(branches.Values);
        foreach (var change in changes)
        {
            db.Add(new AuditEntry(
                actor, now, ActFor(change.Action), PeopleTrail.Branch, change.Key, change.Name, befores.GetValueOrDefault(change.Key),
                UnitFacts.Of(branches[change.Key])));
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    public async Task LearnIdsAsync(CancellationToken ct)
    {
        branchOf = await db.Branches.Select(b => new { b.Code, b.Id, Label = b.Code + " " + b.Name })
            .ToDictionaryAsync(b => b.Code, b => (b.Id, b.Label), ct);
        positionOf = await db.Positions.Select(p => new { p.Slug, p.Id, p.Name }).ToDictionaryAsync(p => p.Slug, p => (p.Id, p.Name), ct);
        branchNames = branchOf.Values.ToDictionary(b => b.Id, b => b.Name);
        positionNames = positionOf.Values.ToDictionary(p => p.Id, p => p.Name);
    }

    /// <summary>Enters new people, without a password.</summary>
    public async Task AddAsync(IReadOnlyList<RosterChange> changes, long role, CancellationToken ct)
    {
        var people = changes.Select(change => NewPerson(change.Person!)).ToList();
        await BulkInsert.WriteAsync(db, people, ct);
        await BulkInsert.WriteAsync(db, people.Select(person => new IdentityUserRole<long> { UserId = person.Id, RoleId = role }), ct);
        await BulkInsert.WriteAsync(db, changes.Zip(people, (change, person) => EntryOf(change, null, person)), ct);
    }

    /// <summary>Changes a part of the people, of whom all are kept track of at once.</summary>
    public async Task ChangeAsync(IReadOnlyList<RosterChange> changes, CancellationToken ct)
    {
        var numbers = changes.Select(c => Employee.Normalize(c.Key)).ToList();
        var people = await db.Employees
            .Where(e => numbers.Contains(e.NormalizedUserName!))
            .WithPosting()
            .ToDictionaryAsync(e => e.NormalizedUserName!, ct);
        var entries = changes.Select(change => Change(people[Employee.Normalize(change.Key)], change)).ToList();
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await BulkInsert.WriteAsync(db, entries, ct);
    }

    private Employee NewPerson(PersonFacts wanted)
    {
        var person = new Employee(wanted.Number, wanted.Name, branchOf[wanted.Branch].Id, positionOf[wanted.Position].Id, today);
        person.SortBy(wanted.Pinyin);
        if (wanted.State.Leave is { } leave) person.GoOnLeave(leave, today);
        return person;
    }

    private AuditEntry Change(Employee person, RosterChange change)
    {
        var before = FactsOf(person);
        var wanted = change.Person!;
        if (change.Action == RosterAction.Discharge) person.Depart(today, now);
        else
        {
            if (person.Employment == Employment.Left) person.Enable();
            if (person.Name != wanted.Name || person.PinyinKey != wanted.Pinyin) person.Rename(wanted.Name, wanted.Pinyin);
            if (change.Action != RosterAction.EditPerson)
                person.Post(branchOf[wanted.Branch].Id, positionOf[wanted.Position].Id, wanted.State.Employment, wanted.State.Leave, today);
        }

        return EntryOf(change, before, person);
    }

    private AuditEntry EntryOf(RosterChange change, RollFacts? before, Employee person) =>
        new(actor, now, ActFor(change.Action), PeopleTrail.Person, change.Key, change.Name, before, FactsOf(person));

    private static Act ActFor(RosterAction action) => action switch
    {
        RosterAction.AddBranch => PeopleTrail.BranchAdded,
        RosterAction.EditBranch => PeopleTrail.BranchEdited,
        RosterAction.MoveBranch => PeopleTrail.BranchMoved,
        RosterAction.AddPerson => PeopleTrail.PersonAdded,
        RosterAction.EditPerson => PeopleTrail.PersonEdited,
        RosterAction.MovePerson => PeopleTrail.PersonMoved,
        RosterAction.SendOnLeave => PeopleTrail.PersonWentOnLeave,
        RosterAction.TakeBack => PeopleTrail.PersonReturned,
        _ => PeopleTrail.PersonLeft,
    };

    private RollFacts FactsOf(Employee person) => new(
        person.Name, person.PinyinKey, branchNames[person.BranchId], positionNames[person.PositionId], person.Employment, person.Leave,
        person.IsDisabled);
}
