using System.Text.Json;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;
using CsCheck;

namespace Academy.Tests.Questions;

/// <summary>What is written reads back the same, or the writer has said what is lost.</summary>
public class RoundTripTests
{
    private const int Samples = 200;

    [Fact]
    public void Gift_reads_back_as_it_was_written() =>
        QuestionGens.Any(withFiles: false).Where(QuestionGens.FitsGift).Array[1, 4].Sample(written =>
        {
            var export = GiftWriter.Write(written);

            Assert.Empty(export.Losses);
            AssertSame(written, Read(export, QuestionFormat.Gift));
        }, iter: Samples);

    [Fact]
    public void Xml_reads_back_as_it_was_written_with_its_files() => QuestionGens.Any(withFiles: true).Array[1, 4].Sample(written =>
    {
        var points = written
            .Select((question, n) =>
                question with { Text = question.Text with { Points = question.Type == QuestionType.Description ? null : n + 0.5m } })
            .ToList();
        var export = MoodleXmlWriter.Write(points);

        Assert.Empty(export.Losses);
        AssertSame(points, Read(export, QuestionFormat.MoodleXml));
    }, iter: Samples);

    [Fact]
    public void A_workbook_reads_back_as_it_was_written() => QuestionGens.Row(isTame: true).Array[1, 4].Sample(written =>
    {
        var export = WorkbookWriter.Write(written);

        Assert.Empty(export.Losses);
        Assert.Equal(written.Select(Said), Read(export, QuestionFormat.Xlsx).Questions.Select(Said));
    }, iter: Samples);

    [Fact]
    public void A_workbook_reads_back_but_for_what_it_says_it_loses() =>
        Gen.OneOf(QuestionGens.Row(isTame: false), QuestionGens.Any(withFiles: false)).Array[1, 4].Sample(written =>
        {
            var export = WorkbookWriter.Write(written);
            var lost = export.Losses.ToLookup(loss => loss.Position, loss => loss.Loss);
            var rows = written
                .Select((question, n) => (Question: question, Lost: lost[n + 1]))
                .Where(row => !row.Lost.Contains(WritingLoss.Question))
                .ToList();
            var read = Read(export, QuestionFormat.Xlsx).Questions.ToDictionary(question => question.Line - 2);
            foreach (var (n, row) in rows.Index().Where(row => !row.Item.Lost.Contains(WritingLoss.Reading)))
                Assert.Equal(Said(row.Question with { Text = row.Lost.Aggregate(row.Question.Text, Without) }), Said(read[n]));
        }, iter: Samples);

    [Fact]
    public void Questions_go_from_one_format_to_the_other_and_back() =>
        QuestionGens.Any(withFiles: false).Where(QuestionGens.FitsGift).Array[1, 4].Sample(written =>
        {
            var asGift = Read(GiftWriter.Write(written), QuestionFormat.Gift);
            var asXml = Read(MoodleXmlWriter.Write(asGift.Questions), QuestionFormat.MoodleXml);

            AssertSame(written, Read(GiftWriter.Write(asXml.Questions), QuestionFormat.Gift));
        }, iter: Samples);

    [Fact]
    public void Each_format_is_told_by_what_was_written()
    {
        var questions = new[] { Draft(Specimens.Single), Draft(Specimens.TrueFalse) };

        Assert.Equal(QuestionFormat.Gift, QuestionFormats.Read(GiftWriter.Write(questions).Content)?.Format);
        Assert.Equal(QuestionFormat.MoodleXml, QuestionFormats.Read(MoodleXmlWriter.Write(questions).Content)?.Format);
    }

    [Fact]
    public void What_a_text_says_of_itself_becomes_tags()
    {
        var draft = Draft(Specimens.Single with { Difficulty = 3 });

        Assert.All([Read(GiftWriter.Write([draft]), QuestionFormat.Gift), Read(MoodleXmlWriter.Write([draft]), QuestionFormat.MoodleXml)],
            file => Assert.Equal(draft.Text with { Options = file.Questions[0].Text.Options }, file.Questions[0].ToText()));
    }

    [Fact]
    public void Gift_says_what_it_cannot_hold()
    {
        var picture = Prose.OfHtml("<p>Q <img src=\"file:a.png\"></p>");
        var export = GiftWriter.Write(
        [
            Draft(new QuestionText
            {
                Type = QuestionType.FillIn,
                Stem = picture,
                Answers = [new("a", 100)],
                MatchesCase = true,
                Points = 2,
            }) with
            {
                Files = [new("a.png", new byte[] { 1 })],
                Id = "[x]",
                Tags = ["[y]"],
            },
            Draft(new QuestionText { Type = QuestionType.ShortAnswer, Stem = "Q", Criteria = [new("a", 1, [])] }),
            Draft(new QuestionText { Type = QuestionType.Ordering, Stem = "Q", Options = [new("a", "a", 0), new("b", "b", 0)] }),
        ]);

        Assert.Equal(
            [
                new(1, WritingLoss.Files, "a.png"), new(1, WritingLoss.Points), new(1, WritingLoss.MatchesCase),
                new(1, WritingLoss.Id, "[x]"), new(1, WritingLoss.Tag, "[y]"),
                new(2, WritingLoss.Criteria), new(2, WritingLoss.Type, "Essay"), new(3, WritingLoss.Question, "Ordering"),
            ],
            export.Losses);
        Assert.Equal(
            [QuestionType.FillIn, QuestionType.Essay],
            Read(export, QuestionFormat.Gift).Questions.Select(question => question.Type));
    }

    [Fact]
    public void A_case_is_taken_apart()
    {
        var draft = Draft(new QuestionText { Type = QuestionType.Case, Stem = "案例", Parts = [Specimens.Single, Specimens.TrueFalse] }) with
        {
            Id = "c",
        };
        var export = MoodleXmlWriter.Write([draft]);

        Assert.Equal(new WritingMessage(1, WritingLoss.Case), Assert.Single(export.Losses));
        Assert.Equal(["c", "c-1", "c-2"], Read(export, QuestionFormat.MoodleXml).Questions.Select(question => question.Id));
    }

    [Fact]
    public void Several_gaps_of_a_fill_in_become_a_cloze_in_xml()
    {
        var text = new QuestionText
        {
            Type = QuestionType.FillIn,
            Stem = "甲 [[1]]",
            Gaps = [new(QuestionType.FillIn, 1, [], [new("a}~b", 100)]), new(QuestionType.FillIn, 1.5m, [], [new("c", 100)])],
        };
        var export = MoodleXmlWriter.Write([Draft(text)]);

        Assert.Equal([new(1, WritingLoss.Points), new(1, WritingLoss.Type, "Cloze")], export.Losses);
        var read = Assert.Single(Read(export, QuestionFormat.MoodleXml).Questions).Text;
        Assert.Equal((QuestionType.Cloze, "甲 [[1]]\n[[2]]", "a}~b"), (read.Type, read.Stem.Plain, read.Gaps[0].Answers[0].Text));
    }

    /// <summary>What a sheet says of a question, whatever it is called and wherever it stands.</summary>
    private static string Said(DraftQuestion question) => JsonSerializer.Serialize(new
    {
        Text = question.ToText(),
        question.Category,
        Tags = question.Tags
            .Where(tag => !tag.StartsWith("difficulty:", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal),
    });

    private static QuestionText Without(QuestionText text, WritingLoss loss) => loss switch
    {
        WritingLoss.Formatting => text.Rewrite(prose => prose.Plain.Trim()),
        WritingLoss.Feedback => Typed(text, answer => answer with { Feedback = null }) with
        {
            Options = [.. text.Options.Select(option => option with { Feedback = null })],
        },
        WritingLoss.Weights => Typed(text, answer => answer with { Weight = 100 }) with { Options = Even(text) },
        WritingLoss.Type =>
            text with { Type = QuestionType.FillIn, Answers = [.. text.Answers.Select(answer => answer with { Tolerance = null })] },
        WritingLoss.Points => text with { Points = null },
        WritingLoss.MatchesCase => text with { MatchesCase = false },
        _ => text,
    };

    private static QuestionText Typed(QuestionText text, Func<TypedAnswer, TypedAnswer> change) => text with
    {
        Answers = [.. text.Answers.Where(answer => answer.Weight > 0).Select(change)],
        Gaps = [.. text.Gaps.Select(gap => gap with { Answers = [.. gap.Answers.Where(answer => answer.Weight > 0).Select(change)] })],
    };

    private static IReadOnlyList<Option> Even(QuestionText text) =>
        [.. text.Options.Select(option =>
            option with { Weight = !option.IsRight ? 0 : decimal.Round(100m / text.Options.Count(other => other.IsRight), 5) })];

    private static DraftQuestion Draft(QuestionText text) => new() { Position = 0, Line = 0, Text = text };

    private static QuestionFile Read(QuestionExport export, QuestionFormat format) =>
        QuestionFormats.Read(export.Content, format)!.Value.File;

    private static void AssertSame(IReadOnlyList<DraftQuestion> written, QuestionFile file)
    {
        Assert.Empty(file.Reported);
        Assert.Equal(written.Select((question, n) => Json(question with { Position = n + 1 })), file.Questions.Select(Json));
    }

    private static string Json(DraftQuestion question) => JsonSerializer.Serialize(question with { Line = 0 });
}
