using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>The act and its line on the trail are written together, or neither is.</summary>
public sealed class OneTransactionTests : IAsyncDisposable
{
    private readonly Office office;

    public OneTransactionTests(OpenedAcademy opened) => office = new Office(opened);

    [Fact]
    public async Task Without_the_trail_nothing_is_done()
    {
        await BreakAsync("AuditEntries");
        var before = (await office.PersonAsync("E0042")).Branch.Code;
        var (unit, parent) = (await office.UnitAsync("101"), await office.BranchAsync("200"));

        await Assert.ThrowsAsync<DbUpdateException>(() => office.MoveAsync("E0042", "201"));
        await Assert.ThrowsAsync<DbUpdateException>(() => office.DepartAsync("E0042"));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            office.SetRolesAsync("E0042", []));
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            office.OrganizeAsync((organizer, actor) =>
                organizer.MoveBranchAsync(actor, unit.Id, unit.AsSeen(), parent, CancellationToken.None)));

        var person = await office.PersonAsync("E0042");
        Assert.Equal((before, Employment.Active, false), (person.Branch.Code, person.Employment, person.IsDisabled));
        Assert.True(await office.Store.AskAsync((AcademyDb db) => db.UserRoles.AnyAsync(r => r.UserId == person.Id)));
        Assert.True(await office.Store.AskAsync((AcademyDb db) => db.Branches.AnyAsync(b => b.Path == "/000/100/101/")));
    }

    [Fact]
    public async Task What_is_not_done_is_not_on_the_trail()
    {
        await BreakAsync("Postings");
        var before = await office.TrailAsync();
        await Assert.ThrowsAsync<DbUpdateException>(() => office.MoveAsync("E0042", "201"));
        Assert.Equal(before.Count, (await office.TrailAsync()).Count);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private Task<int> BreakAsync(string table)
    {
        var sql = $"CREATE TRIGGER Broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken for the test'); END;";
        return office.Store.AskAsync((AcademyDb db) => db.Database.ExecuteSqlRawAsync(sql));
    }
}
