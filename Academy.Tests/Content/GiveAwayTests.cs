using System.Text.RegularExpressions;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Content;

/// <summary>That nobody answers the questions of content/ by their looks: what each rule finds, it names by file and line.</summary>
public sealed partial class GiveAwayTests
{
    /// <summary>A bank of fewer has no statistics of its own.</summary>
    private const int Enough = 10;

    private static readonly string[] CueWords = ["可以", "只要", "所以", "因为", "不用", "就够", "就行", "一律", "必须", "绝对", "所有", "一概"];

    private static readonly List<ShippedQuestion> Singles = [.. ShippedQuestion.Of(QuestionType.SingleChoice)];
    private static readonly List<ShippedQuestion> Multiples = [.. ShippedQuestion.Of(QuestionType.MultipleChoice)];
    private static readonly List<ShippedQuestion> Statements = [.. ShippedQuestion.Of(QuestionType.TrueFalse)];

    public static TheoryData<string> Banks => [.. ShippedQuestion.All.Select(question => question.Bank).Distinct()];

    [Fact]
    public void The_longest_option_is_right_about_as_often_as_by_chance()
    {
        var unlike = Singles.Where(question => Longest(question).Count == 1).ToList();

        Findings.AssertShare(0.12, 0.38, unlike, question => Longest(question)[0].IsRight);
    }

    [Theory, MemberData(nameof(Banks))]
    public void No_bank_is_passed_by_its_longest_options(string bank)
    {
        var unlike = Singles.Where(question => question.Bank == bank && Longest(question).Count == 1).ToList();

        if (unlike.Count >= Enough) Findings.AssertShare(0, 0.5, unlike, question => Longest(question)[0].IsRight);
    }

    [Fact]
    public void The_shortest_option_is_right_about_as_often_as_by_chance() =>
        Assert.InRange(Singles.Average(question => Shortest(question).Average(option => option.IsRight ? 1.0 : 0)), 0.12, 0.35);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void The_number_of_options_does_not_tell_how_many_are_right(int options)
    {
        var asked = Multiples.Where(question => question.Text.Options.Count == options).ToList();

        Assert.All(
            asked.Select(question => question.RightCount).Distinct(),
            count => Findings.AssertShare(0, 0.7, asked, question => question.RightCount == count));
    }

    [Fact]
    public void Of_about_one_multiple_choice_in_six_all_options_but_one_are_right() =>
        Findings.AssertShare(0.1, 0.18, Multiples, question => question.RightCount == question.Text.Options.Count - 1);

    [Fact]
    public void Every_position_holds_the_right_option_about_as_often() =>
        Assert.All(
            Enumerable.Range(0, 4),
            place => Findings.AssertShare(0.18, 0.32, Singles, question => question.Text.Options[place].IsRight));

    [Fact]
    public void No_position_of_a_multiple_choice_is_right_much_more_often()
    {
        var usual = Multiples.Average(question => (double)question.RightCount / question.Text.Options.Count);

        Assert.All(
            Enumerable.Range(0, 4),
            place => Findings.AssertShare(usual - 0.15, usual + 0.15, Multiples, question => question.Text.Options[place].IsRight));
    }

    [Fact]
    public void As_many_statements_are_true_as_false() => Findings.AssertShare(0.42, 0.58, Statements, question => question.IsTrue);

    [Theory, MemberData(nameof(Banks))]
    public void In_no_bank_one_verdict_prevails(string bank)
    {
        var stated = Statements.Where(question => question.Bank == bank).ToList();

        if (stated.Count >= Enough) Findings.AssertShare(0.3, 0.7, stated, question => question.IsTrue);
    }

    [Fact]
    public void Words_like_only_and_need_not_are_no_cue_to_a_false_statement()
    {
        var cued = Statements.Where(question => CueWords.Any(question.Stem.Contains)).ToList();

        if (cued.Count >= Enough) Findings.AssertShare(0.35, 0.65, cued, question => question.IsTrue);
    }

    [Fact]
    public void Who_is_said_to_have_done_right_has_done_so_half_the_time() =>
        Findings.AssertShare(
            0.38, 0.62, Statements.Where(question => Verdict().IsMatch(question.Stem)).ToList(), question => question.IsTrue);

    [Theory]
    [InlineData("没有问题")]
    [InlineData("是对的")]
    [InlineData("说得对")]
    public void No_turn_of_phrase_at_the_end_of_a_statement_tells_what_it_is(string ending)
    {
        var ended = Statements.Where(question => question.Stem.EndsWith($"{ending}。", StringComparison.Ordinal)).ToList();

        if (ended.Count >= Enough) Findings.AssertShare(0.3, 0.7, ended, question => question.IsTrue);
    }

    [Fact]
    public void A_stem_that_asks_for_the_wrong_ones_marks_the_word_that_says_so() => Findings.AssertNone(
        ShippedQuestion.All
            .Where(question => question.Text.Type is QuestionType.SingleChoice or QuestionType.MultipleChoice)
            .Where(question => Negative().IsMatch(question.Stem))
            .Where(question => question.Text.Stem.Html?.Contains("<strong>", StringComparison.Ordinal) != true));

    [Fact]
    public void Questions_are_about_three_tenths_easy_half_middling_and_a_fifth_hard() => Assert.Multiple(
        () => Findings.AssertShare(0.25, 0.35, ShippedQuestion.All, question => question.Text.Difficulty == 1),
        () => Findings.AssertShare(0.45, 0.55, ShippedQuestion.All, question => question.Text.Difficulty == 2),
        () => Findings.AssertShare(0.16, 0.25, ShippedQuestion.All, question => question.Text.Difficulty == 3));

    [Fact]
    public void No_two_questions_ask_the_same() => Findings.AssertNone(
        Resemblance.Among([.. ShippedQuestion.All.Select(question => question.Asked)], 0.5)
            .Select(twins => $"{ShippedQuestion.All[twins.First]} | {ShippedQuestion.All[twins.Second]}"));

    private static List<Option> Longest(ShippedQuestion question)
    {
        var length = question.Text.Options.Max(option => option.Text.Plain.Length);
        return [.. question.Text.Options.Where(option => option.Text.Plain.Length == length)];
    }

    private static List<Option> Shortest(ShippedQuestion question)
    {
        var length = question.Text.Options.Min(option => option.Text.Plain.Length);
        return [.. question.Text.Options.Where(option => option.Text.Plain.Length == length)];
    }

    [GeneratedRegex("(对|对了|合乎[^。]*|是对的|合适|妥当|恰当|符合[^。]*|不违反[^。]*)。$")]
    private static partial Regex Verdict();

    [GeneratedRegex("哪[^，。：？]{0,10}(不该|不能|不得|不应|不属于|不包括|不符合|不正确|不对|不合|没有|违反|错)")]
    private static partial Regex Negative();
}
