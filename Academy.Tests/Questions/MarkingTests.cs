using Academy.Domain.Questions;
using CsCheck;

namespace Academy.Tests.Questions;

public class MarkingTests
{
    private static readonly Gen<QuestionText> Multiple =
        from keys in Gen.Int[2, 6].Select(count => Enumerable.Range(0, count).Select(n => $"{(char)('a' + n)}").ToArray())
        from right in Gen.Shuffle(keys, 1, keys.Length)
        select Specimens.Of(QuestionType.MultipleChoice, keys, right);

    private static readonly Gen<QuestionText> Any = Gen.OneOf(Multiple, Gen.Const(Specimens.Single), Gen.Const(Specimens.TrueFalse));
    private static readonly Gen<Points> Worth = Gen.Long[1, 100_000].Select(hundredths => new Points(hundredths));
    private static readonly Gen<MarkingScheme> Scheme = Gen.Enum<MarkingScheme>();

    [Fact]
    public void Exactly_the_right_options_earn_all_points() => Gen.Select(Any, Worth, Scheme).Sample((question, worth, scheme) =>
        Assert.Equal(worth, Marking.Mark(question, Right(question), worth, scheme)));

    [Fact]
    public void The_order_of_the_choice_does_not_matter() => Gen.Select(Multiple, Worth, Scheme).Sample((question, worth, scheme) =>
        Assert.Equal(worth, Marking.Mark(question, [.. Right(question).Reverse()], worth, scheme)));

    [Fact]
    public void One_wrong_option_forfeits_everything() =>
        (from question in Any.Where(question => question.Options.Any(option => !option.IsRight))
         from chosen in Subset(Right(question))
         from wrong in Gen.OneOf([.. question.Options.Where(option => !option.IsRight).Select(option => option.Key)])
         from scheme in Scheme
         select (question, keys: chosen.Append(wrong).ToList(), scheme))
        .Sample(sample => Assert.Equal(Points.Zero, Marking.Mark(sample.question, sample.keys, new Points(500), sample.scheme)));

    [Fact]
    public void Some_of_the_right_options_earn_half_where_the_scheme_says_so() => Incomplete.Sample((question, keys, worth) =>
        Assert.Equal(worth.Half(), Marking.Mark(question, keys, worth, MarkingScheme.HalfWhenIncomplete)));

    [Fact]
    public void Some_of_the_right_options_earn_nothing_where_all_are_asked_for() => Incomplete.Sample((question, keys, worth) =>
        Assert.Equal(Points.Zero, Marking.Mark(question, keys, worth, MarkingScheme.AllOrNothing)));

    [Fact]
    public void No_choice_earns_nothing() => Gen.Select(Any, Worth, Scheme).Sample((question, worth, scheme) =>
        Assert.Equal(Points.Zero, Marking.Mark(question, [], worth, scheme)));

    [Fact]
    public void Whatever_is_chosen_earns_between_nothing_and_all() =>
        (from question in Any
         from chosen in Subset([.. question.Options.Select(option => option.Key), "z"])
         from worth in Worth
         from scheme in Scheme
         select (question, chosen, worth, scheme))
        .Sample(sample => Assert.InRange(Marking.Mark(sample.question, sample.chosen, sample.worth, sample.scheme).Hundredths, 0, sample.worth.Hundredths));

    [Fact]
    public void A_choice_of_one_is_right_or_wrong_and_never_half() => Assert.All(["a", "c", "d"], key =>
        Assert.Equal(Points.Zero, Marking.Mark(Specimens.Single, [key], new Points(500), MarkingScheme.HalfWhenIncomplete)));

    private static Gen<(QuestionText Question, string[] Keys, Points Worth)> Incomplete =>
        from question in Multiple.Where(question => Right(question).Length > 1)
        from keys in Gen.Shuffle(Right(question), 1, Right(question).Length - 1)
        from worth in Worth
        select (question, keys, worth);

    private static Gen<string[]> Subset(string[] keys) => Gen.Shuffle(keys, 0, keys.Length);

    private static string[] Right(QuestionText question) => [.. question.Options.Where(option => option.IsRight).Select(option => option.Key)];
}
