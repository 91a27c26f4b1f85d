using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Typed;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public class TypedTests
{
    [Theory]
    [InlineData("1. 哪个？\nA. 甲\nB. 乙\n答案：B\n解析：因为")]
    [InlineData("1、哪个？\nA、甲\nB、乙\n正确答案:B\n答案解析：因为")]
    [InlineData("1．哪个？\nＡ．甲\nＢ．乙\n【答案】B\n【解析】因为")]
    [InlineData("(1) 哪个？\n(A) 甲\n(B) 乙\n标准答案：Ｂ\n试题解析：因为")]
    [InlineData("（1）哪个？\n（A）甲\n（B）乙\n参考答案：b\n解析：因为")]
    [InlineData("第1题 哪个？\nA) 甲\nB) 乙\n答案 B\n解析：因为")]
    [InlineData("第1题：哪个？\nA 甲\nB 乙\n答案：B.乙\n解析：因为")]
    [InlineData("1. 哪个？ A. 甲  B. 乙\n答案：B  解析：因为")]
    [InlineData("1.哪个？A.甲B.乙\n答案：B\n解析：因为")]
    [InlineData("1. 哪个？\nA. 甲\tB. 乙\n【答案】B【解析】因为")]
    [InlineData("1. 哪个？ [单选题]\nA. 甲\nB. 乙\n正确答案：B\n解析：因为")]
    [InlineData("哪个？\nA. 甲\nB. 乙\n答案：B\n解析：因为\n")]
    [InlineData("题目：哪个？\nA. 甲\nB. 乙\n答案：B\n解析：因为\n")]
    [InlineData("一、哪个？\nA. 甲\nB. 乙\n答案：B\n解析：因为")]
    public void A_choice_is_read_in_the_many_ways_that_people_type_it(string text)
    {
        var question = Single(text);

        Assert.Equal((QuestionType.SingleChoice, "哪个？", "因为"), (question.Type, question.Text.Stem.Plain, question.Text.Explanation.Plain));
        Assert.Equal(["甲", "乙"], question.Text.Options.Select(option => option.Text.Plain));
        Assert.Equal("b", question.Text.Options.Single(option => option.IsRight).Key);
    }

    [Theory]
    [InlineData("1. 应当（B）。\nA. 甲\nB. 乙", "应当（ ）。", "b")]
    [InlineData("1. 应当( A B )做\nA. 甲\nB. 乙\nC. 丙", "应当（ ）做", "a b")]
    [InlineData("1. 农业银行（ABC）应当（ ）\nA. 甲\nB. 乙\nC. 丙\n答案：B", "农业银行（ABC）应当（ ）", "b")]
    public void A_key_in_the_brackets_of_a_stem_is_taken_out_of_it(string text, string stem, string right)
    {
        var question = Single(text);

        Assert.Equal(
            (stem, right),
            (
                question.Text.Stem.Plain,
                string.Join(' ', question.Text.Options.Where(option => option.IsRight).Select(option => option.Key))));
    }

    [Theory]
    [InlineData("1. 假币要当面收缴。（√）", "true")]
    [InlineData("1. 假币要当面收缴（×）。", "false")]
    [InlineData("1. 假币要当面收缴。（ 错 ）", "false")]
    [InlineData("一、判断题\n1. （√）假币要当面收缴。", "true")]
    [InlineData("一、判断题（正确的打√，错误的打×）\n1. 假币要当面收缴。（ ）\n答案：错", "false")]
    [InlineData("1. 假币要当面收缴。\n答案：正确", "true")]
    public void A_judgment_is_right_or_wrong(string text, string right)
    {
        var question = Single(text);

        Assert.Equal(QuestionType.TrueFalse, question.Type);
        Assert.Equal(right, question.Text.Options.Single(option => option.IsRight).Key);
        Assert.DoesNotContain("√", question.Text.Stem.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_give_type_and_points()
    {
        var file = Read("""
            2024年员工考试
            一、单选题（每题2分，共2分）
            1. 哪个？
            A. 甲
            B. 乙
            答案：A
            二、多选题（本大题共1小题，每小题3分）
            1. 哪些？
            A. 甲
            B. 乙
            C. 丙
            答案：AC
            三、判断题
            1. 对吗？（5分）
            答案：√
            四、填空题（每空1分）
            1. 首都是____，简称____。
            答案：北京；京
            五、简答题
            1. 怎么办？
            答：
            1. 报警。
            2. 保护现场。
            2. 为什么？
            答：因为规定如此，
            并且有先例。
            六、论述题
            1. 谈谈风险。
            """);

        Assert.Equal(
            [
                QuestionType.SingleChoice, QuestionType.MultipleChoice, QuestionType.TrueFalse, QuestionType.FillIn,
                QuestionType.ShortAnswer, QuestionType.ShortAnswer, QuestionType.Essay,
            ],
            file.Questions.Select(question => question.Type));
        Assert.Equal([2m, 3m, 5m, null, null, null, null], file.Questions.Select(question => question.Text.Points));
        Assert.Equal("对吗？", file.Questions[2].Text.Stem.Plain);
        Assert.Equal(["报警。", "保护现场。"], file.Questions[4].Text.Criteria.Select(point => point.Text));
        Assert.Equal("因为规定如此，\n并且有先例。", file.Questions[5].Text.Criteria[0].Text);
        Assert.Contains(file.Remarks, remark => remark is { Position: 7, Problem: ReadingProblem.NoKey });
    }

    [Theory]
    [InlineData("答案：1-2 BA")]
    [InlineData("参考答案\n1-2：B A")]
    [InlineData("参考答案：\n1.B 2.A")]
    [InlineData("答案\n1、B\n2、A")]
    [InlineData("附：参考答案及解析\n1. B 解析：因为。\n2. A")]
    [InlineData("参考答案\n一、单选题\n1.B 2.A")]
    [InlineData("参考答案\n题号\t1\t2\n答案\tB\tA")]
    public void Answers_may_be_listed_at_the_end(string answers)
    {
        var file = Read($"一、单选题\n1. 哪个？\nA. 甲\nB. 乙\n2. 哪一个？\nA. 甲\nB. 乙\n\n{answers}\n");

        Assert.Empty(file.Reported);
        Assert.Equal(["b", "a"], file.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Key));
    }

    [Fact]
    public void Lists_of_answers_go_by_their_headings_where_numbers_begin_anew()
    {
        var file = Read("一、单选题\n1. 哪个？\nA. 甲\nB. 乙\n二、判断题\n1. 对吗？\n2. 错吗？\n参考答案\n一、单选题\n1. B\n二、判断题\n1. √ 2. ×");

        Assert.Empty(file.Reported);
        Assert.Equal(["b", "true", "false"], file.Questions.Select(question => question.Text.Options.Single(option => option.IsRight).Key));
    }

    [Fact]
    public void An_answer_that_could_belong_to_several_questions_belongs_to_none()
    {
        var file = Read("一、单选题\n1. 哪个？\nA. 甲\nB. 乙\n二、多选题\n1. 哪些？\nA. 甲\nB. 乙\n参考答案\n1. B");

        Assert.Empty(file.Questions);
        Assert.All(file.Reported, message => Assert.Equal(ReadingProblem.NoRightAnswer, message.Problem));
        Assert.Contains(file.Remarks, remark => remark is { Problem: ReadingProblem.UnreadLines, Line: 10 });
    }

    [Fact]
    public void A_case_asks_several_questions_about_its_material()
    {
        var question = Single("一、案例分析题（每题10分）\n1. 客户王某持假币要求存款。\n（1）应当如何处理？\nA. 收缴\nB. 退还\n答案：A\n（2）收缴要几人在场？\n答案：两人以上。");

        Assert.Equal((QuestionType.Case, "客户王某持假币要求存款。", 10m), (question.Type, question.Text.Stem.Plain, question.Text.Points));
        Assert.Equal([QuestionType.SingleChoice, QuestionType.ShortAnswer], question.Text.Parts.Select(part => part.Type));
    }

    [Theory]
    [InlineData("A. 甲\nB. 乙\n答案：C", ReadingProblem.AnswerNotAnOption, "C")]
    [InlineData("A. 甲\nB. 乙", ReadingProblem.NoRightAnswer, "")]
    [InlineData("A. 甲\nC. 丙\n答案：A", ReadingProblem.EmptyOption, "B")]
    [InlineData("A. 甲\nB. 乙\nB. 丙\n答案：A", ReadingProblem.DuplicateOption, "B")]
    [InlineData("A. 甲\nB. 甲\n答案：A", ReadingProblem.DuplicateOption, "甲")]
    [InlineData("答案：A", ReadingProblem.TooFewOptions, "0")]
    public void What_cannot_be_taken_is_named_by_its_line(string rest, ReadingProblem problem, string detail)
    {
        var file = Read($"1. 第一个？（A）\nA. 甲\nB. 乙\n\n2. 哪个？\n{rest}\n\n3. 对吗？（√）");

        Assert.Equal([1, 3], file.Questions.Select(question => question.Position));
        Assert.Equal(new ReadingMessage(2, 5, problem, detail), Assert.Single(file.Reported).Bare());
    }

    [Theory]
    [InlineData("1. 哪个（A）？\nA. 甲\nB. 乙\n答案：B")]
    [InlineData("1. 对吗？（√）\n答案：错")]
    [InlineData("1. 哪个？\nA. 甲\nB. 乙\n答案：B\n\n2. 对吗？（√）\n\n参考答案\n1.A")]
    public void Two_keys_that_differ_are_reported(string text)
    {
        var reported = Assert.Single(Read(text).Reported);
        Assert.Equal((ReadingProblem.KeysDiffer, ""), (reported.Problem, reported.Fields!.Key));
    }

    [Fact]
    public void A_case_with_a_faulty_part_is_drafted_with_all_of_its_parts()
    {
        var reported = Assert.Single(Read(
            "一、案例分析题（每题10分）\n1. 客户王某持假币要求存款。\n（1）应当如何处理？\nA. 收缴\nB. 退还\n答案：C\n（2）收缴要几人在场？\n答案：两人以上。").Reported);

        Assert.Equal((null, QuestionType.Case, 10m), (reported.Fields, reported.Draft!.Type, reported.Draft.Text.Points));
        Assert.Equal(["应当如何处理？", "收缴要几人在场？"], reported.Draft.Text.Parts.Select(part => part.Stem.Plain));
        Assert.Equal(["收缴", "退还"], reported.Draft.Text.Parts[0].Options.Select(option => option.Text.Plain));
    }

    [Fact]
    public void Vitamins_and_years_are_neither_options_nor_numbers()
    {
        var file = Read("1. 脂溶性的有维生素A、维生素B、维生素C吗？\n答案：错\n2. 规定出自2019年。\n2020年修订过。（对）");

        Assert.Equal([QuestionType.TrueFalse, QuestionType.TrueFalse], file.Questions.Select(question => question.Type));
        Assert.Equal("规定出自2019年。\n2020年修订过。（ ）", file.Questions[1].Text.Stem.Plain);
    }

    [Fact]
    public void A_list_within_an_explanation_is_no_question()
    {
        var file = Read("1. 哪个？\nA. 甲\nB. 乙\n答案：B\n解析：要点如下\n1、因为\n2、所以\n2. 对吗？\n答案：对");

        Assert.Empty(file.Reported);
        Assert.Equal(["要点如下\n1、因为\n2、所以", ""], file.Questions.Select(question => question.Text.Explanation.Plain));
    }

    private static QuestionFile Read(string text) => TypedReader.Read(text);

    private static DraftQuestion Single(string text)
    {
        var file = Read(text);
        Assert.Empty(file.Reported);
        return Assert.Single(file.Questions);
    }
}
