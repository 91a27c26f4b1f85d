using System.Diagnostics;
using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>How long an import of a large bank of questions takes, from the file to the store.</summary>
[Collection("Measurements")]
public sealed class QuestionImportMeasurements(OpenedAcademy opened)
{
    private const int Questions = 10_000;
    private static readonly string[] Words = ["柜面", "现金", "假币", "客户", "凭证", "交接", "登记", "复核", "挂失", "开户", "存款", "汇款", "密码", "印章", "尾箱", "残币", "对账", "查询", "投诉", "理财"];
    private static readonly Actor Trainer = new(1, "T0001", "T");

    [Fact(Explicit = true)]
    public async Task An_import_of_a_large_bank_of_questions()
    {
        var figures = new Figures($"Import of {Questions} questions from a workbook", "What", "once", "of that processor");
        await using var store = new AcademyStore(opened);
        var bank = await store.AskAsync<AcademyDb, Bank>(db => db.Banks.FirstAsync());
        long import = 0;
        foreach (var (what, seed) in new[] { ("into a small bank", 1), ("into a bank of as many", 2) })
        {
            var workbook = Workbook(seed);
            figures.Add($"preview, {what}", await Figures.CostAsync(async () => import = await store.AskAsync<Cataloger, long>(async c => (await c.ReceiveAsync(bank, new QuestionSource("bank.xlsx", workbook), Trainer, default)).Import!.Id)));
            await store.AskAsync<AcademyDb, int>(db => db.ImportRows.Where(r => r.Choice == RowChoice.Undecided).ExecuteUpdateAsync(set => set.SetProperty(r => r.Choice, RowChoice.Add)));
            figures.Add($"take, {what}", await Figures.CostAsync(async () => Assert.Null(await store.AskAsync<Cataloger, ImportRefusal?>(c => c.ApplyAsync(import, Trainer, default)))));
        }

        figures.Show();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Most memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
    }

    private static byte[] Workbook(int seed)
    {
        var random = new Random(seed);
        return RosterSamples.Workbook(("题库", [["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度", "标签"], .. Enumerable.Range(1, Questions).Select(n => Row(random, n))]));
    }

    private static string[] Row(Random random, int n) => ["单选题", $"{Sentence(random, 8)}，应当怎样办理？", .. Enumerable.Range(0, 4).Select(option => $"{Sentence(random, 4)}{n}{option}"), "A", Sentence(random, 10), "中", "常考"];

    private static string Sentence(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]));
}
