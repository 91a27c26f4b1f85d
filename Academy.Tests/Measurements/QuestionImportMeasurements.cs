using System.Globalization;
using Academy.Tests.Faults;
using Academy.Tests.Hosting;
using Academy.Tests.People;

namespace Academy.Tests.Measurements;

/// <summary>
/// How long an import of a large bank of questions takes, from the upload to the page that answers it, and how much
/// memory the program holds at most: in a process of its own that does nothing else.
/// </summary>
[Collection("Measurements")]
public sealed class QuestionImportMeasurements : IDisposable
{
    private const int Questions = 10_000;
    private static readonly string[] Words =
    [
        "柜面", "现金", "假币", "客户", "凭证", "交接", "登记", "复核", "挂失", "开户", "存款", "汇款", "密码", "印章", "尾箱", "残币", "对账", "查询", "投诉", "理财",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly Figures figures = new(
        $"Import of {Questions} questions from a workbook, upload to answer on loopback", "What", "elapsed", "of the processor");

    [Fact(Explicit = true)]
    public async Task An_import_of_a_large_bank_of_questions()
    {
        await using (var opening = new AcademyProcess(folder.Path)) await opening.StartAsync();
        var most = new List<string>();
        foreach (var (what, seed) in new[] { ("into a small bank", 1), ("into a bank of as many", 2) })
        {
            await using var server = new AcademyProcess(folder.Path);
            await server.StartAsync();
            using var trainer = await server.SignInAsync("T0001");
            await ImportAsync(server, trainer, what, Workbook(seed));
            most.Add(string.Create(CultureInfo.InvariantCulture, $"Most memory of the server, {what}: {server.Usage.MostMemory >> 20} MB"));
        }

        figures.Show();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', most));
    }

    public void Dispose() => folder.Dispose();

    private async Task ImportAsync(AcademyProcess server, HttpClient trainer, string what, byte[] workbook)
    {
        var bank = (await trainer.GetPageAsync("/authoring/banks"))
            .QuerySelectorAll("main a")
            .Select(link => link.GetAttribute("href")!)
            .First(address => address.StartsWith("/authoring/banks/", StringComparison.Ordinal) && char.IsAsciiDigit(address[^1]));
        var import = "";
        figures.Add($"preview, {what}", await CostAsync(server, async () =>
        {
            import = (await trainer.PostFileAsync($"{bank}/import", "bank.xlsx", new MemoryStream(workbook), "upload")).Headers.Location!
                .ToString();
            await trainer.GetPageAsync(import);
        }));
        figures.Add($"take, {what}", await CostAsync(server, async () =>
        {
            await trainer.PostFormAsync(import, $"{import}/application", ("Seen", "0"));
            Assert.NotNull((await trainer.GetPageAsync(import)).QuerySelector("form[action$='/undoing']"));
        }));
    }

    private static async Task<TimeSpan[]> CostAsync(AcademyProcess server, Func<Task> act)
    {
        var before = server.Usage.Processor;
        var elapsed = await Figures.TimeAsync(act);
        return [elapsed, server.Usage.Processor - before];
    }

    private static byte[] Workbook(int seed)
    {
        var random = new Random(seed);
        return RosterSamples.Workbook(("题库", [["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度", "标签"],
            .. Enumerable.Range(1, Questions).Select(n => Row(random, n))]));
    }

    private static string[] Row(Random random, int n) =>
    [
        "单选题",
        $"{Sentence(random, 8)}，应当怎样办理？",
        .. Enumerable.Range(0, 4).Select(option => $"{Sentence(random, 4)}{n}{option}"),
        "A",
        Sentence(random, 10),
        "中",
        "常考",
    ];

    private static string Sentence(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]));
}
