using Academy.Domain.People.Rosters;
using Academy.Tests.Hosting;
using Academy.Tests.People;

namespace Academy.Tests.Measurements;

/// <summary>How long an import of a whole bank takes, from the file to the store.</summary>
[Collection("Measurements")]
public sealed class RosterMeasurements(OpenedAcademy opened)
{
    private const int People = 10_000;

    [Fact(Explicit = true)]
    public async Task An_import_of_a_whole_bank()
    {
        var figures = new Figures($"Import of {People} people", "What", "once", "of that processor");
        await using var store = new AcademyStore(opened);
        var run = await store.ReceiveAsync(Roster("101", "在岗"));
        RosterPlan plan = null!;
        figures.Add("preview, all new", await Figures.CostAsync(async () => plan = await store.PlanAsync(run)));
        figures.Add("apply, all new", await Figures.CostAsync(() => store.ApplyAsync(run, plan.Fingerprint)));
        var moves = await store.ReceiveAsync(Roster("102", "产假"));
        figures.Add("preview, all changed", await Figures.CostAsync(async () => plan = await store.PlanAsync(moves)));
        figures.Add("apply, all changed", await Figures.CostAsync(() => store.ApplyAsync(moves, plan.Fingerprint)));
        figures.Add(
            "preview, nothing to do",
            await Figures.CostAsync(async () => plan = await store.PlanAsync(await store.ReceiveAsync(Roster("102", "产假")))));
        var workbook = RosterSamples.Workbook(
            ("人员", [["工号", "姓名", "机构编号", "岗位"], .. Enumerable.Range(1, People).Select(n => new[] { $"R{n:D6}", "张三丰", "101", "柜员" })]));
        figures.Add("reading the workbook", await Figures.CostAsync(() => Task.FromResult(RosterReader.Read(workbook))));
        figures.Show();
    }

    private static string Roster(string branch, string state) =>
        "工号,姓名,机构编号,岗位,状态\n" + string.Concat(Enumerable.Range(1, People).Select(n => $"R{n:D6},张三丰,{branch},柜员,{state}\n"));
}
