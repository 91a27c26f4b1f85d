using System.Globalization;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;
using CsCheck;

namespace Academy.Tests.Questions;

public class TypedAnswerTests
{
    [Theory]
    [InlineData("ATM机", "ａｔｍ机")]
    [InlineData("3 个工作日", "３　个工作日 ")]
    [InlineData("双人、当面", "双人，当面")]
    [InlineData("《反洗钱法》", "＜反洗钱法＞")]
    [InlineData("“假币”", "\"假币\"")]
    [InlineData("真实。准确", "真实.准确")]
    [InlineData("a  b", " A b ")]
    [InlineData("*收缴*", "当面收缴假币")]
    [InlineData("*", "x")]
    [InlineData("收*证", "收缴凭证")]
    [InlineData("收*证", "收缴凭据", false)]
    [InlineData("银行", "银行卡", false)]
    [InlineData("é", "e\u0301")]
    public void Width_case_spacing_and_punctuation_make_no_difference(string answer, string typed, bool agrees = true) =>
        Assert.Equal(agrees, TypedWords.Agree(answer, typed, matchesCase: false));

    [Fact]
    public void Case_matters_where_the_question_says_so()
    {
        Assert.True(TypedWords.Agree("ATM", "ＡＴＭ", matchesCase: true));
        Assert.False(TypedWords.Agree("ATM", "atm", matchesCase: true));
    }

    [Fact]
    public void The_best_answer_that_agrees_counts()
    {
        var question = Specimens.Word with { Answers = [new("*卡", 30), new("银行卡", 100), new("*", 10)] };

        Assert.Equal((1m, 0.3m, 0.1m), (Share(question, "银行卡"), Share(question, "工资卡"), Share(question, "存折")));
    }

    [Theory]
    [InlineData("1234.5", 1)]
    [InlineData("1,234.5", 1)]
    [InlineData("１，２３４．５", 1)]
    [InlineData(" 1 234.5 ", 1)]
    [InlineData("+1235", 1)]
    [InlineData("1234", 1)]
    [InlineData("1233.99", 0)]
    [InlineData("1235.0000000001", 0)]
    [InlineData("123450%", 1)]
    [InlineData("1.2345e3", 1)]
    [InlineData("1200", 0.4)]
    [InlineData("−1234.5", 0)]
    [InlineData("12,34.5", 0)]
    [InlineData("many", 0)]
    [InlineData("1e999", 0)]
    [InlineData("99999999999999999999999999999999999999", 0)]
    [InlineData("-79228162514264337593543950335", 0)]
    [InlineData("%", 0)]
    [InlineData("-", 0)]
    public void A_number_is_read_as_people_type_it_and_compared_exactly(string typed, double share) =>
        Assert.Equal((decimal)share, Share(Specimens.Number, typed));

    [Theory]
    [InlineData("−5", "-5")]
    [InlineData("－５", "-5")]
    [InlineData("5％", "0.05")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    public void Signs_and_percent_are_read_in_all_their_forms(string typed, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), TypedNumber.Read(typed));

    [Fact]
    public void No_text_whatever_brings_marking_down() =>
        Gen.Select(Gen.String, Gen.String[0, 12], Gen.Bool).Sample((typed, answer, matchesCase) =>
        {
            TypedNumber.Read(typed);
            TypedWords.Agree(answer, typed, matchesCase);
            Assert.True(TypedWords.Agree(
                typed.Replace("*", "", StringComparison.Ordinal), typed.Replace("*", "", StringComparison.Ordinal), matchesCase));
        });

    [Fact]
    public void Many_wildcards_do_not_take_long() =>
        Assert.False(TypedWords.Agree(string.Concat(Enumerable.Repeat("a*", 250)) + "b", new string('a', 500), matchesCase: false));

    [Fact]
    public void Key_points_are_found_by_their_words_and_suggested_whole()
    {
        var answer = Answer.Of(Specimens.Essay, new Dictionary<string, string> { ["1"] = "There is a RISK." })!;

        Assert.Equal(["risk"], KeyPoints.Found(Specimens.Essay.Criteria[0], answer.Text));
        Assert.Equal([Points.Of(6), Points.Of(4)], KeyPoints.Worths(Specimens.Essay, Points.Of(10)));
        Assert.Equal([Points.Of(6), Points.Zero], KeyPoints.Suggest(Specimens.Essay, answer, Points.Of(10)));
    }

    private static decimal Share(QuestionText question, string typed) =>
        MarkingRules.ShareOf(question, Answer.Of(question, new Dictionary<string, string> { ["1"] = typed })!, MarkingScheme.AllOrNothing);
}
