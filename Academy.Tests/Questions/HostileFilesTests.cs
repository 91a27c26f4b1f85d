using System.Diagnostics;
using System.Text;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Moodle;
using Academy.Domain.Questions.Texts;
using Academy.Web.Commands;
using CsCheck;

namespace Academy.Tests.Questions;

/// <summary>Whatever a file holds, it is read, reported or refused; positions have no gaps.</summary>
public class HostileFilesTests
{
    private const int Samples = 300;

    /// <summary>Of one that is read as every format there is; where the time grows with the square, it takes many minutes.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private static readonly QuestionFormat[] Formats = Enum.GetValues<QuestionFormat>();

    private static readonly byte[][] Specimens =
    [
        Encoding.UTF8.GetBytes("$CATEGORY: 反假货币\n\n// [id:x]\n"
            + "::一::[html]<p>假币 <b>要</b></p>{~%50%a#f ~%50%b ~%-100%c####why}\n\nQ{#3:1}\n\nQ{=a -> b =c -> d}"),
        Encoding.UTF8.GetBytes("哪一项？\nA. 收缴\nB. 退还\nANSWER: A\n"),
        Encoding.UTF8.GetBytes("<p>A {1:MC:=a#f~%50%b} {2:NM:=5:0.1} {1:SA:=x~*}</p>"),
        Encoding.UTF8.GetBytes("This is {=best#f ~75%good ~bad} here."),
        MoodleXmlWriter.Write(
        [
            Draft(new QuestionText
            {
                Type = QuestionType.MultipleChoice,
                Stem = Prose.OfHtml("<p>Q <img src=\"file:a.png\" alt=\"x\"></p>"),
                Options = [new("a", "a", 50), new("b", "b", 50), new("c", "c", -100)],
            }) with
            {
                Files = [new("a.png", new byte[300])],
            },
            Draft(new QuestionText
            {
                Type = QuestionType.Cloze,
                Stem = "A [[1]] B",
                Gaps = [new(QuestionType.FillIn, 1, [], [new("x", 100)])],
            }),
            Draft(new QuestionText { Type = QuestionType.Numerical, Stem = "N", Answers = [new("5", 100, 0.5m)] }),
        ]).Content,
    ];

    private static readonly Gen<byte[]> Mutated =
        from specimen in Gen.OneOf(Specimens)
        from places in Gen.Int[0, specimen.Length - 1].Array[0, 6]
        from bytes in Gen.OneOf("<>{}~=#%:\\\"&;[]()\n\0 a1"u8.ToArray()).Array[places.Length]
        from length in Gen.Frequency((2, Gen.Const(specimen.Length)), (1, Gen.Int[0, specimen.Length]))
        select Mutate(specimen, places, bytes)[..length];

    [Fact]
    public void Mutated_and_cut_files_are_read_reported_or_refused() => Mutated.Sample(AssertWhole, iter: Samples);

    [Fact]
    public void Any_bytes_are_read_reported_or_refused() => Gen.Byte.Array[0, 200].Sample(AssertWhole, iter: Samples);

    [Theory]
    [InlineData("<")]
    [InlineData("<div>")]
    [InlineData("{1:SA:")]
    [InlineData("{1:SA:=a~")]
    [InlineData("[html]<b>{")]
    [InlineData("{=a ~75%")]
    [InlineData("<quiz><question type='essay'>")]
    [InlineData("&amp;#")]
    [InlineData("A. a\n")]
    [InlineData("<!--")]
    [InlineData("<?xml ")]
    [InlineData("\n")]
    [InlineData("\n \t")]
    [InlineData("（ 【 ")]
    [InlineData("1. 题 A、")]
    public void A_mark_without_end_is_read_in_time(string mark)
    {
        var watch = Stopwatch.StartNew();

        AssertWhole(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(mark, 30_000))));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Generous);
    }

    private static void AssertWhole(byte[] content)
    {
        QuestionPreview.Of("x", content);
        foreach (var format in Formats)
        {
            if (QuestionFormats.Read(content, format) is not var (_, file)) continue;
            var positions = file.Questions
                .Select(question => question.Position)
                .Concat(file.Reported.Select(message => message.Position).Where(position => position > 0))
                .Order();
            Assert.Equal(Enumerable.Range(1, positions.Count()), positions);
        }
    }

    private static byte[] Mutate(byte[] specimen, int[] places, byte[] bytes)
    {
        var content = specimen.ToArray();
        foreach (var (place, b) in places.Zip(bytes)) content[place] = b;
        return content;
    }

    private static DraftQuestion Draft(QuestionText text) => new() { Position = 0, Line = 0, Text = text };
}
