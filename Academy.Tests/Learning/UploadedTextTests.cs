using System.Text;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using AngleSharp.Html.Parser;
using CsCheck;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Academy.Tests.Learning;

public sealed class UploadedTextTests
{
    private static readonly string[] Names = ["a.docx", "a.html", "a.md"];
    private static readonly string[] Articles =
        ["h1:第一章 总则", "h2:第一条", "p:为了规范柜面服务，制定本办法。", "h2:第二条", "p:本办法适用于全体员工。"];
    private static readonly string[] Headings = ["接待", "送别"];
    private static readonly string[] Items = ["站起来", "问好"];

    [Theory]
    [InlineData("<p>好</p><script>alert(1)</script>", UploadRefusal.Script)]
    [InlineData("<p onclick=\"alert(1)\">好</p>", UploadRefusal.EventHandler)]
    [InlineData("<img src=x onerror=alert(1)>", UploadRefusal.EventHandler)]
    [InlineData("<a href=\"javascript:alert(1)\">好</a>", UploadRefusal.ScriptLink)]
    [InlineData("<a href=\" java\tscript:alert(1)\">好</a>", UploadRefusal.ScriptLink)]
    [InlineData("<a href=\"data:text/html,hi\">好</a>", UploadRefusal.ScriptLink)]
    [InlineData("<svg><script>alert(1)</script></svg>", UploadRefusal.Script)]
    [InlineData("<svg onload=alert(1)></svg>", UploadRefusal.EventHandler)]
    [InlineData("<iframe src=\"https://example.org\"></iframe>", UploadRefusal.Frame)]
    [InlineData("<object data=x></object>", UploadRefusal.Plugin)]
    [InlineData("<form action=\"/x\"><p>好</p></form>", UploadRefusal.Form)]
    [InlineData("<style>@import url(x)</style><p>好</p>", UploadRefusal.Style)]
    [InlineData("<p style=\"background: url(//x)\">好</p>", UploadRefusal.Style)]
    [InlineData("<meta http-equiv=refresh content=\"0;url=//x\"><p>好</p>", UploadRefusal.Redirect)]
    [InlineData("", UploadRefusal.Missing)]
    [InlineData("<p> </p>", UploadRefusal.NoText)]
    public void A_page_that_does_more_than_say_something_is_refused_with_the_reason(string html, UploadRefusal refusal) =>
        Assert.Equal(refusal, UploadedText.Read("规定.html", Uploads.Of(html)).Problem?.Refusal);

    [Theory]
    [InlineData("好 <script>alert(1)</script>", UploadRefusal.Script)]
    [InlineData("[好](javascript:alert(1))", UploadRefusal.ScriptLink)]
    [InlineData("好 {onclick=\"alert(1)\"}", UploadRefusal.EventHandler)]
    public void So_is_such_a_Markdown_file(string markdown, UploadRefusal refusal) =>
        Assert.Equal(refusal, UploadedText.Read("规定.md", Uploads.Of(markdown)).Problem?.Refusal);

    [Fact]
    public void Safe_rich_text_survives_as_it_was()
    {
        const string html = "<h2>问好</h2><p>先<strong>问好</strong>，见<a href=\"https://example.org/rules\">规定</a>。</p><ul>"
            + "<li>一</li><li>二<ol start=\"3\"><li>三</li></ol></li></ul><table><tbody><tr>"
            + "<th scope=\"col\">时候</th><td colspan=\"2\">早上</td></tr></tbody></table>";
        var text = UploadedText.Read(
            "规定.html",
            Uploads.Of($"<html><body><div class=\"page\"><section style=\"color: red\">{html}</section></div></body></html>")).Text!;

        Assert.Equal(html, text.Body.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void A_page_in_the_encoding_of_older_systems_is_read(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var chosen = Encoding.GetEncoding(encoding);
        Assert.Contains(
            "柜面服务",
            UploadedText.Read("规定.html", new MemoryStream([.. chosen.GetPreamble(), .. chosen.GetBytes("<p>柜面服务</p>")])).Text!.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_nobody_reads_to_its_end_is_too_large() => Assert.Equal(
        UploadRefusal.TooLarge, UploadedText.Read("长.md", Uploads.Of(new string('长', 2_000_001))).Problem?.Refusal);

    [Fact]
    public void A_Word_document_keeps_headings_lists_tables_bold_and_links()
    {
        var bold = new Paragraph(
            new Run(new RunProperties(new Bold()), new Text("先问好")),
            new Hyperlink(new Run(new Text("规定"))) { Id = "rId99" });
        var table = new Table(
            new TableRow(new TableCell(Uploads.Text("时候")), new TableCell(Uploads.Text("说什么"))),
            new TableRow(new TableCell(Uploads.Text("早上")), new TableCell(Uploads.Text("早上好"))));
        var (text, problem) = UploadedText.Read("公约.docx", Uploads.Word(
            Uploads.Text("接待", "1"), bold, Uploads.Numbered("站起来"), Uploads.Numbered("问好"), table, Uploads.Text("送别", "1"),
            Uploads.Text("再见。")));

        Assert.Null(problem);
        var page = new HtmlParser().ParseDocument(text!.Body);
        Assert.Equal(Headings, page.QuerySelectorAll("h1").Select(h => h.TextContent));
        Assert.Equal(Items, page.QuerySelectorAll("ol > li").Select(l => l.TextContent.Trim()));
        Assert.Equal("先问好", page.QuerySelector("strong")!.TextContent);
        Assert.Equal("https://example.org/rules", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(4, page.QuerySelectorAll("th, td").Length);
    }

    [Fact]
    public void Chapters_and_articles_of_a_rule_become_headings()
    {
        var text = UploadedText.Read("办法.docx", Uploads.Word(
            Uploads.Text("第一章 总则"), Uploads.Text("第一条 为了规范柜面服务，制定本办法。"), Uploads.Text("第二条 本办法适用于全体员工。"))).Text!;

        Assert.Equal(Articles, new HtmlParser().ParseDocument(text.Body).Body!.Children.Select(e => $"{e.LocalName}:{e.TextContent}"));
    }

    [Fact]
    public void Articles_that_Word_counts_become_headings_with_the_numbers_that_it_shows()
    {
        var text = UploadedText.Read("办法.docx", Uploads.Word(
            Uploads.Numbered("总则", 2), Uploads.Numbered("为了规范柜面服务，制定本办法。", 2, 1), Uploads.Numbered("本办法适用于全体员工。", 2, 1))).Text!;

        Assert.Equal(Articles, new HtmlParser().ParseDocument(text.Body).Body!.Children.Select(e => $"{e.LocalName}:{e.TextContent}"));
    }

    [Fact]
    public void Text_that_was_moved_or_comes_of_a_field_is_shown_and_what_was_deleted_is_not()
    {
        var paragraph = new Paragraph(
            new MoveToRun(new Run(new Text("先问好"))),
            new SimpleField(new Run(new Text("，再"))),
            new InsertedRun(new Run(new Text("办事"))),
            new DeletedRun(new Run(new DeletedText("，后走"))),
            new MoveFromRun(new Run(new Text("先问好"))));
        Assert.Equal(
            "先问好，再办事",
            new HtmlParser().ParseDocument(UploadedText.Read("公约.docx", Uploads.Word(paragraph)).Text!.Body).Body!.TextContent.Trim());
    }

    [Fact]
    public void A_package_that_unpacks_to_far_too_much_is_refused_before_it_is_read() =>
        Assert.Equal(
            UploadRefusal.Bomb,
            UploadedText.Read(
                "大.docx",
                Uploads.Zip(("[Content_Types].xml", []), ("word/document.xml", new byte[40 << 20]))).Problem?.Refusal);

    [Fact]
    public void A_plain_zip_and_an_executable_are_no_documents()
    {
        Assert.Equal(UploadRefusal.NotWhatItSays, UploadedText.Read("包.docx", Uploads.Zip(("说明.txt", "好"u8.ToArray()))).Problem?.Refusal);
        Assert.Equal(UploadRefusal.NotWhatItSays, UploadedText.Read("包.docx", Uploads.Executable()).Problem?.Refusal);
        Assert.Equal(UploadRefusal.NotWhatItSays, UploadedText.Read("包.html", Uploads.Executable()).Problem?.Refusal);
        Assert.Equal(UploadRefusal.UnknownKind, UploadedText.Read("包.exe", Uploads.Executable()).Problem?.Refusal);
    }

    [Fact]
    public void Macros_are_refused() => Assert.Equal(UploadRefusal.Macros, UploadedText.Read("宏.docx", Uploads.Zip(
        ("[Content_Types].xml", []), ("word/document.xml", []), ("word/vbaProject.bin", []))).Problem?.Refusal);

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7 no end")]
    [InlineData("a.pdf", "MZ and the rest")]
    [InlineData("a.png", "<svg onload=alert(1)>")]
    [InlineData("a.mp4", "not a film at all")]
    [InlineData("a.pptx", "no slides")]
    public void An_attachment_is_what_its_name_says(string name, string content) =>
        Assert.Equal(UploadRefusal.NotWhatItSays, AttachmentKind.Named(name, AttachmentKind.All)!.Refusal(Uploads.Of(content)));

    [Fact]
    public void Any_bytes_are_answered()
    {
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            foreach (var name in Names) UploadedText.Read(name, new MemoryStream(bytes));
        });
        var word = Uploads.Word(Uploads.Text("接待", "1"), Uploads.Numbered("一")).ToArray();
        Gen.Select(Gen.Int[0, word.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var damaged = (byte[])word.Clone();
            foreach (var (place, value) in changes) damaged[place] = value;
            UploadedText.Read("a.docx", new MemoryStream(damaged));
        }, iter: 100);
    }

    [Fact]
    public void Whatever_Markdown_is_written_nothing_in_the_lesson_acts()
    {
        string[] all = [
            "<script>", "</p>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "![b](data:text/html,x)", "## 标题 ",
            "{onclick=alert(1)}", "{#id style=\"x\"}", "\n\n", "| a | b |\n|---|---|\n| c | d |\n",
            "```\n", "> ", "- ", "**粗**", "<a href=\"java\nscript:x\">", "<svg/onload=alert(1)>", "&lt;script&gt;", "正文",
            "{href=javascript:alert(1)}", "<!--", "-->", "<javascript:alert(1)>"
        ];
        Gen.Int[0, all.Length - 1].Select(i => all[i]).Array[0, 30].Sample(pieces =>
        {
            try
            {
                var draft = ManuscriptReader.Read(
                    "题",
                    ManuscriptFormat.Markdown,
                    (ManuscriptText.Empty with { Body = string.Concat(pieces) }).ToSource(),
                    new ClauseSlugs("l", LessonDocument.Empty, [], []));
                foreach (var clause in draft.Document.Clauses) Assert.Null(RichText.Read(clause.Html).Problem);
            }
            catch (LessonException)
            {
                // A mark that is none is refused.
            }
        }, iter: 300);
    }
}
