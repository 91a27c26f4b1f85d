using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>
/// The office that keeps the roll, on a copy of the demonstration bank. Everything is done by A0001
/// unless somebody else is named.
/// </summary>
internal sealed class Office(OpenedAcademy opened, Action<IServiceCollection>? adjust = null) : IAsyncDisposable
{
    /// <summary>Where whoever comes to the door stands, unless a test is about that.</summary>
    public static readonly Caller Here = Caller.At(IPAddress.Loopback);

    public AcademyStore Store { get; } = new(opened, adjust);

    public DateOnly Today => new BankZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DayOf(Store.Clock.GetUtcNow());

    public Task<Actor> AdministratorAsync(string number = "A0001") =>
        Store.AskAsync(async (AcademyDb db) => await db.Employees
            .Numbered(number)
            .Select(e => new Actor(e.Id, e.UserName!, e.Name))
            .SingleAsync());

    /// <summary>Does something about somebody as they are now.</summary>
    public async Task<RegistrarRefusal?> RegisterAsync(string number, Func<Registrar, Actor, Employee, Task<RegistrarRefusal?>> act)
    {
        var (actor, person) = (await AdministratorAsync(), await PersonAsync(number));
        return await Store.AskAsync((Registrar registrar) => act(registrar, actor, person));
    }

    /// <summary>Does something about the account of somebody as it is now.</summary>
    public async Task<T> LookAfterAsync<T>(string number, Func<AccountKeeper, Actor, Employee, Task<T>> act, string by = "A0001")
    {
        var (actor, person) = (await AdministratorAsync(by), await PersonAsync(number));
        return await Store.AskAsync((AccountKeeper keeper) => act(keeper, actor, person));
    }

    public async Task<AccountRefusal?> SetRolesAsync(string number, IReadOnlyCollection<string> roles, string by = "A0001")
    {
        var seen = RolesFacts.Of(await RolesAsync(number)).AsSeen();
        return await LookAfterAsync(number, (keeper, actor, person) =>
            keeper.SetRolesAsync(actor, person.Id, seen, roles, CancellationToken.None), by);
    }

    public Task<List<string>> RolesAsync(string number) => Store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.UserRoles.Where(r => r.UserId == id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).ToListAsync();
    });

    public async Task<OrganizerRefusal?> OrganizeAsync(Func<Organizer, Actor, Task<OrganizerRefusal?>> act, string by = "A0001")
    {
        var actor = await AdministratorAsync(by);
        return await Store.AskAsync((Organizer organizer) => act(organizer, actor));
    }

    public async Task<long> BranchAsync(string code) => (await UnitAsync(code)).Id;

    public Task<Branch> UnitAsync(string code) =>
        Store.AskAsync((AcademyDb db) => db.Branches.AsNoTracking().SingleAsync(b => b.Code == code));

    public Task<Position> PositionAsync(string slug) =>
        Store.AskAsync((AcademyDb db) => db.Positions.AsNoTracking().SingleAsync(p => p.Slug == slug));

    public Task<RegistrarRefusal?> MoveAsync(string number, string branch, string? position = null) =>
        MoveAsync(number, branch, position, (registrar, actor, person, to, post) =>
            registrar.MoveAsync(actor, person.Id, person.AsSeen(), to, post, CancellationToken.None));

    public Task<RegistrarRefusal?> RehireAsync(string number, string branch) =>
        MoveAsync(number, branch, null, (registrar, actor, person, to, post) =>
            registrar.RehireAsync(actor, person.Id, person.AsSeen(), to, post, CancellationToken.None));

    public Task<RegistrarRefusal?> LeaveAsync(string number, LeaveKind kind) =>
        RegisterAsync(number, (registrar, actor, person) =>
            registrar.SendOnLeaveAsync(actor, person.Id, person.AsSeen(), kind, CancellationToken.None));

    public Task<RegistrarRefusal?> ReturnAsync(string number) =>
        RegisterAsync(number, (registrar, actor, person) =>
            registrar.TakeBackAsync(actor, person.Id, person.AsSeen(), CancellationToken.None));

    public Task<RegistrarRefusal?> DepartAsync(string number) =>
        RegisterAsync(number, (registrar, actor, person) =>
            registrar.DischargeAsync(actor, person.Id, person.AsSeen(), CancellationToken.None));

    public Task<List<Posting>> PostingsAsync(string number) => Store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        return await db.Postings.AsNoTracking().Where(p => p.EmployeeId == id).OrderBy(p => p.From).ToListAsync();
    });

    public Task<Employee> PersonAsync(string number) =>
        Store.AskAsync((AcademyDb db) =>
            db.Employees.AsNoTracking().Numbered(number).Include(e => e.Branch).Include(e => e.Position).SingleAsync());

    public Task<List<AuditEntry>> TrailAsync() =>
        Store.AskAsync((AcademyDb db) => db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async Task<RegistrarRefusal?> MoveAsync(
        string number, string branch, string? position, Func<Registrar, Actor, Employee, long, long, Task<RegistrarRefusal?>> act)
    {
        var to = await BranchAsync(branch);
        var post = position is null ? (await PersonAsync(number)).PositionId : (await PositionAsync(position)).Id;
        return await RegisterAsync(number, (registrar, actor, person) => act(registrar, actor, person, to, post));
    }
}
