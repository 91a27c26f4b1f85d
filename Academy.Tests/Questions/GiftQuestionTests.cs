using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public class GiftQuestionTests
{
    [Fact]
    public void A_single_choice_has_one_right_answer()
    {
        var question = Only("谁来收缴假币？{~客户本人 =持证柜员 ~大堂引导员}");

        Assert.Equal(QuestionType.SingleChoice, question.Type);
        Assert.Equal("谁来收缴假币？", question.Text.Stem);
        Assert.Equal([new("a", "客户本人", 0), new("b", "持证柜员", 100), new("c", "大堂引导员", 0)], question.Text.Options);
        Assert.Equal("b", Assert.Single(question.Text.Options, option => option.IsRight).Key);
    }

    [Fact]
    public void A_single_choice_may_give_part_of_the_points()
    {
        var question = Only("Q?{~%25%some ~%-12.5%worse =all}");

        Assert.Equal(QuestionType.SingleChoice, question.Type);
        Assert.Equal([25, -12.5m, 100], question.Text.Options.Select(option => option.Weight));
    }

    [Fact]
    public void A_multiple_choice_shares_its_points_among_the_right_answers()
    {
        var question = Only("Q?{ ~%33.33333%a1 ~%33.33333%a2 ~%-100%a3 ~ %33.33333% a4 }");

        Assert.Equal(QuestionType.MultipleChoice, question.Type);
        Assert.Equal([33.33333m, 33.33333m, -100, 33.33333m], question.Text.Options.Select(option => option.Weight));
        Assert.Equal(["a", "b", "d"], question.Text.Options.Where(option => option.IsRight).Select(option => option.Key));
        Assert.Equal("a4", question.Text.Options[3].Text);
    }

    [Fact]
    public void Without_an_equals_sign_even_one_right_answer_makes_a_multiple_choice() =>
        Assert.Equal(QuestionType.MultipleChoice, Only("Q?{~%100%a1 ~a2}").Type);

    [Theory]
    [InlineData("T", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("True", "true")]
    [InlineData("F", "false")]
    [InlineData(" FALSE ", "false")]
    public void A_true_false_question_has_the_options_true_and_false(string verdict, string right)
    {
        var question = Only($"先收缴，再开凭证。{{{verdict}}}");

        Assert.Equal(QuestionType.TrueFalse, question.Type);
        Assert.Equal(
            [new("true", "true", right == "true" ? 100 : 0), new("false", "false", right == "false" ? 100 : 0)],
            question.Text.Options);
    }

    [Theory]
    [InlineData("TRUE#wrong#right", "right", "wrong")]
    [InlineData("FALSE#wrong#right", "wrong", "right")]
    [InlineData("FALSE#wrong", "wrong", null)]
    [InlineData("TRUE##right####why", "right", null)]
    public void The_first_feedback_of_true_false_is_for_the_wrong_answer(string answer, string? ifTrue, string? ifFalse)
    {
        var options = Only($"Q.{{{answer}}}").Text.Options;

        Assert.Equal([ifTrue, ifFalse], options.Select(option => option.Feedback));
    }

    [Fact]
    public void Every_answer_may_have_feedback_and_the_question_an_explanation()
    {
        var question = Only("Q?{=yes#well done ~no#not so ~maybe####Because = and ~ are text here, # too.}");

        Assert.Equal(["well done", "not so", null], question.Text.Options.Select(option => option.Feedback));
        Assert.Equal("Because = and ~ are text here, # too.", question.Text.Explanation);
    }

    [Fact]
    public void An_empty_feedback_before_the_explanation_is_no_part_of_it()
    {
        var question = Only("Q?{=yes ~no#####Because.}");

        Assert.Equal("Because.", question.Text.Explanation);
        Assert.Null(question.Text.Options[1].Feedback);
    }

    [Fact]
    public void An_answer_block_inside_the_stem_leaves_a_gap() =>
        Assert.Equal("收缴假币须 _____ 名以上业务人员当面办理。", Only("收缴假币须 {~1 =2 ~3} 名以上业务人员当面办理。").Text.Stem);

    [Fact]
    public void A_question_may_have_a_name() => Assert.Equal(("当面收缴", "Q?"), NameAndStem("::当面收缴::Q?{T}"));

    [Fact]
    public void A_name_may_stand_on_a_line_of_its_own() => Assert.Equal(("a:b", "Q?"), NameAndStem(":: a\\:b ::\nQ?{T}"));

    [Fact]
    public void An_empty_name_is_none() => Assert.Equal((null, "Q?"), NameAndStem("::::Q?{T}"));

    [Fact]
    public void The_comments_directly_above_give_id_and_tags()
    {
        var question = Only("// [id:old]\n\n// [tag:norm:skill]\n// [id:bank-\\]1] text [tag:clause:course/clause] [tag:a\\]b]\nQ?{T}");

        Assert.Equal("bank-]1", question.Id);
        Assert.Equal(["norm:skill", "clause:course/clause", "a]b"], question.Tags);
        Assert.Equal("course/clause", question.TagValue("clause"));
        Assert.Null(question.TagValue("difficulty"));
    }

    private static (string?, string) NameAndStem(string text) => (Only(text).Name, Only(text).Text.Stem.Plain);

    private static DraftQuestion Only(string text)
    {
        var file = GiftReader.Read(text);
        Assert.Empty(file.Reported);
        return Assert.Single(file.Questions);
    }
}
