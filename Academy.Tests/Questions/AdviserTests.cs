using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public sealed class AdviserTests
{
    [Fact]
    public void A_key_that_is_much_longer_gives_itself_away() => AssertAdvised(
        Choice("先做什么？", "当面加盖印章，并出具收缴凭证，告知申请鉴定的权利", "退还客户", "报警", "上交"), AdviceKind.LengthGivesAway, "Options[0]");

    [Fact]
    public void Options_of_like_length_give_nothing_away() =>
        AssertSilent(Choice("先做什么？", "当面加盖印章", "退还给客户", "打电话报警"), AdviceKind.LengthGivesAway);

    [Theory]
    [InlineData("下列说法错误的是？", true)]
    [InlineData("下列不属于服务用语的是？", true)]
    [InlineData("下列“不属于”服务用语的是？", false)]
    [InlineData("下列属于服务用语的是？", false)]
    public void A_negative_stem_is_to_be_marked(string stem, bool advised) =>
        Assert.Equal(advised, Kinds(Choice(stem, "甲项内容", "乙项内容")).Contains(AdviceKind.NegativeUnmarked));

    [Fact]
    public void A_negation_that_stands_out_is_marked() => AssertSilent(
        Choice("", "甲项内容", "乙项内容") with { Stem = Prose.OfHtml("<p>下列说法<strong>错误</strong>的是？</p>") }, AdviceKind.NegativeUnmarked);

    [Theory]
    [InlineData("柜员不得不退还假币。", true)]
    [InlineData("没有凭证就不能收缴假币。", true)]
    [InlineData("不管金额大小，都不退还。", false)]
    [InlineData("收缴的假币不退还。", false)]
    public void A_statement_is_negated_once(string stem, bool advised) =>
        Assert.Equal(advised, Kinds(Verdict(stem)).Contains(AdviceKind.DoubleNegation));

    [Fact]
    public void Options_that_say_the_same_overlap() =>
        AssertAdvised(Choice("先做什么？", "盖章", "盖章。", "报警"), AdviceKind.OptionsOverlap, "Options[1]");

    [Fact]
    public void An_option_inside_another_overlaps() => AssertAdvised(
        Choice("先做什么？", "当面加盖印章并开凭证", "当面加盖印章", "报警"), AdviceKind.OptionsOverlap, "Options[1]");

    [Fact]
    public void Absolute_words_give_a_wrong_option_away() =>
        AssertAdvised(Choice("先做什么？", "当面盖章", "一律报警"), AdviceKind.AbsoluteWord, "Options[1]");

    [Fact]
    public void An_absolute_word_in_the_key_is_left_alone() => AssertSilent(Choice("先做什么？", "一律盖章", "马上报警"), AdviceKind.AbsoluteWord);

    [Theory]
    [InlineData("以上都对", AdviceKind.AllOfTheAbove)]
    [InlineData("以上各项均正确", AdviceKind.AllOfTheAbove)]
    [InlineData("All of the above", AdviceKind.AllOfTheAbove)]
    [InlineData("以上都不对", AdviceKind.NoneOfTheAbove)]
    public void The_sum_of_all_options_is_no_option(string option, AdviceKind kind) =>
        AssertAdvised(Choice("先做什么？", "盖章", "报警", option), kind, "Options[2]");

    [Fact]
    public void Why_and_from_where_is_worth_saying()
    {
        Assert.Equal([AdviceKind.ExplanationMissing, AdviceKind.ClauseMissing], Kinds(Choice("先做什么？", "盖章", "报警")));
        Assert.Empty(Adviser.Advise(Written.All[QuestionType.Description] with { Explanation = Prose.Empty, Topic = null }));
    }

    [Fact]
    public void A_sole_way_to_fill_a_gap_in_is_a_narrow_one() => AssertAdvised(
        Written.All[QuestionType.FillIn] with { Answers = [new("假币收缴凭证", 100)] }, AdviceKind.OneAnswerOnly, "Answers");

    [Fact]
    public void The_parts_of_a_case_are_read_too() => AssertAdvised(
        Written.All[QuestionType.Case] with { Parts = [Choice("下列错误的是？", "甲项内容", "乙项内容")] }, AdviceKind.NegativeUnmarked, "Parts[0].Stem");

    private static QuestionText Choice(string stem, string key, params string[] wrong) => new()
    {
        Type = QuestionType.SingleChoice,
        Stem = stem,
        Options = [new("a", key, 100), .. wrong.Select((text, n) => new Option($"{(char)('b' + n)}", text, 0))],
    };

    private static QuestionText Verdict(string stem) => Written.All[QuestionType.TrueFalse] with { Stem = stem };

    private static IEnumerable<AdviceKind> Kinds(QuestionText text) => Adviser.Advise(text).Select(a => a.Kind);

    private static void AssertAdvised(QuestionText text, AdviceKind kind, string place) =>
        Assert.Contains((kind, place), Adviser.Advise(text).Select(a => (a.Kind, a.Place)));

    private static void AssertSilent(QuestionText text, AdviceKind kind) => Assert.DoesNotContain(kind, Kinds(text));
}
