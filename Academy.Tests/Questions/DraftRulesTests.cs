using System.Text;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public sealed class DraftRulesTests
{
    public static TheoryData<QuestionFormat, string, ReadingProblem, string> Unasked => new()
    {
        { QuestionFormat.Gift, "Q?{=a =b ~c}", ReadingProblem.SeveralRightAnswers, "" },
        { QuestionFormat.Gift, "Q?{=a -> b =a -> c}", ReadingProblem.DuplicateOption, "a" },
        { QuestionFormat.Gift, $"{new string('长', QuestionRules.LongestText + 1)}{{T}}", ReadingProblem.TextTooLong, "" },
        { QuestionFormat.Cloze, "A [[7]] {1:SA:=a}", ReadingProblem.UnknownGap, "[[7]]" },
        { QuestionFormat.MissingWord, "One {=a =b ~20%c} word", ReadingProblem.SeveralRightAnswers, "" },
        {
            QuestionFormat.MoodleXml,
            """
            <quiz><question type="multichoice"><questiontext><text>Q</text></questiontext><single>true</single>
            <answer fraction="100"><text>a</text></answer><answer fraction="100"><text>b</text></answer></question></quiz>
            """,
            ReadingProblem.SeveralRightAnswers,
            ""
        },
    };

    [Theory, MemberData(nameof(Unasked))]
    public void What_an_author_may_not_write_no_file_brings(QuestionFormat format, string written, ReadingProblem problem, string detail)
    {
        var file = QuestionFormats.Read(Encoding.UTF8.GetBytes(written), format)!.Value.File;

        Assert.Empty(file.Questions);
        var message = Assert.Single(file.Reported);
        Assert.Equal((1, problem, detail), (message.Position, message.Problem, message.Detail));
    }

    [Fact]
    public void Only_weights_that_pay_for_ticking_everything_are_let_pass()
    {
        var question = Assert.Single(GiftReader.Read("Q?{~%60%a ~%40%b ~%-50%c}").Questions);

        Assert.Equal([QuestionProblemKind.EverythingRewarded], QuestionRules.Problems(question.Text).Select(p => p.Kind));
    }
}
