using Academy.Domain.Questions.Formats.Gift;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

/// <summary>Questions that are answered by typing or by matching.</summary>
public class GiftTypedTests
{
    [Theory]
    [InlineData("Q?{=假币 =%50%假钞}", "假币:100 假钞:50")]
    [InlineData("Q?{=%50%a =b#well done}", "a:50 b:100")]
    [InlineData("Q?{One}", "One:100")]
    [InlineData("Q?{=a =%0%*#no}", "a:100 *:0")]
    public void Words_are_accepted_with_their_weights(string written, string answers)
    {
        var question = Only(written);

        Assert.Equal(
            (QuestionType.FillIn, answers),
            (question.Type, string.Join(' ', question.Text.Answers.Select(a => $"{a.Text}:{a.Weight}"))));
    }

    [Theory]
    [InlineData("Q?{#15}", "15±0")]
    [InlineData("Q?{#-3.142:0.001}", "-3.142±0.001")]
    [InlineData("Q?{#1..5}", "3±2")]
    [InlineData("Q?{#-5..-1}", "-3±2")]
    [InlineData("Q?{#=1822:0 =%50%1822:2}", "1822±0 1822±2")]
    [InlineData("Q?{#=15#days ~#no}", "15±0 *±")]
    public void Numbers_are_accepted_within_their_tolerance(string written, string answers)
    {
        var question = Only(written);

        Assert.Equal(
            (QuestionType.Numerical, answers),
            (
                question.Type,
                string.Join(' ', question.Text.Answers.Select(a => FormattableString.Invariant($"{a.Text}±{a.Tolerance:0.####}")))));
    }

    [Fact]
    public void Pairs_belong_together_and_a_right_side_alone_is_one_choice_more()
    {
        var question = Only("Q?{=柜员 -> 现金\n=大堂经理 -> 引导\n= -> 审计}");

        Assert.Equal(QuestionType.Matching, question.Type);
        Assert.Equal([new("柜员", "现金"), new("大堂经理", "引导"), new("", "审计")], question.Text.Pairs);
    }

    [Theory]
    [InlineData("Q?{}", QuestionType.Essay, null)]
    [InlineData("Q?{####Say why.}", QuestionType.Essay, "Say why.")]
    [InlineData("Read this first.", QuestionType.Description, null)]
    public void Empty_braces_ask_for_an_essay_and_none_ask_for_nothing(string written, QuestionType type, string? explanation)
    {
        var question = Only(written);

        Assert.Equal((type, explanation ?? ""), (question.Type, question.Text.Explanation.Plain));
    }

    private static DraftQuestion Only(string written)
    {
        var file = GiftReader.Read(written);
        Assert.Empty(file.Reported);
        return Assert.Single(file.Questions);
    }
}
