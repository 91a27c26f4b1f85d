using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;
using CsCheck;

namespace Academy.Tests.Questions;

public class MarkingTests
{
    private static readonly Gen<QuestionText> Multiple = Specimens.Marked.Where(question => question.Type == QuestionType.MultipleChoice);
    private static readonly Gen<QuestionText> WithWrongOptions = Multiple.Where(question =>
        question.Options.Any(option => !option.IsRight));
    private static readonly Gen<Points> Worth = Gen.Long[1, 100_000].Select(hundredths => new Points(hundredths));
    private static readonly Gen<MarkingScheme> Scheme = Gen.Enum<MarkingScheme>();

    private static readonly Gen<(QuestionText Question, Answer Answer)> Answered =
        Specimens.Marked.SelectMany(question => Specimens.AnswersTo(question).Select(answer => (question, answer)));

    [Fact]
    public void The_right_answer_earns_all_points() => Gen.Select(Specimens.Marked, Worth, Scheme).Sample((question, worth, scheme) =>
        Assert.Equal(worth, MarkingRules.Mark(question, question.RightAnswer(), worth, scheme)));

    [Fact]
    public void Whatever_is_answered_earns_between_nothing_and_all() =>
        Gen.Select(Answered, Worth, Scheme).Sample((answered, worth, scheme) =>
            Assert.InRange(MarkingRules.Mark(answered.Question, answered.Answer, worth, scheme).Hundredths, 0, worth.Hundredths));

    [Fact]
    public void No_answer_earns_nothing() => Gen.Select(Specimens.Marked, Worth, Scheme).Sample((question, worth, scheme) =>
        Assert.Equal(Points.Zero, MarkingRules.Mark(question, Answer.None, worth, scheme)));

    [Fact]
    public void Ticking_everything_never_earns_all_where_something_is_wrong() =>
        Gen.Select(WithWrongOptions, Worth, Scheme).Sample((question, worth, scheme) =>
            Assert.True(MarkingRules.Mark(question, Chosen(question, question.Options), worth, scheme) < worth));

    [Fact]
    public void Some_of_the_right_options_earn_half_where_the_scheme_says_so() => Incomplete.Sample((question, answer, worth) =>
        Assert.Equal(worth.Share(0.5m), MarkingRules.Mark(question, answer, worth, MarkingScheme.HalfWhenIncomplete)));

    [Fact]
    public void Some_of_the_right_options_earn_nothing_where_all_are_asked_for() => Incomplete.Sample((question, answer, worth) =>
        Assert.Equal(Points.Zero, MarkingRules.Mark(question, answer, worth, MarkingScheme.AllOrNothing)));

    [Fact]
    public void One_wrong_option_forfeits_everything_where_wrong_ones_earn_nothing() =>
        (from question in WithWrongOptions
         from right in Gen.Shuffle(question.RightOptions().ToArray(), 0, question.RightOptions().Count)
         from wrong in Gen.OneOf([.. question.Options.Where(option => !option.IsRight)])
         from scheme in Gen.OneOf(MarkingScheme.AllOrNothing, MarkingScheme.HalfWhenIncomplete)
         select (question, Answer: Chosen(question, [.. right, wrong]), scheme))
        .Sample(sample => Assert.Equal(Points.Zero, MarkingRules.Mark(sample.question, sample.Answer, new Points(500), sample.scheme)));

    [Theory]
    [InlineData("a", 0.5)]
    [InlineData("a c", 1)]
    [InlineData("a b", 0)]
    [InlineData("a b c", 0.5)]
    [InlineData("a b c d", 0)]
    [InlineData("b d", 0)]
    public void Correct_minus_guess_takes_the_share_of_wrong_ones_from_the_share_of_right_ones(string keys, double share) =>
        Assert.Equal(
            (decimal)share,
            MarkingRules.ShareOf(Specimens.Multiple, Chosen(Specimens.Multiple, keys), MarkingScheme.CorrectMinusGuess));

    [Theory]
    [InlineData("a", 0.3333333)]
    [InlineData("a b", 0.6666666)]
    [InlineData("a b c", 1)]
    [InlineData("a b d", 0.1666666)]
    [InlineData("d", 0)]
    public void Weights_are_added_with_the_decimals_of_the_source(string keys, double share)
    {
        var question = Specimens.Multiple with
        {
            Options = [Weighing("a", 33.33333m), Weighing("b", 33.33333m), Weighing("c", 33.33333m), Weighing("d", -50)],
        };

        Assert.Equal(share, (double)MarkingRules.ShareOf(question, Chosen(question, keys), MarkingScheme.Weighted), 6);
    }

    [Theory]
    [InlineData(MarkingScheme.AllOrNothing, 0)]
    [InlineData(MarkingScheme.HalfWhenIncomplete, 0)]
    [InlineData(MarkingScheme.CorrectMinusGuess, 0)]
    [InlineData(MarkingScheme.Weighted, 50)]
    public void Of_one_choice_only_the_best_option_counts_unless_weights_do(MarkingScheme scheme, long earned)
    {
        var question = Specimens.Single with { Options = [Weighing("a", 100), Weighing("b", 50), Weighing("c", -50)] };

        Assert.Equal(new Points(100), MarkingRules.Mark(question, Chosen(question, "a"), new Points(100), scheme));
        Assert.Equal(new Points(earned), MarkingRules.Mark(question, Chosen(question, "b"), new Points(100), scheme));
        Assert.Equal(Points.Zero, MarkingRules.Mark(question, Chosen(question, "c"), new Points(100), scheme));
    }

    [Theory]
    [InlineData("d b c a", 1)]
    [InlineData("b c a d", 0.6667)]
    [InlineData("a c b d", 0)]
    [InlineData("b d c a", 0.3333)]
    public void An_order_earns_the_share_of_neighbors_that_follow_rightly(string keys, double share)
    {
        var answer = Chosen(Specimens.Ordering, keys);

        Assert.Equal(share, (double)MarkingRules.ShareOf(Specimens.Ordering, answer, MarkingScheme.HalfWhenIncomplete), 4);
        Assert.Equal(share < 1 ? 0 : 1, MarkingRules.ShareOf(Specimens.Ordering, answer, MarkingScheme.AllOrNothing));
    }

    [Theory]
    [InlineData("b c c", 3)]
    [InlineData("b c a", 2)]
    [InlineData("c b a", 0)]
    public void A_match_earns_the_share_of_right_pairs(string rights, int right)
    {
        var answer = Answer.Of(Specimens.Matching, rights.Split(' ').Index().ToDictionary(r => $"{r.Index + 1}", r => r.Item))!;

        Assert.Equal(right / 3m, MarkingRules.ShareOf(Specimens.Matching, answer, MarkingScheme.Weighted));
        Assert.Equal(right == 3 ? 1 : 0, MarkingRules.ShareOf(Specimens.Matching, answer, MarkingScheme.AllOrNothing));
    }

    [Theory]
    [InlineData("one", "a", "7", 6)]
    [InlineData("uno", "a", "7", 5.5)]
    [InlineData("one", "b", "8", 1)]
    [InlineData("", "", "７", 3)]
    public void Each_gap_earns_its_points_under_every_scheme(string first, string second, string third, double sixths)
    {
        var answer = Answer.Of(Specimens.Cloze, new Dictionary<string, string> { ["1"] = first, ["2"] = second, ["3"] = third })!;

        Assert.All(
            Enum.GetValues<MarkingScheme>(),
            scheme => Assert.Equal((decimal)sixths / 6, MarkingRules.ShareOf(Specimens.Cloze, answer, scheme)));
    }

    private static Gen<(QuestionText Question, Answer Answer, Points Worth)> Incomplete =>
        from question in Multiple.Where(question => question.RightOptions().Count > 1)
        from some in Gen.Shuffle(question.RightOptions().ToArray(), 1, question.RightOptions().Count - 1)
        from worth in Worth
        select (question, Chosen(question, some), worth);

    private static Option Weighing(string key, decimal weight) => new(key, $"Option {key}", weight);

    private static Answer Chosen(QuestionText question, IEnumerable<Option> options) =>
        Answer.Of(question, [.. options.Select(option => option.Key)])!;

    private static Answer Chosen(QuestionText question, string keys) => Answer.Of(question, keys.Split(' '))!;
}
