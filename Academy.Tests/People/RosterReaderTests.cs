using System.IO.Compression;
using Academy.Domain.People.Rosters;
using CsCheck;

namespace Academy.Tests.People;

/// <summary>What files are read, and what is said of those that are not.</summary>
public sealed class RosterReaderTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("GBK")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void A_table_of_text_is_read_in_the_encodings_of_Chinese_offices(string encoding)
    {
        var file = RosterReader.Read(RosterSamples.Csv($"{RosterSamples.Heads}\n0012,张三丰,101,柜员,产假\n", encoding));
        Assert.Empty(file.Problems);
        Assert.Equal(
            ("0012", "张三丰", "产假"),
            (file.People[0][RosterColumn.Number], file.People[0][RosterColumn.Name], file.People[0][RosterColumn.State]));
    }

    [Theory]
    [InlineData("工 号,姓　名,机构,岗位")]
    [InlineData("工号（必填）,姓名*,所属机构,岗位名称")]
    [InlineData("Employee Number;Name;Branch Code;Position")]
    [InlineData("ＮＵＭＢＥＲ\tＮａｍｅ\tbranch\tpost")]
    public void Heads_are_known_whatever_their_spaces_widths_and_language(string heads) =>
        Assert.Equal(RosterProblemKind.Empty, Assert.Single(RosterReader.Read(RosterSamples.Csv($"{heads}\n")).Problems).Kind);

    [Fact]
    public void A_workbook_may_hold_branches_and_people()
    {
        var file = RosterReader.Read(RosterSamples.Workbook(
            ("说明", [["请按模板填写"]]),
            ("机构", [["机构编号", "机构名称", "上级机构", "类别"], ["102", "北门", "城关支行", "网点"]]),
            ("人员", [["工号", "姓名", "机构编号", "岗位"], ["007", "张三", "102", "柜员"]])));
        Assert.Empty(file.Problems);
        Assert.Equal(("机构", 2, "102"), (file.Branches[0].Sheet, file.Branches[0].Row, file.Branches[0][RosterColumn.Code]));
        Assert.Equal(("人员", 2, "007"), (file.People[0].Sheet, file.People[0].Row, file.People[0][RosterColumn.Number]));
    }

    [Fact]
    public void Numbers_keep_their_digits_and_blank_rows_are_passed_over_but_counted()
    {
        var workbook = RosterSamples.Rewrite(
            RosterSamples.Workbook(("人员", [["工号", "姓名", "机构编号", "岗位"], ["", "", "", ""], ["X", "张三", "101", "柜员"]])),
            "sheet1.xml",
            xml => System.Text.RegularExpressions.Regex.Replace(
                xml, "<x:c r=\"A3\"[^>]*><x:v>X</x:v></x:c>", "<x:c r=\"A3\"><x:v>1.00001E5</x:v></x:c>"));
        var row = Assert.Single(RosterReader.Read(workbook).People);
        Assert.Equal((3, "100001"), (row.Row, row[RosterColumn.Number]));
    }

    [Fact]
    public void Missing_columns_are_named_with_what_was_found()
    {
        var problem = Assert.Single(RosterReader.Read(RosterSamples.Csv("工号,姓名,电话\nE1,李静,1\n")).ProblemsOfTheWhole);
        Assert.Equal((RosterProblemKind.MissingColumns, "机构编号、岗位", "工号、姓名、电话"), (problem.Kind, problem.Value, problem.Found));
    }

    [Fact]
    public void A_formula_is_refused_where_it_stands()
    {
        var workbook = RosterSamples.Rewrite(
            RosterSamples.Workbook(("人员", [["工号", "姓名", "机构编号", "岗位"], ["E9", "张三", "101", "柜员"]])),
            "sheet1.xml", xml => xml.Replace("<x:v>张三</x:v>", "<x:f>A1</x:f><x:v>张三</x:v>"));
        var problem = Assert.Single(RosterReader.Read(workbook).Problems);
        Assert.Equal((RosterProblemKind.Formula, "人员", 2, "姓名"), (problem.Kind, problem.Sheet, problem.Row, problem.Column));
    }

    [Theory]
    [InlineData("E8,\"李四,101,柜员,在岗")]
    [InlineData("E8,李\"四,101,柜员,在岗")]
    [InlineData("E8,\"李\"四,101,柜员,在岗")]
    public void A_quote_where_none_belongs_damages_its_row_and_no_other(string row)
    {
        var file = RosterReader.Read(RosterSamples.People(row, "E9,张三,101,柜员,在岗"));
        Assert.Equal(["E8", "E9"], file.People.Select(person => person[RosterColumn.Number]));
        Assert.Equal((RosterProblemKind.DamagedRow, 2), (Assert.Single(file.Problems).Kind, file.Problems[0].Row));
    }

    [Fact]
    public void An_error_in_a_cell_is_refused_where_it_stands()
    {
        var workbook = RosterSamples.Rewrite(
            Small,
            "sheet1.xml",
            xml => System.Text.RegularExpressions.Regex.Replace(
                xml, "<x:c r=\"B2\"[^>]*><x:v>张三</x:v></x:c>", "<x:c r=\"B2\" t=\"e\"><x:v>#N/A</x:v></x:c>"));
        var problem = Assert.Single(RosterReader.Read(workbook).Problems);
        Assert.Equal((RosterProblemKind.Formula, 2, "姓名"), (problem.Kind, problem.Row, problem.Column));
    }

    [Fact]
    public void A_workbook_of_the_strict_kind_is_read()
    {
        var workbook = RosterSamples.Rewrite(Small, "/workbook.xml", xml => xml.Replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        Assert.Equal("E9", Assert.Single(RosterReader.Read(workbook).People)[RosterColumn.Number]);
    }

    public static TheoryData<string, RosterProblemKind> Refused => new()
    {
        { "empty", RosterProblemKind.Empty }, { "blank", RosterProblemKind.Empty }, { "large", RosterProblemKind.TooLarge },
        { "old", RosterProblemKind.OldWorkbook },
        { "picture", RosterProblemKind.UnknownEncoding }, { "zip", RosterProblemKind.DamagedWorkbook },
        { "truncated", RosterProblemKind.DamagedWorkbook }, { "bomb", RosterProblemKind.UnpacksTooLarge },
        { "rows", RosterProblemKind.TooManyRows }, { "columns", RosterProblemKind.TooManyColumns },
        { "wide", RosterProblemKind.TooManyColumns }, { "other", RosterProblemKind.NoKnownSheet },
        { "twice", RosterProblemKind.DuplicateColumn }, { "entity", RosterProblemKind.DamagedWorkbook },
        { "quotes", RosterProblemKind.UnclosedQuotes },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_as_a_whole(string what, RosterProblemKind kind) =>
        Assert.Equal(kind, Assert.Single(RosterReader.Read(Refusable(what)).ProblemsOfTheWhole).Kind);

    [Fact]
    public void Whatever_the_bytes_are_the_answer_is_rows_and_problems() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Assert.NotNull(RosterReader.Read(bytes)), iter: 2000);

    [Fact]
    public void Whatever_becomes_of_a_good_file_the_answer_is_rows_and_problems()
    {
        byte[][] good = [Small, RosterSamples.People("E9,张三,101,柜员,在岗", "E8,\"李\"\"四\",101,柜员,产假")];
        Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[0, 1_000_000], Gen.Byte).Array[1, 12], Gen.Int[0, 1_000_000], Gen.Bool).Sample(
            (which, changes, cut, isCut) =>
            {
                var bytes = (byte[])good[which].Clone();
                foreach (var (at, value) in changes) bytes[at % bytes.Length] = value;
                RosterSamples.Plan(isCut ? bytes[..(cut % bytes.Length)] : bytes);
            }, iter: 3000);
    }

    [Fact]
    public void Whatever_becomes_of_the_xml_in_a_workbook_the_answer_is_rows_and_problems() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, Splinters.Length - 1]).Sample((at, put) => RosterSamples.Plan(
            RosterSamples.Rewrite(
                Small,
                at % 2 == 0 ? "sheet1.xml" : "workbook.xml",
                xml => xml.Remove(at % xml.Length, 1).Insert(at % xml.Length, Splinters[put]))), iter: 500);

    private static readonly string[] Splinters = ["<", ">", "\"", "&", "s", "<x:f/>", "ZZZ999", "-1", "&#x1F600;", ""];

    private static readonly byte[] Small = RosterSamples.Workbook(("人员", [["工号", "姓名", "机构编号", "岗位"], ["E9", "张三", "101", "柜员"]]));

    private static byte[] Refusable(string what) => what switch
    {
        "empty" => [],
        "blank" => " \r\n\r\n"u8.ToArray(),
        "large" => new byte[RosterReader.MostBytes + 1],
        "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        "picture" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0xFF],
        "zip" => Zip("note.txt", "x"),
        "truncated" => Small[..(Small.Length / 2)],
        "bomb" => Zip("xl/workbook.xml", new string(' ', 70 * 1024 * 1024)),
        "rows" => RosterSamples.People(Enumerable.Repeat("E9,张三,101,柜员,在岗", RosterReader.MostRows + 1)),
        "columns" => RosterSamples.Csv(new string(',', 1_000_000)),
        "wide" => RosterSamples.Rewrite(Small, "sheet1.xml", xml => xml.Replace("r=\"D2\"", "r=\"XFD2\"")),
        "quotes" => RosterSamples.People(Enumerable.Repeat($"E9,\"{new string('z', 40_001)}", 101)),
        "other" => RosterSamples.Csv("货币,面额\n人民币,100\n"),
        "twice" => RosterSamples.Csv("工号,姓名,员工姓名,机构,岗位\nE9,张三,张三,101,柜员\n"),
        _ => RosterSamples.Rewrite(
            Small,
            "sheet1.xml",
            xml => "<!DOCTYPE a [<!ENTITY b \"c\">]>" + xml[(xml.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
    };

    private static byte[] Zip(string name, string text)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry(name).Open())) writer.Write(text);
        return stream.ToArray();
    }
}
