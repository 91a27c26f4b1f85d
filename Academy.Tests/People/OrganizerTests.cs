using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Assignments;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.People;

/// <summary>The tree stays a tree whatever is done to it.</summary>
public sealed class OrganizerTests : IAsyncDisposable
{
    private readonly Office office;

    public OrganizerTests(OpenedAcademy opened) => office = new Office(opened, services => services.AddScoped<Sight>());

    [Fact]
    public async Task Units_below_follow_the_one_that_moves()
    {
        Assert.Null(await AddAsync("1011", "101"));
        Assert.Null(await MoveAsync("101", "200"));

        var paths = await office.Store.AskAsync((AcademyDb db) => db.Branches
            .Where(b => b.Code == "101" || b.Code == "1011" || b.Code == "102")
            .OrderBy(b => b.Code)
            .Select(b => b.Path)
            .ToListAsync());
        Assert.Equal(["/000/200/101/", "/000/200/101/1011/", "/000/100/102/"], paths);
    }

    [Theory]
    [InlineData("100", "100")]
    [InlineData("100", "101")]
    [InlineData("000", "101")]
    public async Task A_unit_never_hangs_below_itself(string code, string parent)
    {
        var before = await PathsAsync();
        Assert.Equal(OrganizerRefusal.WouldCircle, await MoveAsync(code, parent));
        Assert.Equal(before, await PathsAsync());
    }

    [Fact]
    public async Task Of_two_moves_that_cross_the_later_one_is_refused_whatever_its_mover_saw_before()
    {
        var (one, other) = (await office.BranchAsync("100"), await office.UnitAsync("200"));
        Assert.Equal(OrganizerRefusal.WouldCircle, await office.Store.AskAsync(async (Sight first) =>
        {
            await first.Db.Branches.Include(b => b.Parent).ToListAsync();
            Assert.Null(await MoveAsync("100", "200"));
            return await first.Organizer.MoveBranchAsync(
                await office.AdministratorAsync(), other.Id, other.AsSeen(), one, CancellationToken.None);
        }));

        Assert.Equal(["/000/200/100/", "/000/200/"], await PathsAsync("100", "200"));
    }

    [Fact]
    public async Task Units_that_hang_in_a_circle_are_taken_out_of_it_again()
    {
        await CoveredBank.CloseCircleAsync(office.Store, "100", "200");
        Assert.Null(await MoveAsync("100", "000"));

        Assert.Equal(["/000/100/", "/000/100/101/", "/000/100/200/"], await PathsAsync("100", "101", "200"));
    }

    [Fact]
    public async Task A_unit_hangs_no_deeper_than_a_roster_could_say()
    {
        var above = "000";
        foreach (var below in Enumerable.Range(1, 18).Select(depth => $"{depth:00}".PadRight(20, '9')).Append("19".PadRight(12, '9')))
        {
            Assert.Null(await AddAsync(below, above));
            above = below;
        }

        Assert.Equal(OrganizerRefusal.TooDeep, await AddAsync("1000", above));
        Assert.Equal(OrganizerRefusal.TooDeep, await MoveAsync("100", above));
        Assert.Null(await MoveAsync("102", above));
        Assert.Equal(["/000/100/", "/000/100/101/"], await PathsAsync("100", "101"));
    }

    [Fact]
    public async Task A_unit_closes_when_nobody_works_there_and_none_is_open_below()
    {
        Assert.Equal(OrganizerRefusal.HasPeople, await CloseAsync("102"));
        Assert.Null(await AddAsync("900", "000"));
        Assert.Null(await AddAsync("901", "900"));
        Assert.Equal(OrganizerRefusal.HasUnits, await CloseAsync("900"));
        Assert.Null(await CloseAsync("901"));
        Assert.Null(await CloseAsync("900"));

        Assert.Equal(OrganizerRefusal.ParentClosed, await AddAsync("902", "900"));
        Assert.Equal(OrganizerRefusal.ParentClosed, await MoveAsync("102", "900"));
        Assert.Equal(OrganizerRefusal.ParentClosed, await ReopenAsync("901"));
        Assert.Null(await ReopenAsync("900"));
        Assert.Null(await ReopenAsync("901"));
    }

    [Fact]
    public async Task People_who_left_do_not_keep_a_unit_open()
    {
        Assert.Null(await AddAsync("900", "000"));
        await office.MoveAsync("E0042", "900");
        Assert.Equal(OrganizerRefusal.HasPeople, await CloseAsync("900"));
        await office.DepartAsync("E0042");
        Assert.Null(await CloseAsync("900"));
    }

    [Fact]
    public async Task A_code_is_given_once()
    {
        Assert.Equal(OrganizerRefusal.CodeTaken, await AddAsync("101", "100"));
        Assert.Equal(OrganizerRefusal.CodeTaken, await AddPositionAsync("teller"));
        Assert.Null(await AddPositionAsync("night-guard"));
    }

    [Fact]
    public async Task What_was_added_by_the_same_form_is_added()
    {
        Assert.Null(await AddAsync("900", "100"));
        Assert.Null(await AddAsync("900", "100"));
        Assert.Equal(OrganizerRefusal.CodeTaken, await AddAsync("900", "200"));
        Assert.Null(await AddPositionAsync("night-guard"));
        Assert.Null(await AddPositionAsync("night-guard"));
        Assert.Null(await office.SetRolesAsync("T0001", [Roles.Trainer, Roles.Administrator]));
        Assert.Equal(OrganizerRefusal.CodeTaken, await AddPositionAsync("night-guard", "T0001"));
    }

    [Fact]
    public async Task What_somebody_else_changed_after_it_was_shown_is_not_overwritten()
    {
        var (unit, position, above) = (
            await office.UnitAsync("101"), await office.PositionAsync("teller"), await office.BranchAsync("300"));
        Assert.Null(await office.OrganizeAsync((organizer, actor) =>
            organizer.RenameBranchAsync(actor, unit.Id, unit.AsSeen(), unit.Name, "One", CancellationToken.None)));
        Assert.Null(await office.OrganizeAsync((organizer, actor) =>
            organizer.RenamePositionAsync(actor, position.Id, position.AsSeen(), position.Name, "Clerk", CancellationToken.None)));

        Assert.Equal(OrganizerRefusal.ChangedMeanwhile, await office.OrganizeAsync((organizer, actor) =>
            organizer.RenameBranchAsync(actor, unit.Id, unit.AsSeen(), "一部", unit.EnglishName, CancellationToken.None)));
        Assert.Equal(OrganizerRefusal.ChangedMeanwhile, await office.OrganizeAsync((organizer, actor) =>
            organizer.MoveBranchAsync(actor, unit.Id, unit.AsSeen(), above, CancellationToken.None)));
        Assert.Equal(OrganizerRefusal.ChangedMeanwhile, await office.OrganizeAsync((organizer, actor) =>
            organizer.RenamePositionAsync(actor, position.Id, position.AsSeen(), "综合柜员", "Teller", CancellationToken.None)));

        Assert.Equal("One", (await office.UnitAsync("101")).EnglishName);
        Assert.Equal("Clerk", (await office.PositionAsync("teller")).EnglishName);
    }

    [Fact]
    public async Task Every_act_is_on_the_trail()
    {
        await AddAsync("900", "000");
        var unit = await office.UnitAsync("900");
        await office.OrganizeAsync((organizer, actor) =>
            organizer.RenameBranchAsync(actor, unit.Id, unit.AsSeen(), "新区支行", "New District Branch", CancellationToken.None));
        await MoveAsync("900", "100");
        await CloseAsync("900");
        await ReopenAsync("900");
        await AddPositionAsync("night-guard");
        var position = await office.PositionAsync("night-guard");
        await office.OrganizeAsync((organizer, actor) => organizer.RenamePositionAsync(
            actor, position.Id, position.AsSeen(), "夜间值守", "Night Guard", CancellationToken.None));

        var trail = (await office.TrailAsync()).TakeLast(7).ToList();
        Assert.Equal(
            [
                PeopleTrail.BranchAdded, PeopleTrail.BranchEdited, PeopleTrail.BranchMoved, PeopleTrail.BranchClosed,
                PeopleTrail.BranchEdited, PeopleTrail.PositionAdded, PeopleTrail.PositionEdited,
            ],
            trail.Select(e => e.Act));
        Assert.NotEqual(trail[2].Before["Parent"], trail[2].After["Parent"]);
        Assert.Equal(("True", "False"), (trail[4].Before["Closed"], trail[4].After["Closed"]));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private async Task<OrganizerRefusal?> AddAsync(string code, string parent)
    {
        var above = await office.BranchAsync(parent);
        return await office.OrganizeAsync((organizer, actor) =>
            organizer.AddBranchAsync(actor, new BranchTerms(code, $"机构{code}", "", BranchKind.Outlet), above, CancellationToken.None));
    }

    private async Task<OrganizerRefusal?> MoveAsync(string code, string parent)
    {
        var (unit, above) = (await office.UnitAsync(code), await office.BranchAsync(parent));
        return await office.OrganizeAsync((organizer, actor) =>
            organizer.MoveBranchAsync(actor, unit.Id, unit.AsSeen(), above, CancellationToken.None));
    }

    private async Task<OrganizerRefusal?> CloseAsync(string code)
    {
        var unit = await office.BranchAsync(code);
        return await office.OrganizeAsync((organizer, actor) => organizer.CloseBranchAsync(actor, unit, CancellationToken.None));
    }

    private async Task<OrganizerRefusal?> ReopenAsync(string code)
    {
        var unit = await office.BranchAsync(code);
        return await office.OrganizeAsync((organizer, actor) => organizer.ReopenBranchAsync(actor, unit, CancellationToken.None));
    }

    private Task<OrganizerRefusal?> AddPositionAsync(string slug, string by = "A0001") => office.OrganizeAsync((organizer, actor) =>
        organizer.AddPositionAsync(actor, slug, "值守", "", CancellationToken.None), by);

    private Task<List<string>> PathsAsync(params string[] codes) => office.Store.AskAsync((AcademyDb db) =>
        db.Branches.Where(b => codes.Contains(b.Code)).OrderBy(b => b.Code).Select(b => b.Path).ToListAsync());

    private Task<List<string>> PathsAsync() =>
        office.Store.AskAsync((AcademyDb db) => db.Branches.OrderBy(b => b.Id).Select(b => b.Path).ToListAsync());

    /// <summary>Somebody who has looked at the organization before acting on it.</summary>
    private sealed record Sight(Organizer Organizer, AcademyDb Db);
}
