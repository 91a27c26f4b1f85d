using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Tests.Hosting;

namespace Academy.Tests.People;

/// <summary>What may be entered is the same whether somebody types it into a form or a file brings it.</summary>
public sealed class RollEntryTests : IAsyncDisposable
{
    private readonly Office office;

    public RollEntryTests(OpenedAcademy opened) => office = new Office(opened);

    public static TheoryData<string, string, string, bool> People => new()
    {
        { new string('9', 30), "曾可", "zeng ke", true },
        { new string('9', 31), "曾可", "zeng ke", false },
        { "柜员_9.1-a", "曾可", "zeng ke", true },
        { "ｎ９", "曾可", "zeng ke", true },
        { "new", "曾可", "zeng ke", false },
        { "..", "曾可", "zeng ke", false },
        { "N/9", "曾可", "zeng ke", false },
        { "N9", new string('可', 100), "zeng ke", true },
        { "N9", new string('可', 101), "zeng ke", false },
        { "N9", "", "zeng ke", false },
        { "N9", "曾可", "Zeng  KE", true },
        { "N9", "曾可", new string('z', 200), true },
        { "N9", "曾可", new string('z', 201), false },
        { "N9", "曾可", "", true },
        { "N9", "曾可", "曾", false },
    };

    [Theory, MemberData(nameof(People))]
    public async Task A_person(string number, string name, string pinyin, bool isEntered)
    {
        var newcomer = new Newcomer(
            RollEntry.Number.Read(number), RollEntry.PersonName.Read(name), RollEntry.PinyinKey.Read(pinyin),
            await office.BranchAsync("102"), (await office.PositionAsync("teller")).Id);
        var actor = await office.AdministratorAsync();

        var refusal = await office.Store.AskAsync((Registrar registrar) => registrar.AddAsync(actor, newcomer, CancellationToken.None));
        var plan = RosterSamples.Plan(RosterSamples.Csv($"工号,姓名,机构编号,岗位,拼音\n{number},{name},101,柜员,{pinyin}"));

        Assert.Equal((isEntered, isEntered), (refusal is null, plan.Problems.Count == 0));
        if (!isEntered) return;

        var entered = await office.PersonAsync(newcomer.Number);
        var planned = Assert.Single(plan.Changes).Person!;
        Assert.Equal((entered.Number, entered.Name, entered.PinyinKey), (planned.Number, planned.Name, planned.Pinyin));
    }

    [Theory]
    [InlineData("a", 19, 100, 200, true)]
    [InlineData("a", 20, 100, 200, false)]
    [InlineData("a", 19, 101, 200, false)]
    [InlineData("a", 19, 100, 201, false)]
    [InlineData("a", 0, 100, 200, false)]
    [InlineData("a/", 2, 100, 200, false)]
    public async Task A_unit(string beginning, int digits, int nameLength, int englishLength, bool isEntered)
    {
        var (code, name, english) = (beginning + new string('7', digits), new string('区', nameLength), new string('e', englishLength));
        var above = await office.BranchAsync("000");

        var refusal = await office.OrganizeAsync((organizer, actor) =>
            organizer.AddBranchAsync(actor, new BranchTerms(code, name, english, BranchKind.Outlet), above, CancellationToken.None));
        var plan = RosterSamples.Plan(RosterSamples.Workbook(
            ("机构", [["机构编号", "机构名称", "上级机构编号", "类别", "英文名称"], [code, name, "000", "网点", english]])));

        Assert.Equal((isEntered, isEntered), (refusal is null, plan.Problems.Count == 0));
    }

    [Fact]
    public void What_is_on_the_roll_from_earlier_stays_known_as_it_is()
    {
        var roll = RosterSamples.Roll with
        {
            People = [.. RosterSamples.Roll.People.Select(p => p with { Number = p.Number.TrimEnd('1') })],
        };

        Assert.Empty(RosterSamples.Plan(RosterSamples.People("E,李静,101,柜员,在岗"), roll: roll).Problems);
        Assert.Equal(
            RosterProblemKind.BadCharacters, Assert.Single(RosterSamples.Plan(RosterSamples.People("E,李静,101,柜员,在岗")).Problems).Kind);
    }

    [Fact]
    public async Task Who_has_no_key_is_sorted_by_name()
    {
        var (actor, person) = (await office.AdministratorAsync(), await office.PersonAsync("E0042"));

        Assert.Equal(RegistrarRefusal.Malformed, await EditAsync("单雄", "雄"));
        Assert.Null(await EditAsync("单雄", ""));
        Assert.Equal("单雄", (await office.PersonAsync("E0042")).PinyinKey);

        Task<RegistrarRefusal?> EditAsync(string name, string key) => office.Store.AskAsync((Registrar registrar) =>
            registrar.EditAsync(actor, person.Id, person.AsSeen(), name, key, CancellationToken.None));
    }

    [Theory]
    [InlineData("new")]
    [InlineData("Night Guard")]
    public async Task A_position_has_no_address_of_a_page(string slug) =>
        Assert.Equal(OrganizerRefusal.Malformed, await office.OrganizeAsync((organizer, actor) =>
            organizer.AddPositionAsync(actor, slug, "值守", "", CancellationToken.None)));

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
