using Academy.Domain.Questions.Texts;

namespace Academy.Tests.Questions;

public sealed class QuestionRulesTests
{
    private static readonly QuestionText Choice = new()
    {
        Type = QuestionType.SingleChoice,
        Stem = Prose.OfPlain("发现一张假币，先做什么？"),
        Options = [new("a", "盖章", 100), new("b", "退还", 0)],
    };

    public static TheoryData<QuestionType> Specimens => [.. Written.All.Keys];

    [Theory, MemberData(nameof(Specimens))]
    public void A_whole_question_of_every_type_has_no_problem(QuestionType type) => Assert.Empty(QuestionRules.Problems(Written.All[type]));

    [Fact]
    public void Every_question_has_a_stem() => AssertProblem(Choice with { Stem = Prose.Empty }, QuestionProblemKind.StemMissing, "Stem");

    [Fact]
    public void A_text_has_an_end() => AssertProblem(
        Choice with { Explanation = new string('长', QuestionRules.LongestText + 1) },
        QuestionProblemKind.TextTooLong,
        "Stem");

    [Fact]
    public void Choosing_takes_two_options() =>
        AssertProblem(Choice with { Options = [new("a", "盖章", 100)] }, QuestionProblemKind.TooFewOptions, "Options");

    [Fact]
    public void There_are_no_more_options_than_letters() => AssertProblem(
        Choice with { Options = [.. Enumerable.Range(0, 27).Select(n => new Option($"{n}", $"{n}", n == 0 ? 100 : 0))] },
        QuestionProblemKind.TooManyOptions,
        "Options");

    [Fact]
    public void No_option_is_empty() => AssertProblem(
        Choice with { Options = [.. Choice.Options, new("c", Prose.Empty, 0)] },
        QuestionProblemKind.OptionMissing,
        "Options[2]");

    [Fact]
    public void No_two_options_are_equal() =>
        AssertProblem(Choice with { Options = [.. Choice.Options, new("c", "盖章", 0)] }, QuestionProblemKind.OptionsEqual, "Options[2]");

    [Fact]
    public void Something_is_right() =>
        AssertProblem(Choice with { Options = [new("a", "盖章", 0), new("b", "退还", 0)] }, QuestionProblemKind.NoRightAnswer, "Options");

    [Fact]
    public void A_single_choice_has_one_key() => AssertProblem(
        Choice with { Options = [new("a", "盖章", 100), new("b", "退还", 100)] },
        QuestionProblemKind.SeveralRightAnswers,
        "Options");

    [Fact]
    public void A_weight_is_a_percentage() => AssertProblem(
        Choice with { Options = [new("a", "盖章", 100), new("b", "退还", -101)] },
        QuestionProblemKind.WeightMalformed,
        "Options[1]");

    [Theory]
    [InlineData(60, 40, 0, true)]
    [InlineData(60, 40, -50, true)]
    [InlineData(60, 40, -100, false)]
    [InlineData(50, 50, 0, false)]
    public void Weights_do_not_pay_for_ticking_everything(int first, int second, int wrong, bool refused)
    {
        var text = Choice with
        {
            Type = QuestionType.MultipleChoice,
            Options = [new("a", "盖章", first), new("b", "登记", second), new("c", "退还", wrong)],
        };
        Assert.Equal(refused, QuestionRules.Problems(text).Any(p => p.Kind == QuestionProblemKind.EverythingRewarded));
    }

    [Fact]
    public void A_mark_in_the_stem_has_its_gap() => AssertProblem(
        Written.All[QuestionType.Cloze] with { Stem = "收缴后加盖[[1]]，开具[[2]]和[[5]]。" }, QuestionProblemKind.MarkWithoutGap, "Stem");

    [Fact]
    public void A_gap_has_an_answer() => AssertProblem(
        Written.All[QuestionType.Cloze] with { Stem = "加盖[[1]]", Gaps = [new(QuestionType.FillIn, 1, [], [])] },
        QuestionProblemKind.AnswerMissing,
        "Gaps[0].Answers");

    [Fact]
    public void A_text_with_gaps_has_gaps() =>
        AssertProblem(Written.All[QuestionType.Cloze] with { Stem = "加盖", Gaps = [] }, QuestionProblemKind.GapMissing, "Gaps");

    [Fact]
    public void A_gap_is_worth_something() => AssertProblem(
        Written.All[QuestionType.Cloze] with { Stem = "加盖[[1]]", Gaps = [new(QuestionType.FillIn, 0, [], [new("印章", 100)])] },
        QuestionProblemKind.PointsMalformed,
        "Gaps[0].Points");

    [Fact]
    public void What_counts_as_a_number_is_one() => AssertProblem(
        Written.All[QuestionType.Numerical] with { Answers = [new("三", 100, 0)] }, QuestionProblemKind.NumberMalformed, "Answers[0]");

    [Fact]
    public void A_tolerance_is_not_negative() => AssertProblem(
        Written.All[QuestionType.Numerical] with { Answers = [new("3", 100, -1)] }, QuestionProblemKind.ToleranceMalformed, "Answers[0]");

    [Fact]
    public void Matching_takes_two_pairs() => AssertProblem(
        Written.All[QuestionType.Matching] with { Pairs = [new("甲", "乙"), new(Prose.Empty, "丙")] },
        QuestionProblemKind.TooFewPairs,
        "Pairs");

    [Fact]
    public void A_pair_has_a_right_side() => AssertProblem(
        Written.All[QuestionType.Matching] with { Pairs = [new("甲", "乙"), new("丙", Prose.Empty)] },
        QuestionProblemKind.PairIncomplete,
        "Pairs[1]");

    [Fact]
    public void A_case_asks_something() =>
        AssertProblem(Written.All[QuestionType.Case] with { Parts = [] }, QuestionProblemKind.PartsMissing, "Parts");

    [Fact]
    public void A_description_may_stand_between_the_questions_of_a_case_but_not_alone()
    {
        var between = new QuestionText { Type = QuestionType.Description, Stem = "下午，客户又来了。" };

        Assert.Empty(QuestionRules.Problems(Written.All[QuestionType.Case] with { Parts = [Choice, between, Choice] }));
        AssertProblem(Written.All[QuestionType.Case] with { Parts = [between] }, QuestionProblemKind.PartsMissing, "Parts");
    }

    [Fact]
    public void A_case_has_no_case_in_it() => AssertProblem(
        Written.All[QuestionType.Case] with { Parts = [Written.All[QuestionType.Case]] }, QuestionProblemKind.PartNotSimple, "Parts[0]");

    [Fact]
    public void A_part_obeys_the_same_rules() => AssertProblem(
        Written.All[QuestionType.Case] with { Parts = [Choice with { Stem = Prose.Empty }] },
        QuestionProblemKind.StemMissing,
        "Parts[0].Stem");

    private static void AssertProblem(QuestionText text, QuestionProblemKind kind, string place) =>
        Assert.Contains((kind, place), QuestionRules.Problems(text).Select(p => (p.Kind, p.Place)));
}
