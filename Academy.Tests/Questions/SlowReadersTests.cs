using System.Diagnostics;
using System.Text;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Tests.Learning;

namespace Academy.Tests.Questions;

/// <summary>
/// Files that take minutes where a reader looks again at what it has looked at, and a second where it goes through them once.
/// </summary>
public sealed class SlowReadersTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, string, int> Texts => new()
    {
        { "1. 题", " 2. ", "", 200_000 },
        { "1. 题 2. ", "A、", "", 400_000 },
        { "1. 题\n解析：", " 答案：", "", 200_000 },
        { "1. 题", "【A】", "\nA. 甲\nB. 乙\n答案：A", 150_000 },
        { "1. 题", "（对）", "（A）", 150_000 },
        { "一、填空题\n1. 题", "（甲）", "", 100_000 },
        { "1. 题\nA. f(", ")", "x\nB. g()\n答案：A", 250_000 },
        { "", $"#{new string(' ', 157)}？\n", "", 20_000 },
        { "哪一项？\n", "材料：甲\n", "", 20_000 },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_typed_text_is_gone_through_once(string beginning, string repeated, string end, int times) =>
        InTime(() => TypedReader.Read($"{beginning}{Times(repeated, times)}{end}"));

    [Fact]
    public void Files_of_one_name_are_told_apart_without_looking_at_all_of_them()
    {
        var files = string.Concat(Enumerable.Range(0, 4_000).Select(n =>
            $"<file name=\"a.png\" encoding=\"base64\">{Convert.ToBase64String(BitConverter.GetBytes(n))}</file>"));

        InTime(() => MoodleXmlReader.Read(
            $"<quiz><question type=\"essay\"><questiontext><text>题</text>{files}</questiontext></question></quiz>"));
    }

    [Fact]
    public void A_key_that_names_more_options_than_there_are_is_not_read_on()
    {
        var option = Times("甲", 300_000);

        InTime(() => CsvReader.Read($"题干,A,B,答案\n哪个？,{option}乙,丙,\"{Times("丙;", 19_000)}\"\n"));
    }

    [Fact]
    public void A_format_of_numbers_is_looked_at_once_and_never_when_no_spreadsheet_writes_it()
    {
        var styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
            + $"<numFmt numFmtId=\"200\" formatCode=\"{Times("[", 1_000_000)}0%\"/></numFmts><cellXfs>"
            + "<xf numFmtId=\"200\"/></cellXfs></styleSheet>";

        InTime(() => WorkbookReader.Read(WorkbookTests.Raw(Times("<c s=\"0\"><v>0.5</v></c>", 200), styles)));
    }

    [Theory]
    [InlineData("a<!-- ")]
    [InlineData("a<? ")]
    [InlineData("a<!A ")]
    public void What_never_ends_in_a_lesson_is_looked_for_once(string mark) =>
        InTime(() => UploadedText.Read("长.md", Uploads.Of($"正文\n\n{Times(mark, 150_000)}")));

    private static string Times(string repeated, int times) => new StringBuilder().Insert(0, repeated, times).ToString();

    private static void InTime(Action read)
    {
        var watch = Stopwatch.StartNew();
        read();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Generous);
    }
}
