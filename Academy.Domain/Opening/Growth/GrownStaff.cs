using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Opening.Growth;

/// <summary>Hires people for a grown bank: every branch gets its manager, some have moved, a few are on leave or have left.</summary>
internal sealed class GrownStaff(AcademyDb db, Random random, DateOnly today, DateTimeOffset now)
{
    private const string Prefix = "G";
    private const int LeastDays = 60;

    /// <summary>Positions by kind of unit, as often as they are common there.</summary>
    private static readonly Dictionary<BranchKind, string[]> Common = new()
    {
        [BranchKind.HeadOffice] =
        [
            "operations", "operations", "operations", "compliance", "compliance", "it", "it", "hr", "audit", "trainer",
        ],
        [BranchKind.Branch] =
        [
            "customer-manager", "customer-manager", "customer-manager", "operations", "operations", "compliance", "supervisor",
        ],
        [BranchKind.Outlet] =
        [
            "teller", "teller", "teller", "teller", "teller", "lobby-manager", "lobby-manager", "customer-manager", "customer-manager",
            "supervisor",
        ],
    };

    private readonly Queue<Branch> withoutManager = [];
    private ILookup<BranchKind, Branch> units = null!;
    private Dictionary<string, Position> positions = [];
    private string passwordHash = "";
    private Dictionary<string, long> roles = [];
    private int hired;

    public async Task PrepareAsync(CancellationToken ct)
    {
        var branches = await db.Branches.AsNoTracking().OrderBy(b => b.Id).ToListAsync(ct);
        var managed = await db.Employees.Where(e => e.Position.Slug == "branch-manager").Select(e => e.BranchId).Distinct().ToListAsync(ct);
        units = branches.ToLookup(b => b.Kind);
        positions = await db.Positions.AsNoTracking().ToDictionaryAsync(p => p.Slug, ct);
        passwordHash = await db.Employees.Where(e => e.PasswordHash != null).Select(e => e.PasswordHash!).FirstAsync(ct);
        roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id, ct);
        hired = await db.Employees.CountAsync(e => e.NormalizedUserName!.StartsWith(Prefix), ct);
        foreach (var unit in units[BranchKind.Branch].ExceptBy(managed, b => b.Id)) withoutManager.Enqueue(unit);
    }

    public async Task<IReadOnlyList<Employee>> HireAsync(int number, CancellationToken ct)
    {
        db.DemandTurn();
        var people = Enumerable.Range(0, number).Select(_ => Hire()).ToList();
        await BulkInsert.WriteAsync(db, people.Select(p => p.Person), ct);
        await BulkInsert.WriteAsync(
            db,
            people.Select(p => new IdentityUserRole<long> { UserId = p.Person.Id, RoleId = roles[Roles.Employee] }),
            ct);
        await BulkInsert.WriteAsync(
            db,
            people.Where(p => p.IsHead).Select(p => new IdentityUserRole<long> { UserId = p.Person.Id, RoleId = roles[Roles.BranchHead] }),
            ct);
        await BulkInsert.WriteAsync(db, people.Select(p => p.Person.Entry(Actor.Academy, now, PeopleTrail.PersonAdded, null, p.Facts)), ct);
        return [.. people.Select(p => p.Person)];
    }

    private (Employee Person, bool IsHead, RollFacts Facts) Hire()
    {
        var isHead = withoutManager.TryDequeue(out var vacant);
        var unit = vacant ?? Unit();
        var position = isHead ? positions["branch-manager"] : positions[Pick(Common[unit.Kind])];
        var days = random.Next(LeastDays, 3000);
        var (name, given, pinyin) = GrownNames.Person(random);
        var number = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{++hired:D6}");
        var hasMoved = !isHead && random.Next(6) == 0;
        var person = new Employee(number, name, (hasMoved ? Unit() : unit).Id, position.Id, today.AddDays(-days)) { GivenName = given };
        person.SortBy(pinyin);
        person.ChoosePassword(passwordHash);
        if (hasMoved) person.Move(unit.Id, position.Id, today.AddDays(-random.Next(LeastDays / 2, days)));
        if (!isHead) Away(person);
        return (person, isHead, new RollFacts(name, pinyin, unit.Label, position.Name, person.Employment, person.Leave, person.IsDisabled));
    }

    private void Away(Employee person)
    {
        var day = today.AddDays(-random.Next(1, LeastDays / 2));
        if (random.Next(40) == 0) person.GoOnLeave((LeaveKind)random.Next(3), day);
        else if (random.Next(50) == 0) person.Depart(day, now);
    }

    private Branch Unit()
    {
        var kind = random.Next(100) switch
        {
            < 4 => BranchKind.HeadOffice,
            < 14 => BranchKind.Branch,
            _ => BranchKind.Outlet,
        };
        return Pick([.. units[kind]]);
    }

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
