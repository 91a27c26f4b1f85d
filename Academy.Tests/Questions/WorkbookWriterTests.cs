using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;
using MiniExcelLibs;

namespace Academy.Tests.Questions;

public class WorkbookWriterTests
{
    [Fact]
    public void Each_question_is_a_row_under_Chinese_heads()
    {
        var row = Assert.Single(
            Rows(Draft(Specimens.Multiple with { Points = 2.5m, Difficulty = 3 }) with { Category = "反假货币", Tags = ["标签"] }));

        Assert.Equal("题型 题干 选项A 选项B 选项C 选项D 答案 解析 分值 难度 知识点 标签 分类", string.Join(' ', row.Keys));
        Assert.Equal(
            "多选题|Which of them?|Option a|Option b|Option c|Option d|A,C|Because.|2.5|难|clause:manners/greeting|标签、norm:conduct|反假货币",
            string.Join('|', row.Values));
    }

    [Fact]
    public void Every_type_that_a_row_can_hold_has_its_key()
    {
        var rows = Rows(
            Draft(Specimens.Single), Draft(Specimens.TrueFalse),
            Draft(new QuestionText { Type = QuestionType.FillIn, Stem = "甲 [[1]] 乙 [[2]]", Gaps = [Gap("a", "b"), Gap("c")] }),
            Draft(new QuestionText { Type = QuestionType.Numerical, Stem = "几？", Answers = [new("5", 100, 0)] }),
            Draft(new QuestionText { Type = QuestionType.ShortAnswer, Stem = "简述", Criteria = [new("先致歉", 1, []), new("再核实", 2, [])] }));

        Assert.Equal(["B", "错误", "a / b；c", "5", "1. 先致歉\n2. 再核实（2分）"], rows.Select(row => row["答案"]?.ToString()));
        Assert.Equal(("甲 ____ 乙 ____", "填空题"), (rows[2]["题干"], rows[3]["题型"]));
    }

    [Fact]
    public void Only_a_question_with_gaps_has_any() =>
        Assert.Equal("见 [[1]]", Assert.Single(Rows(Draft(Specimens.Single with { Stem = "见 [[1]]" })))["题干"]);

    [Fact]
    public void What_looks_like_a_formula_stays_text() =>
        Assert.Equal("=1+1", Assert.Single(Rows(Draft(Specimens.Single with { Stem = "=1+1" })))["题干"]);

    [Fact]
    public void What_a_row_cannot_hold_is_said()
    {
        var losses = WorkbookWriter.Write(
        [
            Draft(Specimens.Single with
            {
                Stem = Prose.OfHtml("<b>b</b> <img src=\"file:a.png\">"),
                Options = [new("a", "a", 100) { Feedback = "f" }, new("b", "b", 25)],
            }) with
            {
                Id = "x",
                Name = "n",
            },
            Draft(new QuestionText { Type = QuestionType.Matching, Stem = "Q", Pairs = [new("a", "b"), new("c", "d")] }),
            Draft(new QuestionText { Type = QuestionType.Numerical, Stem = "Q", Answers = [new("5", 100, 0.5m)] }),
        ]).Losses;

        Assert.Equal(
            [
                new(1, WritingLoss.Files, "a.png"), new(1, WritingLoss.Formatting), new(1, WritingLoss.Feedback),
                new(1, WritingLoss.Weights), new(1, WritingLoss.Id), new(1, WritingLoss.Name),
                new(2, WritingLoss.Question, "Matching"), new(3, WritingLoss.Type, "FillIn"), new(3, WritingLoss.Tolerance),
            ],
            losses.OrderBy(loss => loss.Position));
    }

    [Theory]
    [InlineData("甲；乙")]
    [InlineData("伪造或变造")]
    public void What_would_be_read_otherwise_is_said(string answer) =>
        Assert.Equal(
            [new(1, WritingLoss.Reading)],
            WorkbookWriter.Write(
                [Draft(new QuestionText { Type = QuestionType.FillIn, Stem = "填 ____", Answers = [new(answer, 100)] })]).Losses);

    [Fact]
    public void A_workbook_without_questions_still_has_its_heads()
    {
        using var stream = new MemoryStream(WorkbookWriter.Write([]).Content);

        Assert.Contains("题干", stream.GetColumns(useHeaderRow: true));
    }

    private static List<IDictionary<string, object?>> Rows(params IReadOnlyList<DraftQuestion> questions)
    {
        using var stream = new MemoryStream(WorkbookWriter.Write(questions).Content);
        return [.. stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>()];
    }

    private static Gap Gap(params string[] answers) =>
        new(QuestionType.FillIn, 1, [], [.. answers.Select(answer => new TypedAnswer(answer, 100))]);

    private static DraftQuestion Draft(QuestionText text) => new() { Position = 0, Line = 0, Text = text };
}
