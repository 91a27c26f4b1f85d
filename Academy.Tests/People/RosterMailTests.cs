using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

public sealed class RosterMailTests(OpenedAcademy opened)
{
    [Fact]
    public async Task A_list_of_people_brings_mail_addresses_and_an_empty_cell_takes_none_away()
    {
        await using var store = new AcademyStore(opened);
        await ImportAsync(store, "工号,姓名,机构编号,岗位,邮箱\nR0001,张三丰,101,柜员,zhang@bank.example\n");
        Assert.Equal("zhang@bank.example", await AddressAsync(store));

        await ImportAsync(store, "工号,姓名,机构编号,岗位,邮箱\nR0001,张三丰,101,柜员,\n");
        await ImportAsync(store, "工号,姓名,机构编号,岗位\nR0001,张三丰,101,柜员\n");
        Assert.Equal("zhang@bank.example", await AddressAsync(store));

        await ImportAsync(store, "工号,姓名,机构编号,岗位,邮箱\nR0001,张三丰,101,柜员,feng@bank.example\n");
        Assert.Equal("feng@bank.example", await AddressAsync(store));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) =>
            db.AuditEntries.CountAsync(e => e.Act == PeopleTrail.PersonMailChanged && e.SubjectKey == "R0001")));
    }

    [Fact]
    public async Task What_is_no_address_is_told_with_its_row()
    {
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync("工号,姓名,机构编号,岗位,邮箱\nR0001,张三丰,101,柜员,zhang at bank\n");

        var problem = Assert.Single((await store.PlanAsync(run)).Problems);
        Assert.Equal((Domain.People.Rosters.RosterProblemKind.BadMail, 2), (problem.Kind, problem.Row));
    }

    private static async Task ImportAsync(AcademyStore store, string list)
    {
        var run = await store.ReceiveAsync(list);
        await store.ApplyAsync(run, (await store.PlanAsync(run)).Fingerprint);
    }

    private static Task<string?> AddressAsync(AcademyStore store) =>
        store.AskAsync((AcademyDb db) => db.Employees.Numbered("R0001").Select(e => e.Email).SingleAsync());
}
