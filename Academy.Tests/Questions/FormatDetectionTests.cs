using System.Text;
using Academy.Domain.Questions.Formats;

namespace Academy.Tests.Questions;

/// <summary>A format is told by what a file holds, and only where that leaves no doubt.</summary>
public class FormatDetectionTests
{
    [Theory]
    [InlineData("Q?{=a ~b}", QuestionFormat.Gift)]
    [InlineData("$CATEGORY: $course$/top/Law", QuestionFormat.Gift)]
    [InlineData("[markdown]*Read* this.", QuestionFormat.Gift)]
    [InlineData("Q?\nA. a\nB. b\nANSWER: B", QuestionFormat.Aiken)]
    [InlineData("<?xml version=\"1.0\"?><quiz></quiz>", QuestionFormat.MoodleXml)]
    [InlineData("Two and two is {1:NUMERICAL:=4}.", QuestionFormat.Cloze)]
    [InlineData("题型,题干,选项A,选项B,答案\n单选题,题,甲,乙,A", QuestionFormat.Csv)]
    [InlineData("1. 题干（A）\nA. 甲\nB. 乙\n\n2. 题干（B）\nA. 甲\nB. 乙", QuestionFormat.Text)]
    public void Each_format_is_told_by_its_marks(string text, QuestionFormat format) =>
        Assert.Equal([format], QuestionFormats.Candidates(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("Just some words about nothing.")]
    [InlineData("")]
    public void What_has_no_marks_is_in_no_format(string text)
    {
        Assert.Empty(QuestionFormats.Candidates(Encoding.UTF8.GetBytes(text)));
        Assert.Null(QuestionFormats.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Whoever_knows_better_decides() =>
        Assert.Equal(QuestionFormat.Gift, QuestionFormats.Read("Q?\nANSWER: A {T}"u8.ToArray(), QuestionFormat.Gift)!.Value.Format);
}
