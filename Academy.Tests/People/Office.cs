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
    public AcademyStore Store { get; } = new(opened, adjust);

    public DateOnly Today => new BankZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).DayOf(Store.Clock.GetUtcNow());

    public Task<Actor> AdministratorAsync(string number = "A0001") =>
        Store.AskAsync(async (AcademyDb db) => await db.Employees
            .Numbered(number)
            .Select(e => new Actor(e.Id, e.UserName!, e.Name))
            .SingleAsync());

    public Task<T> AboutAsync<T>(string number, Func<IServiceProvider, Employee, Task<T>> act) =>
        Store.AskAsync(async (IServiceProvider services) =>
            await act(services, await services.GetRequiredService<AcademyDb>().Employees.Numbered(number).ForChange().SingleAsync()));

    public async Task<RegistrarRefusal?> RegisterAsync(string number, Func<Registrar, Actor, Employee, Task<RegistrarRefusal?>> act)
    {
        var actor = await AdministratorAsync();
        return await AboutAsync(number, (services, person) => act(services.GetRequiredService<Registrar>(), actor, person));
    }

    public async Task<StewardRefusal?> LookAfterAsync(
        string number, Func<Steward, Actor, Employee, Task<StewardRefusal?>> act, string by = "A0001")
    {
        var actor = await AdministratorAsync(by);
        return await AboutAsync(number, (services, person) => act(services.GetRequiredService<Steward>(), actor, person));
    }

    public async Task<OrganizerRefusal?> OrganizeAsync(Func<Organizer, Actor, Task<OrganizerRefusal?>> act)
    {
        var actor = await AdministratorAsync();
        return await Store.AskAsync((Organizer organizer) => act(organizer, actor));
    }

    public Task<long> BranchAsync(string code) =>
        Store.AskAsync((AcademyDb db) => db.Branches.Where(b => b.Code == code).Select(b => b.Id).SingleAsync());

    public Task<RegistrarRefusal?> MoveAsync(string number, string branch, string? position = null) =>
        MoveAsync(number, branch, position, (registrar, actor, person, to, post) =>
            registrar.MoveAsync(actor, person, to, post, CancellationToken.None));

    public Task<RegistrarRefusal?> RehireAsync(string number, string branch) =>
        MoveAsync(number, branch, null, (registrar, actor, person, to, post) =>
            registrar.RehireAsync(actor, person, to, post, CancellationToken.None));

    public Task<RegistrarRefusal?> LeaveAsync(string number, LeaveKind kind) =>
        RegisterAsync(number, (registrar, actor, person) => registrar.SendOnLeaveAsync(actor, person, kind, CancellationToken.None));

    public Task<RegistrarRefusal?> ReturnAsync(string number) =>
        RegisterAsync(number, (registrar, actor, person) => registrar.TakeBackAsync(actor, person, CancellationToken.None));

    public Task<RegistrarRefusal?> DepartAsync(string number) =>
        RegisterAsync(number, (registrar, actor, person) => registrar.DischargeAsync(actor, person, CancellationToken.None));

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
        string number, string branch, string? position, Func<Registrar, Actor, Employee, Branch, Position, Task<RegistrarRefusal?>> act)
    {
        var actor = await AdministratorAsync();
        return await AboutAsync(number, async (services, person) =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var to = await db.Branches.SingleAsync(b => b.Code == branch);
            var post = position is null ? person.Position : await db.Positions.SingleAsync(p => p.Slug == position);
            return await act(services.GetRequiredService<Registrar>(), actor, person, to, post);
        });
    }
}
