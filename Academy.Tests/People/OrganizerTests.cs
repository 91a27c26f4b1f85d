using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>The tree stays a tree whatever is done to it.</summary>
public sealed class OrganizerTests : IAsyncDisposable
{
    private readonly Office office;

    public OrganizerTests(OpenedAcademy opened) => office = new Office(opened);

    [Fact]
    public async Task Units_below_follow_the_one_that_moves()
    {
        Assert.Null(await AddAsync("1011", "101"));
        Assert.Null(await MoveAsync("101", "200"));

        var paths = await office.Store.AskAsync((AcademyDb db) => db.Branches.Where(b => b.Code == "101" || b.Code == "1011" || b.Code == "102").OrderBy(b => b.Code).Select(b => b.Path).ToListAsync());
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
    public async Task Every_act_is_on_the_trail()
    {
        await AddAsync("900", "000");
        await office.OrganizeAsync("900", async (organizer, actor, unit, _) =>
        {
            await organizer.RenameBranchAsync(actor, unit, "新区支行", "New District Branch", CancellationToken.None);
            return null;
        });
        await MoveAsync("900", "100");
        await CloseAsync("900");
        await ReopenAsync("900");
        await AddPositionAsync("night-guard");
        await office.OrganizeAsync("900", async (organizer, actor, _, db) =>
        {
            await organizer.RenamePositionAsync(actor, await db.Positions.SingleAsync(p => p.Slug == "night-guard"), "夜间值守", "Night Guard", CancellationToken.None);
            return null;
        });

        var trail = (await office.TrailAsync()).TakeLast(7).ToList();
        Assert.Equal([Act.BranchAdded, Act.BranchEdited, Act.BranchMoved, Act.BranchClosed, Act.BranchEdited, Act.PositionAdded, Act.PositionEdited], trail.Select(e => e.Act));
        Assert.Equal(("/000/900/", "/000/100/900/"), (trail[2].Before["Path"], trail[2].After["Path"]));
        Assert.Equal(("True", "False"), (trail[4].Before["Closed"], trail[4].After["Closed"]));
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    private Task<OrganizerRefusal?> AddAsync(string code, string parent) => office.OrganizeAsync(parent, (organizer, actor, above, _) =>
        organizer.AddBranchAsync(actor, new Branch(code, $"机构{code}", "", BranchKind.Outlet, above), CancellationToken.None));

    private Task<OrganizerRefusal?> MoveAsync(string code, string parent) => office.OrganizeAsync(code, async (organizer, actor, unit, db) =>
        await organizer.MoveBranchAsync(actor, unit, await db.Branches.SingleAsync(b => b.Code == parent), CancellationToken.None));

    private Task<OrganizerRefusal?> CloseAsync(string code) => office.OrganizeAsync(code, (organizer, actor, unit, _) => organizer.CloseBranchAsync(actor, unit, CancellationToken.None));

    private Task<OrganizerRefusal?> ReopenAsync(string code) => office.OrganizeAsync(code, (organizer, actor, unit, _) => organizer.ReopenBranchAsync(actor, unit, CancellationToken.None));

    private Task<OrganizerRefusal?> AddPositionAsync(string slug) => office.OrganizeAsync("000", (organizer, actor, _, _) =>
        organizer.AddPositionAsync(actor, new Position(slug, "值守", ""), CancellationToken.None));

    private Task<List<string>> PathsAsync() => office.Store.AskAsync((AcademyDb db) => db.Branches.OrderBy(b => b.Id).Select(b => b.Path).ToListAsync());
}
