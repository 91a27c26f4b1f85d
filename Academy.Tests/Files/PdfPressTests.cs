using System.Runtime.InteropServices;
using System.Text;
using Academy.Domain.Files.Pdf;
using PdfReader = UglyToad.PdfPig.PdfDocument;

namespace Academy.Tests.Files;

/// <summary>What comes out of the press can be read again, and is small.</summary>
public sealed class PdfPressTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly PdfPress Press = new(() => ChineseFont.Find(null));

    [Fact]
    public void The_library_that_cuts_fonts_has_what_is_asked_of_it()
    {
        var library = NativeLibrary.Load("libHarfBuzzSharp", typeof(PdfPress).Assembly, null);

        Assert.True(NativeLibrary.TryGetExport(library, "hb_subset_or_fail", out _));
    }

    [Fact]
    public void What_is_written_can_be_read_again()
    {
        var file = Print("青岚农商银行　合格证书", "二〇二六年十一月，月末 1,234.50 元（Qinglan）");

        using var pdf = PdfReader.Open(file);
        Assert.Equal("证书", pdf.Information.Title);
        var page = Assert.Single(pdf.GetPages());
        Assert.Equal((595, 842), (Math.Round(page.Width), Math.Round(page.Height)));
        Assert.Equal("青岚农商银行　合格证书二〇二六年十一月，月末 1,234.50 元（Qinglan）", page.Text);
    }

    [Fact]
    public void A_page_carries_no_more_of_the_font_than_it_shows() =>
        Assert.InRange(Print("兹证明李娜同志于二〇二六年十一月通过综合柜员上岗考试，成绩合格，特发此证。").Length, 1_000, 60_000);

    [Fact]
    public void The_same_document_is_the_same_bytes() => Assert.Equal(Print("同一份"), Print("同一份"));

    [Fact]
    public void Two_thousand_characters_are_not_too_many()
    {
        var runes = Enumerable.Range(0x4E00, 2_000).Select(code => new Rune(code)).ToList();
        var lines = runes.Chunk(40).Select(row => string.Concat(row)).ToArray();

        using var pdf = PdfReader.Open(Print(lines));

        Assert.Equal(string.Concat(lines), pdf.GetPage(1).Text);
    }

    [Fact]
    public void What_the_font_does_not_have_is_seen_to_be_missing()
    {
        using var pdf = PdfReader.Open(Print("王\uE123明", "李\U0010FFFDa\n"));

        Assert.Equal("王〓明李〓a〓", pdf.GetPage(1).Text);
    }

    [Fact]
    public void Figures_below_each_other_are_in_line()
    {
        SkipWithoutFont();
        var document = new PdfDocument("合计", Noon);
        var page = document.AddPage();
        page.Figures("1,111.11", 300, 100, 12);
        page.Figures("8,888.88", 300, 120, 12);

        using var pdf = PdfReader.Open(Press.Print(document)!);
        var rows = pdf.GetPage(1).Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).ToList();
        Assert.Equal(["1,111.11", "8,888.88"], rows.Select(row => string.Concat(row.Select(letter => letter.Value))));
        Assert.All(rows[0].Zip(rows[1]), pair => Assert.Equal(pair.First.StartBaseLine.X, pair.Second.StartBaseLine.X, 0.5));
        Assert.InRange(rows[0].Last().EndBaseLine.X, 297, 300.1);
    }

    [Theory]
    [InlineData(PdfAlign.Left, 300, 324)]
    [InlineData(PdfAlign.Center, 288, 312)]
    [InlineData(PdfAlign.Right, 276, 300)]
    public void A_text_begins_stands_about_or_ends_where_it_is_put(PdfAlign align, double from, double to)
    {
        SkipWithoutFont();
        var document = new PdfDocument("位置", Noon);
        document.AddPage().Text("学堂", 300, 100, 12, align);

        using var pdf = PdfReader.Open(Press.Print(document)!);
        var letters = pdf.GetPage(1).Letters;
        Assert.Equal((from, to), (Math.Round(letters[0].StartBaseLine.X), Math.Round(letters[1].EndBaseLine.X)));
    }

    [Fact]
    public void Without_a_font_there_is_nothing_to_print_in()
    {
        var press = new PdfPress(() => null);

        Assert.False(press.HasFont);
        Assert.Null(press.Print(new("证书", Noon)));
    }

    [Fact]
    public void A_collection_gives_its_face_for_simplified_Chinese()
    {
        var path = Directory.Exists("/usr/share/fonts")
            ? Directory.EnumerateFiles("/usr/share/fonts", "*.ttc", SearchOption.AllDirectories).FirstOrDefault(IsChinese)
            : null;
        Assert.SkipWhen(path is null, "There is no collection of fonts with Chinese here.");

        var press = new PdfPress(() => ChineseFont.Find(path));

        using var pdf = PdfReader.Open(Print(press, "门关角骨 1"));
        Assert.Equal("门关角骨 1", pdf.GetPage(1).Text);
    }

    [Fact]
    public void What_is_no_font_is_none() =>
        Assert.Null(ChineseFont.Find(Path.Combine(AppContext.BaseDirectory, "Academy.Tests.dll")));

    private static bool IsChinese(string path) => ChineseFont.Find(path) is not null;

    private static byte[] Print(params string[] lines) => Print(Press, lines);

    private static byte[] Print(PdfPress press, params string[] lines)
    {
        SkipWithoutFont();
        var document = new PdfDocument("证书", Noon);
        var page = document.AddPage();
        foreach (var (index, line) in lines.Index()) page.Text(line, 40, 60 + (index * 14), 12);
        return press.Print(document)!;
    }

    private static void SkipWithoutFont() => Assert.SkipUnless(Press.HasFont, "There is no font with Chinese here.");
}
