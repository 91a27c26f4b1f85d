using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Academy.Domain.Questions.Formats;
using Academy.Tests.People;
using Academy.Tests.Questions;

namespace Academy.Tests.Measurements;

/// <summary>How long large files of questions take to read, and how much memory.</summary>
public sealed class SheetMeasurements
{
    private const int Questions = 10_000;
    private const string Heads = "题型,题干,选项A,选项B,选项C,选项D,答案,解析";

    [Fact(Explicit = true)]
    public async Task Reading_large_files_of_questions()
    {
        var figures = new Figures($"Reading {Questions} questions", "What", "once");
        var workbook = RosterSamples.Workbook(("题库", [Heads.Split(','), .. Enumerable.Range(1, Questions).Select(Row)]));
        var table = Encoding.UTF8.GetBytes(
            $"{Heads}\n{string.Join('\n', Enumerable.Range(1, Questions).Select(n => string.Join(',', Row(n))))}");
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, Questions)
            .Select(n => $"{n}. 第{n}题，下列做法正确的是（ ）\nA. 当面收缴{n}\nB. 退还客户\nC. 自行销毁\nD. 交给同事\n答案：A\n解析：应当当面收缴。\n\n")));
        foreach (var (what, content) in new[] { ("workbook", workbook), ("table", table), ("typed text", text) })
            figures.Add(what, await TimeAsync(content, Questions));
        foreach (var (what, hostile, _) in WorkbookTests.Hostile.Select(row => row.Data))
            figures.Add($"refusing a workbook: {what}", await TimeAsync(hostile, 0, QuestionFormat.Xlsx));
        figures.Add("refusing a workbook: 200 MB of cells", await TimeAsync(Cells(200 << 20), 0, QuestionFormat.Xlsx));
        figures.Show();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Most memory of the process: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
    }

    private static Task<TimeSpan> TimeAsync(byte[] content, int expected, QuestionFormat? format = null) => Figures.TimeAsync(() =>
    {
        Assert.Equal(expected, QuestionFormats.Read(content, format)!.Value.File.Questions.Count);
        return Task.CompletedTask;
    });

    private static string[] Row(int n) => ["单选题", $"第{n}题：下列做法正确的是（ ）", $"当面收缴{n}", "退还客户", "自行销毁", "交给同事", "A", "应当当面收缴。"];

    /// <summary>As real sheets are, it packs to some tenth of its size.</summary>
    private static byte[] Cells(int size) => WorkbookTests.Archive(archive =>
    {
        var random = new Random(1);
        var cells = Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Range(0, 60_000).Select(n => $"<c r=\"A{n}\"><v>{random.Next()}</v></c>")));
        using var part = archive.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
        for (var written = 0; written < size; written += cells.Length) part.Write(cells);
    });
}
