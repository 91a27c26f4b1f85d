using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Texts;
using Academy.Tests.People;

namespace Academy.Tests.Questions;

public class WorkbookTests
{
    private const string One = "<c><v>1</v></c>";
    private static readonly string[] Heads = ["题型", "题干", "选项A", "选项B", "答案"];
    private static readonly byte[] Sample = RosterSamples.Workbook(
        ("题库", [Heads, ["单选题", "哪个？", "甲", "乙", "B"], ["判断题", "对吗？", "", "", "对"]]));

    [Fact]
    public void A_workbook_is_known_by_what_it_holds_and_read_by_its_heads()
    {
        var (format, file) = QuestionFormats.Read(Sample)!.Value;

        Assert.Equal(QuestionFormat.Xlsx, format);
        Assert.Empty(file.Reported);
        Assert.Equal(
            [(1, 2, QuestionType.SingleChoice), (2, 3, QuestionType.TrueFalse)],
            file.Questions.Select(question => (question.Position, question.Line, question.Type)));
    }

    [Fact]
    public void All_sheets_with_heads_are_read_and_the_others_named()
    {
        var file = WorkbookReader.Read(RosterSamples.Workbook(
            ("单选", [Heads, ["单选题", "哪个？", "甲", "乙", "B"]]), ("说明", [["请按模板填写"]]), ("判断", [Heads, ["判断题", "对吗？", "", "", "对"]])));

        Assert.Equal(["单选", "判断"], file.Questions.Select(question => question.Category));
        Assert.Equal([1, 2], file.Questions.Select(question => question.Position));
        Assert.Contains(file.Remarks, remark => remark is { Problem: ReadingProblem.UnreadSheet, Detail: "说明" });
    }

    [Theory]
    [InlineData("<c r=\"E2\" t=\"e\"><v>#REF!</v></c>", ReadingProblem.ErrorCell, "#REF!")]
    [InlineData("<c r=\"E2\"><f>A1</f></c>", ReadingProblem.FormulaCell, "")]
    public void A_cell_that_shows_an_error_or_nothing_of_its_formula_is_reported(string cell, ReadingProblem problem, string detail)
    {
        var reported = Assert.Single(WorkbookReader.Read(Raw(cell)).Reported);

        Assert.Equal(new ReadingMessage(1, 2, problem, detail, "答案"), reported.Bare());
    }

    [Fact]
    public void Of_a_formula_the_value_is_taken_that_people_saw_and_it_is_said()
    {
        var file = WorkbookReader.Read(Raw("<c r=\"E2\" t=\"str\"><f>\"A\"&amp;\"\"</f><v>A</v></c>"));

        Assert.Equal("a", Assert.Single(file.Questions).Text.Options.Single(option => option.IsRight).Key);
        Assert.Contains(file.Remarks, remark => remark is { Position: 1, Line: 2, Problem: ReadingProblem.FormulaCell });
    }

    [Theory]
    [InlineData("1", "0.05", "5%")]
    [InlineData("2", "45000", "2023-03-15")]
    [InlineData("0", "1.5E3", "1500")]
    public void Numbers_say_what_people_see(string style, string number, string shown)
    {
        const string styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>"
            + "<xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";

        var file = WorkbookReader.Read(Raw(
            $"<c r=\"C2\" s=\"{style}\"><v>{number}</v></c><c r=\"E2\" t=\"inlineStr\"><is><t>A</t></is></c>", styles, "B"));

        Assert.Equal(shown, Assert.Single(file.Questions).Text.Options[0].Text.Plain);
    }

    [Fact]
    public void Characters_that_spreadsheets_write_as_codes_are_read_as_what_they_are() =>
        Assert.Equal(
            "第一行\n第二行_x",
            Assert.Single(WorkbookReader.Read(Raw(
                "<c r=\"C2\" t=\"inlineStr\"><is><t>第一行_x000D_\n第二行_x005F_x</t></is></c><c r=\"E2\" t=\"inlineStr\"><is><t>A</t></is></c>",
                first: "B")).Questions).Text.Options[0].Text.Plain);

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void What_is_too_large_or_damaged_is_refused_at_once(string what, byte[] content, ReadingProblem problem)
    {
        var start = Stopwatch.GetTimestamp();

        var file = QuestionFormats.Read(content, QuestionFormat.Xlsx)!.Value.File;

        Assert.Empty(file.Questions);
        Assert.Equal((0, problem), (Assert.Single(file.Reported).Position, file.Reported[0].Problem));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), what);
    }

    public static TheoryData<string, byte[], ReadingProblem> Hostile => new()
    {
        { "bomb", Packed(200 << 20), ReadingProblem.TooLarge },
        { "dtd", Rewritten("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"), ReadingProblem.Unreadable },
        {
            "entities",
            Rewritten("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;"),
            ReadingProblem.Unreadable
        },
        { "outside", RawBook("", target: "Target=\"file:///etc/passwd\" TargetMode=\"External\""), ReadingProblem.NoQuestions },
        { "wide", Wide(), ReadingProblem.TooLarge },
        {
            "many cells",
            RawBook($"<row>{Cells(1, Heads)}</row>{Repeated($"<row>{Repeated(One, 100)}</row>", 10_001)}"),
            ReadingProblem.TooLarge
        },
        { "cut", Sample[..(Sample.Length / 2)], ReadingProblem.Unreadable },
        { "none", "nothing"u8.ToArray(), ReadingProblem.Unreadable },
    };

    /// <summary>A workbook of which the last cells of the only question are given.</summary>
    internal static byte[] Raw(string cells, string? styles = null, string first = "B C")
    {
        var option = first.Contains('C') ? Cell("C2", "甲") : "";
        var place = cells.Contains("\"C2\"", StringComparison.Ordinal) ? cells.IndexOf("<c r=\"E2\"", StringComparison.Ordinal) : 0;
        var rest = option + cells.Insert(place, Cell("D2", "乙"));
        return RawBook($"<row r=\"1\">{Cells(1, Heads)}</row><row r=\"2\">{Cells(2, ["单选题", "哪个？"])}{rest}</row>", styles);
    }

    private static byte[] Wide() => RawBook($"<row r=\"1\">{Cells(1, Heads)}</row><row r=\"2\">{Repeated(One, 1_000_000)}</row>");

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static string Cells(int row, string[] texts) => string.Concat(texts.Select((text, n) => Cell($"{(char)('A' + n)}{row}", text)));

    private static string Cell(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static byte[] Rewritten(string before, string text = "") =>
        RawBook($"<row r=\"1\">{Cells(1, [.. Heads, text])}</row>", prolog: before);

    private static byte[] RawBook(
        string rows, string? styles = null, string prolog = "", string target = "Target=\"worksheets/sheet1.xml\"")
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        const string sheets = "<sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
        var parts = new Dictionary<string, string>
        {
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\">{sheets}</workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"{packages}\"><Relationship Id=\"r1\" {target}/></Relationships>",
            ["xl/worksheets/sheet1.xml"] = $"{prolog}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>",
        };
        if (styles is not null) parts["xl/styles.xml"] = styles;
        return Archive(archive =>
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        });
    }

    private static byte[] Packed(int size) => Archive(archive =>
    {
        using var part = archive.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
        var zeros = new byte[1 << 20];
        for (var written = 0; written < size; written += zeros.Length) part.Write(zeros);
    });

    internal static byte[] Archive(Action<ZipArchive> fill)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) fill(archive);
        return stream.ToArray();
    }
}
