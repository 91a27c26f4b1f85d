using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Word;
using Academy.Domain.Questions.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Drawings = DocumentFormat.OpenXml.Drawing;

namespace Academy.Tests.Questions;

public class WordTests
{
    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void Numbers_and_letters_that_Word_counts_are_read_as_they_are_shown()
    {
        var (format, file) = QuestionFormats.Read(Document(body => body.Append(
            Typed("一、单选题（每题2分）"),
            Counted(1, 0, "哪个？"), Counted(1, 1, "甲"), Counted(1, 1, "乙"), Typed("答案：B"),
            Counted(1, 0, "哪一个？"), Counted(1, 1, "丙"), Counted(1, 1, "丁"), Typed("答案：A"))))!.Value;

        Assert.Equal(QuestionFormat.Docx, format);
        Assert.Empty(file.Reported);
        Assert.Equal([("1", "哪个？", "乙", 2), ("2", "哪一个？", "丙", 6)], file.Questions.Select(question =>
            (question.Name!, question.Text.Stem.Plain, question.Text.Options.Single(option => option.IsRight).Text.Plain, question.Line)));
    }

    [Fact]
    public void Tabs_stand_between_options_and_underlined_blanks_are_gaps()
    {
        var underlined = new Paragraph(
            Run("2. 首都是"),
            new Run(
                new RunProperties(new Underline { Val = UnderlineValues.Single }),
                new Text("      ") { Space = SpaceProcessingModeValues.Preserve }),
            Run("。"));

        var file = WordReader.Read(Document(body => body.Append(
            Typed("1. 哪个？（A）"), new Paragraph(Run("A. 甲"), new Run(new TabChar()), Run("B. 乙")), underlined, Typed("答案：北京"))));

        Assert.Empty(file.Reported);
        Assert.Equal([QuestionType.SingleChoice, QuestionType.FillIn], file.Questions.Select(question => question.Type));
        Assert.Equal("北京", file.Questions[1].Text.Answers[0].Text);
    }

    [Fact]
    public void A_table_with_heads_is_read_as_a_sheet_and_one_of_answers_as_a_list()
    {
        var sheet = WordReader.Read(Document(body => body.Append(Table(["题型", "题干", "A", "B", "答案"], ["单选", "哪个？", "甲", "乙", "B"]))));
        var list = WordReader.Read(Document(body => body.Append(
            Typed("1. 哪个？"),
            Typed("A. 甲"),
            Typed("B. 乙"),
            Typed("2. 哪一个？"),
            Typed("A. 丙"),
            Typed("B. 丁"),
            Typed("参考答案"),
            Table(["题号", "1", "2"], ["答案", "B", "A"]))));

        Assert.Equal("乙", Assert.Single(sheet.Questions).Text.Options.Single(option => option.IsRight).Text.Plain);
        Assert.Equal(["乙", "丙"], list.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Text.Plain));
    }

    [Fact]
    public void A_picture_in_a_stem_comes_along()
    {
        var file = WordReader.Read(Document((body, main) => body.Append(new Paragraph(Run("1. 图中是真币吗？"), Picture(main), Run("（×）")))));

        Assert.Empty(file.Reported);
        var question = Assert.Single(file.Questions);
        var shown = Assert.Single(question.Files);
        Assert.Equal([shown.Name], question.Text.Stem.FileNames);
        Assert.Equal(Pixel, shown.Content.ToArray());
        Assert.Equal("图中是真币吗？（ ）", question.Text.Stem.Plain);
    }

    [Fact]
    public void The_picture_of_a_question_that_cannot_be_taken_comes_along_for_whoever_mends_it()
    {
        var reported = Assert.Single(WordReader.Read(Document((body, main) =>
            body.Append(new Paragraph(Run("1. 图中是哪种券别？"), Picture(main)), Typed("A. 十元"), Typed("B. 百元")))).Reported);

        Assert.Null(reported.Fields);
        Assert.Equal([Assert.Single(reported.Draft!.Files).Name], reported.Draft.Text.Stem.FileNames);
    }

    [Fact]
    public void A_picture_in_a_table_comes_along()
    {
        var file = WordReader.Read(Document((body, main) =>
        {
            var table = Table(["题型", "题干", "A", "B", "答案"], ["单选", "哪种券别？", "十元", "百元", "B"]);
            table.Descendants<Paragraph>().Single(block => block.InnerText == "哪种券别？").Append(Picture(main));
            body.Append(table);
        }));

        Assert.Equal([Assert.Single(Assert.Single(file.Questions).Files).Name], file.Questions[0].Text.Stem.FileNames);
    }

    [Fact]
    public void A_damaged_document_is_refused()
    {
        var whole = Document(body => body.Append(Typed("1. 对吗？（√）")));

        Assert.All([whole[..(whole.Length / 2)], "PK\u0003\u0004"u8.ToArray(), []], content =>
            Assert.Equal(
                (0, ReadingProblem.Unreadable),
                (Assert.Single(WordReader.Read(content).Reported).Position, WordReader.Read(content).Reported[0].Problem)));
    }

    private static byte[] Document(Action<Body> write) => Document((body, _) => write(body));

    private static byte[] Document(Action<Body, MainDocumentPart> write)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0, NumberFormatValues.Decimal, "%1."), Level(1, NumberFormatValues.UpperLetter, "%2."))
                {
                    AbstractNumberId = 0,
                },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
            main.Document = new Document(new Body());
            write(main.Document.Body!, main);
        }

        return stream.ToArray();
    }

    private static Level Level(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };

    private static Paragraph Typed(string text) => new(Run(text));

    private static Paragraph Counted(int list, int level, string text) =>
        new(
            new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })),
            Run(text));

    private static Run Picture(MainDocumentPart main)
    {
        var image = main.AddImagePart(ImagePartType.Png);
        image.FeedData(new MemoryStream(Pixel));
        var picture = new Drawings.Pictures.Picture(new Drawings.Pictures.BlipFill(new Drawings.Blip { Embed = main.GetIdOfPart(image) }));
        return new Run(new Drawing(new Drawings.Wordprocessing.Inline(new Drawings.Graphic(new Drawings.GraphicData(picture)))));
    }

    private static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Table Table(params string[][] rows) =>
        new(rows.Select(row => new TableRow(row.Select(cell => new TableCell(Typed(cell))))));
}
