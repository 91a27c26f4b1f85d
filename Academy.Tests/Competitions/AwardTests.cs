using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Scoring;
using CsCheck;

namespace Academy.Tests.Competitions;

/// <summary>Who gets a prize: never more than are declared, but for those who share the rank of the last.</summary>
public sealed class AwardTests
{
    private static readonly Gen<AwardTerms> AnyTerms = Gen.Select(
        Gen.OneOf(Gen.Const(AwardRule.Count), Gen.Const(AwardRule.Share)), Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30],
        Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 100].Select(cap => (int?)cap)),
        (rule, first, second, third, cap) => new AwardTerms(rule, first, second, third, cap));

    /// <summary>Ranks of people with any ties among them, the best first.</summary>
    private static readonly Gen<List<int>> AnyRanks = Gen.Int[0, 15].List[0, 80].Select(keys =>
        keys.Order().Rank(key => key).Select(ranked => ranked.Rank).ToList());

    [Theory]
    [InlineData(1, Award.First)]
    [InlineData(2, Award.Second)]
    [InlineData(3, Award.Second)]
    [InlineData(4, Award.Third)]
    [InlineData(6, Award.Third)]
    [InlineData(7, null)]
    public void Usually_there_is_one_first_prize_and_two_and_three_of_the_others(int rank, Award? award) =>
        Assert.Equal(award, AwardTerms.Usual.Of(rank, 50));

    [Theory]
    [InlineData(100, 10, 20, 30)]
    [InlineData(19, 1, 3, 5)]
    [InlineData(9, 0, 1, 2)]
    [InlineData(0, 0, 0, 0)]
    public void Of_a_share_a_part_of_a_person_is_left_off(int people, int first, int second, int third) =>
        Assert.Equal([first, second, third], new AwardTerms(AwardRule.Share, 10, 20, 30).Places(people));

    [Theory]
    [InlineData(50, 5)]
    [InlineData(29, 2)]
    [InlineData(9, 0)]
    public void Where_a_cap_is_declared_no_more_have_the_first_prize(int people, int most) =>
        Assert.Equal([most, 2, 3], new AwardTerms(AwardRule.Count, 5, 2, 3, Cap: 10).Places(people));

    [Fact]
    public void Whoever_shares_the_rank_of_the_last_gets_the_same()
    {
        int[] ranks = [1, 1, 3, 3, 3, 6, 7];

        Assert.Equal(
            [Award.First, Award.First, Award.Second, Award.Second, Award.Second, Award.Third, null],
            ranks.Select(rank => AwardTerms.Usual.Of(rank, ranks.Length)));
    }

    [Fact]
    public void Without_those_who_share_the_last_rank_no_more_get_one_than_are_declared() => Gen.Select(AnyTerms, AnyRanks)
        .Sample((terms, ranks) =>
        {
            var places = terms.Places(ranks.Count);
            foreach (var award in Enum.GetValues<Award>())
            {
                var (most, won) = (places.Take((int)award + 1).Sum(), ranks.Where(rank => terms.Of(rank, ranks.Count) <= award).ToList());
                if (won.Count <= most) continue;

                Assert.True(won.Count(rank => rank < won[^1]) < most);
            }
        });

    [Fact]
    public void Whoever_has_the_same_rank_has_the_same_and_whoever_has_a_better_one_no_less() => Gen.Select(AnyTerms, AnyRanks)
        .Sample((terms, ranks) => Assert.All(ranks.Zip(ranks.Skip(1)), pair =>
        {
            var (before, behind) = (terms.Of(pair.First, ranks.Count), terms.Of(pair.Second, ranks.Count));
            Assert.True(pair.First == pair.Second ? before == behind : before <= behind || behind is null);
        }));

    [Fact]
    public void As_many_as_are_declared_get_one_while_there_are_people() => Gen.Select(AnyTerms, Gen.Int[0, 80])
        .Sample((terms, people) =>
        {
            var won = Enumerable.Range(1, people).Select(rank => terms.Of(rank, people)).OfType<Award>().ToList();

            Assert.Equal(Math.Min(people, terms.Places(people).Sum()), won.Count);
        });

    [Theory]
    [InlineData(AwardRule.Share, 50, 40, 20, null)]
    [InlineData(AwardRule.Count, -1, 2, 3, null)]
    [InlineData(AwardRule.Count, 101, 2, 3, null)]
    [InlineData(AwardRule.Count, 1, 2, 3, 0)]
    public void What_cannot_be_declared(AwardRule rule, int first, int second, int third, int? cap) =>
        Assert.False(new AwardTerms(rule, first, second, third, cap).IsPossible);

    [Theory]
    [InlineData(false, 400, "技术能手")]
    [InlineData(false, 399, "业务标兵")]
    [InlineData(false, 299, null)]
    [InlineData(true, 300, "业务标兵")]
    [InlineData(true, 401, null)]
    public void A_title_is_what_the_result_reaches(bool isShorterFirst, int score, string? title)
    {
        IReadOnlyList<TitleThreshold> titles = isShorterFirst
            ? [new("技术能手", 200), new("业务标兵", 400)]
            : [new("技术能手", 400), new("业务标兵", 300)];

        Assert.Equal(title, new FinalRules(isShorterFirst, AwardTerms.Usual, titles).TitleOf(score));
    }
}
