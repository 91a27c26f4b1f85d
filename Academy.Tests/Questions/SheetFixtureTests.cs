using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

/// <summary>Sheets of other systems.</summary>
public class SheetFixtureTests
{
    [Fact]
    public void Options_in_one_cell_are_told_apart_and_the_type_follows()
    {
        var file = Read("zh-xlsx/linxfd-single-cell-options.xlsx", QuestionFormat.Xlsx);

        Assert.Empty(file.Reported);
        var question = Assert.Single(file.Questions);
        Assert.Equal((QuestionType.SingleChoice, 4), (question.Type, question.Text.Options.Count));
        Assert.Equal(["提高软件的可靠性和质量"], question.Text.Options.Where(option => option.IsRight).Select(option => option.Text.Plain));
        Assert.Contains(file.Remarks, remark => remark is { Position: 1, Line: 2, Problem: ReadingProblem.OptionsSplit, Column: "题目所有答案" });
        Assert.Contains(file.Remarks, remark => remark is { Position: 1, Problem: ReadingProblem.TypeFollowed });
    }

    [Fact]
    public void A_sheet_of_learners_is_refused_with_the_heads_that_it_has()
    {
        var file = Read("zh-xlsx/playedu-learner-import.xlsx", QuestionFormat.Xlsx);

        Assert.Empty(file.Questions);
        Assert.Equal(new ReadingMessage(0, 2, ReadingProblem.NoSheetHeads, "部门、邮箱、密码、姓名"), Assert.Single(file.Reported));
    }

    [Fact]
    public void A_game_show_gives_its_questions_and_reports_the_one_whose_options_are_all_alike()
    {
        var file = Read("csv/kahoot.csv", QuestionFormat.Csv);

        Assert.Equal(
            ["2.5", "Teaching with Moodle", "The workshop module", "November 2015"],
            file.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Text.Plain));
        Assert.Contains("\"add-on\"", file.Questions[2].Text.Stem.Plain, StringComparison.Ordinal);
        var reported = Assert.Single(file.Reported);
        Assert.Equal((5, 6, ReadingProblem.DuplicateOption), (reported.Position, reported.Line, reported.Problem));
    }

    private static QuestionFile Read(string path, QuestionFormat expected)
    {
        var reading = QuestionFormats.Read(Fixtures.Bytes(path));
        Assert.Equal(expected, reading?.Format);
        return reading!.Value.File;
    }
}
