using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People.Rosters;

/// <summary>Stages planned changes to the roll, each with its line of the audit trail.</summary>
internal sealed class RosterWriting(AcademyDb db, Staging staging, Actor actor, DateTimeOffset now, DateOnly today)
{
    private const int Batch = 500;

    private Dictionary<string, Branch> branches = [];
    private Dictionary<string, Position> positions = [];
    private Dictionary<long, string> branchNames = [];
    private Dictionary<long, string> positionNames = [];

    /// <summary>
    /// Stages everything that the plan says, and what each of its steps did. False when the roll is no longer the one that the plan
    /// was made for: somebody or some place that it names is not there.
    /// </summary>
    public async Task<bool> StageAsync(RosterPlan plan, long runId, long role, CancellationToken ct)
    {
        if (!await ChangeBranchesAsync([.. plan.Changes.Where(c => c.Branch is not null)], ct)) return false;

        var people = plan.Changes.Where(c => c.Person is not null).ToList();
        if (!people.TrueForAll(c => branches.ContainsKey(c.Person!.Branch) && positions.ContainsKey(c.Person.Position))) return false;

        foreach (var batch in people.Where(c => c.Action == RosterAction.AddPerson).Chunk(Batch)) await AddAsync(batch, role, ct);
        foreach (var batch in people.Where(c => c.Action != RosterAction.AddPerson).Chunk(Batch))
            if (!await ChangeAsync(batch, ct)) return false;

        foreach (var batch in plan.Changes.Chunk(Batch))
        {
            db.AddRange(batch.Select(change => change.ToStep(runId)));
            await staging.TakeAsync(ct);
        }

        return true;
    }

    /// <summary>Adds, edits and hangs branches, then has all paths follow from the root down.</summary>
    private async Task<bool> ChangeBranchesAsync(IReadOnlyList<RosterChange> changes, CancellationToken ct)
    {
        branches = await db.Branches.ToDictionaryAsync(b => b.Code, ct);
        positions = await db.Positions.AsNoTracking().ToDictionaryAsync(p => p.Slug, ct);
        var befores = branches.Values.ToDictionary(b => b.Code, UnitFacts.Of);
        foreach (var wanted in changes.Select(c => c.Branch!).Where(b => !branches.ContainsKey(b.Code)))
            branches.Add(wanted.Code, db.Add(new Branch(wanted.Code, wanted.Name, wanted.English, wanted.Kind, null)).Entity);
        if (changes.Any(c => c.Branch!.Parent.Length > 0 && !branches.ContainsKey(c.Branch.Parent))) return false;

        foreach (var wanted in changes.Select(c => c.Branch!))
        {
            var branch = branches[wanted.Code];
            branch.Rename(wanted.Name, wanted.English);
            branch.Become(wanted.Kind);
            branch.MoveUnder(wanted.Parent.Length == 0 ? null : branches[wanted.Parent]);
        }

        if (changes.Count > 0) Branch.FollowParents(branches.Values);
        foreach (var change in changes)
        {
            db.Add(new AuditEntry(
                actor, now, ActFor(change.Action), PeopleTrail.Branch, change.Key, change.Name, befores.GetValueOrDefault(change.Key),
                UnitFacts.Of(branches[change.Key])));
        }

        await staging.TakeAsync(ct);
        branchNames = branches.Values.ToDictionary(b => b.Id, b => b.Label);
        positionNames = positions.Values.ToDictionary(p => p.Id, p => p.Name);
        return true;
    }

    /// <summary>Enters new people, without a password.</summary>
    private async Task AddAsync(IReadOnlyList<RosterChange> changes, long role, CancellationToken ct)
    {
        var people = changes.Select(change => NewPerson(change.Person!)).ToList();
        db.AddRange(people);
        await staging.TakeAsync(ct);
        db.AddRange(people.Select(person => new IdentityUserRole<long> { UserId = person.Id, RoleId = role }));
        db.AddRange(changes.Zip(people, (change, person) => EntryOf(change, null, person)));
        await staging.TakeAsync(ct);
    }

    /// <summary>Changes people who are on the roll.</summary>
    private async Task<bool> ChangeAsync(IReadOnlyList<RosterChange> changes, CancellationToken ct)
    {
        var numbers = changes.Select(c => Employee.Normalize(c.Key)).ToList();
        var people = await db.Employees
            .Where(e => numbers.Contains(e.NormalizedUserName!))
            .WithPosting()
            .ToDictionaryAsync(e => e.NormalizedUserName!, ct);
        if (people.Count < numbers.Count || !people.Values.All(HasKnownPlace)) return false;

        db.AddRange(changes.SelectMany(change => Change(people[Employee.Normalize(change.Key)], change)).ToList());
        await staging.TakeAsync(ct);
        return true;
    }

    private bool HasKnownPlace(Employee person) =>
        branchNames.ContainsKey(person.BranchId) && positionNames.ContainsKey(person.PositionId);

    private Employee NewPerson(PersonFacts wanted)
    {
        var person = new Employee(wanted.Number, wanted.Name, branches[wanted.Branch].Id, positions[wanted.Position].Id, today);
        person.SortBy(wanted.Pinyin);
        person.MailTo(wanted.Mail);
        if (wanted.State.Leave is { } leave) person.GoOnLeave(leave, today);
        return person;
    }

    private IReadOnlyList<AuditEntry> Change(Employee person, RosterChange change)
    {
        var (before, mail) = (FactsOf(person), new MailFacts(person.Email));
        var wanted = change.Person!;
        if (change.Action == RosterAction.Discharge) person.Depart(today, now);
        else
        {
            if (person.Employment == Employment.Left) person.Enable();
            if (person.Name != wanted.Name || person.PinyinKey != wanted.Pinyin) person.Rename(wanted.Name, wanted.Pinyin);
            if (change.Action != RosterAction.EditPerson)
                person.Post(branches[wanted.Branch].Id, positions[wanted.Position].Id, wanted.State.Employment, wanted.State.Leave, today);
        }

        if (change.Action == RosterAction.Discharge || (person.Email ?? "") == wanted.Mail) return [EntryOf(change, before, person)];

        person.MailTo(wanted.Mail);
        var mailed = new AuditEntry(
            actor, now, PeopleTrail.PersonMailChanged, PeopleTrail.Person, change.Key, change.Name, mail, new MailFacts(person.Email));
        return before == FactsOf(person) ? [mailed] : [EntryOf(change, before, person), mailed];
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
