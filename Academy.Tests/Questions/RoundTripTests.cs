using System.Text.Json;
using Academy.Domain.Questions;
using Academy.Domain.Questions.Formats;
using CsCheck;

namespace Academy.Tests.Questions;

/// <summary>What is written reads back the same, or the writer has said what is lost.</summary>
public class RoundTripTests
{
    private const int Samples = 200;

    [Fact]
    public void Gift_reads_back_as_it_was_written() => QuestionGens.Any(withFiles: false).Where(QuestionGens.FitsGift).Array[1, 4].Sample(written =>
    {
        var export = GiftWriter.Write(written);

        Assert.Empty(export.Losses);
        AssertSame(written, Read(export, QuestionFormat.Gift));
    }, iter: Samples);

    [Fact]
    public void Xml_reads_back_as_it_was_written_with_its_files() => QuestionGens.Any(withFiles: true).Array[1, 4].Sample(written =>
    {
        var points = written.Select((question, n) => question with { Text = question.Text with { Points = question.Type == QuestionType.Description ? null : n + 0.5m } }).ToList();
        var export = MoodleXmlWriter.Write(points);

        Assert.Empty(export.Losses);
        AssertSame(points, Read(export, QuestionFormat.MoodleXml));
    }, iter: Samples);

    [Fact]
    public void Questions_go_from_one_format_to_the_other_and_back() => QuestionGens.Any(withFiles: false).Where(QuestionGens.FitsGift).Array[1, 4].Sample(written =>
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
            Draft(new QuestionText { Type = QuestionType.FillIn, Stem = picture, Answers = [new("a", 100)], MatchesCase = true, Points = 2 }) with { Files = [new("a.png", new byte[] { 1 })], Id = "[x]", Tags = ["[y]"] },
            Draft(new QuestionText { Type = QuestionType.ShortAnswer, Stem = "Q", Criteria = [new("a", 1, [])] }),
            Draft(new QuestionText { Type = QuestionType.Ordering, Stem = "Q", Options = [new("a", "a", 0), new("b", "b", 0)] }),
        ]);

        Assert.Equal(
            [
                new(1, WritingLoss.Files, "a.png"), new(1, WritingLoss.Points), new(1, WritingLoss.MatchesCase), new(1, WritingLoss.Id, "[x]"), new(1, WritingLoss.Tag, "[y]"),
                new(2, WritingLoss.Criteria), new(2, WritingLoss.Type, "Essay"), new(3, WritingLoss.Question, "Ordering"),
            ],
            export.Losses);
        Assert.Equal([QuestionType.FillIn, QuestionType.Essay], Read(export, QuestionFormat.Gift).Questions.Select(question => question.Type));
    }

    [Fact]
    public void A_case_is_taken_apart()
    {
        var draft = Draft(new QuestionText { Type = QuestionType.Case, Stem = "案例", Parts = [Specimens.Single, Specimens.TrueFalse] }) with { Id = "c" };
        var export = MoodleXmlWriter.Write([draft]);

        Assert.Equal(new WritingMessage(1, WritingLoss.Case), Assert.Single(export.Losses));
        Assert.Equal(["c", "c-1", "c-2"], Read(export, QuestionFormat.MoodleXml).Questions.Select(question => question.Id));
    }

    [Fact]
    public void Several_gaps_of_a_fill_in_become_a_cloze_in_xml()
    {
        var text = new QuestionText { Type = QuestionType.FillIn, Stem = "甲 [[1]]", Gaps = [new(QuestionType.FillIn, 1, [], [new("a}~b", 100)]), new(QuestionType.FillIn, 1.5m, [], [new("c", 100)])] };
        var export = MoodleXmlWriter.Write([Draft(text)]);

        Assert.Equal([new(1, WritingLoss.Points), new(1, WritingLoss.Type, "Cloze")], export.Losses);
        var read = Assert.Single(Read(export, QuestionFormat.MoodleXml).Questions).Text;
        Assert.Equal((QuestionType.Cloze, "甲 [[1]]\n[[2]]", "a}~b"), (read.Type, read.Stem.Plain, read.Gaps[0].Answers[0].Text));
    }

    private static DraftQuestion Draft(QuestionText text) => new() { Position = 0, Line = 0, Text = text };

    private static QuestionFile Read(QuestionExport export, QuestionFormat format) => QuestionFormats.Read(export.Content, format)!.Value.File;

    private static void AssertSame(IReadOnlyList<DraftQuestion> written, QuestionFile file)
    {
        Assert.Empty(file.Reported);
        Assert.Equal(written.Select((question, n) => Json(question with { Position = n + 1 })), file.Questions.Select(Json));
    }

    private static string Json(DraftQuestion question) => JsonSerializer.Serialize(question with { Line = 0 });
}
