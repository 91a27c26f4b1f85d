using System.Diagnostics;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Texts;
using Academy.Web.Pages.Questions.Editor;

namespace Academy.Tests.Learning;

/// <summary>Wherever formatted text comes in, half a megabyte of elements within each other costs next to nothing.</summary>
public sealed class NestingTests
{
    private const int Depth = 100_000;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What is opened again and again, and what comes before it: in a drawing no tag is empty, and a
    /// set of frames has no body.
    /// </summary>
    public static TheoryData<string, string> Endless =>
        new() { { "", "<div>" }, { "", "<b><p></zzz>" }, { "<svg>", "<link>" }, { "<frameset>", "<div>" } };

    [Theory, MemberData(nameof(Endless))]
    public void A_page_is_refused(string before, string mark) =>
        Assert.Equal(
            UploadRefusal.Unreadable,
            InTime(() => UploadedText.Read("深.html", Uploads.Of(Deep(before, mark))).Problem?.Refusal));

    [Theory, MemberData(nameof(Endless))]
    public void So_is_a_Markdown_file(string before, string mark) =>
        Assert.Equal(UploadRefusal.TooDense, InTime(() => UploadedText.Read("深.md", Uploads.Of(Deep(before, mark))).Problem?.Refusal));

    [Theory, MemberData(nameof(Endless))]
    public void So_is_a_manuscript(string before, string mark) =>
        InTime(() => Assert.Throws<LessonException>(() => Manuscript(ManuscriptFormat.Html, Deep(before, mark))));

    [Fact]
    public void So_is_a_manuscript_of_quotations_within_each_other() =>
        InTime(() => Assert.Throws<DenseMarkdownException>(() => Manuscript(ManuscriptFormat.Markdown, $"{new string('>', 5_000)} x")));

    [Theory, MemberData(nameof(Endless))]
    public void A_question_of_the_editor_keeps_its_words(string before, string mark)
    {
        var form = QuestionForm.New(QuestionType.TrueFalse);
        (form.IsFormatted, form.Stem) = (true, Deep(before, mark));
        Assert.Equal("x", InTime(() => form.Read().Text.Stem.Plain));
    }

    [Theory, MemberData(nameof(Endless))]
    public void So_does_a_question_of_a_GIFT_file(string before, string mark) =>
        Assert.Equal("x", InTime(() => GiftReader.Read($"[html]{Deep(before, mark)}{{T}}").Questions.Single().Text.Stem.Plain));

    [Theory, MemberData(nameof(Endless))]
    public void So_does_a_question_of_a_Moodle_file(string before, string mark)
    {
        var question = $"""
            <question type="truefalse"><questiontext format="html"><text><![CDATA[{Deep(before, mark)}]]></text></questiontext>
            <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
            """;
        Assert.Equal("x", InTime(() => MoodleXmlReader.Read($"<quiz>{question}</quiz>").Questions.Single().Text.Stem.Plain));
    }

    [Theory]
    [InlineData(190, false)]
    [InlineData(210, true)]
    public void Two_hundred_elements_within_each_other_are_the_most(int depth, bool isTooDeep) =>
        Assert.Equal(isTooDeep, Nesting.IsTooDeep(Repeat("<div>", depth) + Repeat("</div>", depth)));

    [Fact]
    public void Elements_beside_each_other_are_as_many_as_one_likes() =>
        Assert.False(Nesting.IsTooDeep(Repeat("<p>a<br><b>b</b></p><ul><li>c<li>d</ul><svg><path/><path/></svg>", 5_000)));

    private static T InTime<T>(Func<T> read)
    {
        var watch = Stopwatch.StartNew();
        var result = read();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
        return result;
    }

    private static LessonDraft Manuscript(ManuscriptFormat format, string body) =>
        ManuscriptReader.Read(
            "题", format, (ManuscriptText.Empty with { Body = body }).ToSource(), new ClauseSlugs("l", LessonDocument.Empty, [], []));

    private static string Deep(string before, string mark) => $"{before}{Repeat(mark, Depth)}x";

    private static string Repeat(string mark, int times) => string.Concat(Enumerable.Repeat(mark, times));
}
