using Academy.Domain.Questions;
using CsCheck;

namespace Academy.Tests.Questions;

public class ResemblanceTests
{
    private static readonly string[] Pieces = ["收缴", "假币", "时", "应当", "向", "持有人", "出具", "凭证", "，", "？", "5", "万元", "ABC", "ａｂｃ", " ", "客户"];

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces).Array[0, 14].Select(string.Concat);

    [Theory]
    [InlineData("收缴假币时，应当出具什么？", "收缴假币时应当出具什么")]
    [InlineData("ＡＴＭ 吞卡，怎么办？", "atm吞卡怎么办")]
    [InlineData("5 万元（含）以上", "５万元(含)以上")]
    public void Width_case_punctuation_and_spaces_make_no_difference(string one, string other) =>
        Assert.Equal([new Twins(0, 1, 1)], Resemblance.Among([one, other]));

    [Theory]
    [InlineData("客户对收缴的假币有异议，应当怎样告知客户申请鉴定？", "客户对收缴的假币有异议的，应当怎样告知客户申请鉴定？", true)]
    [InlineData("单笔人民币现金存款 5 万元以上，应当核对客户有效身份证件。", "单笔人民币现金存款 20 万元以上，应当核对客户有效身份证件。", true)]
    [InlineData("一次发现多少张假币应当立即报告？", "收缴假人民币纸币时，下列步骤对的有哪些？", false)]
    [InlineData("", "", false)]
    [InlineData("？", "！", false)]
    public void Texts_that_say_nearly_the_same_are_twins(string one, string other, bool areTwins) =>
        Assert.Equal(areTwins, Resemblance.Among([one, other]).Count == 1);

    [Fact]
    public void Every_pair_that_is_alike_enough_is_found_and_no_other() => Texts.Array[0, 25].Sample(texts =>
    {
        var unequal = texts.DistinctBy(Resemblance.Normalize).Where(text => Resemblance.Normalize(text).Length > 0).ToList();
        var found = Resemblance.Among(unequal, 0.6).Select(t => (t.First, t.Second)).ToHashSet();
        var expected = from first in Enumerable.Range(0, unequal.Count)
                       from second in Enumerable.Range(first + 1, unequal.Count - first - 1)
                       where LikenessOf(unequal[first], unequal[second]) >= 0.6
                       select (first, second);
        return found.SetEquals(expected);
    }, iter: 500);

    [Fact]
    public void Of_equal_texts_each_is_found_with_the_first() => Texts.Array[0, 25].Sample(texts =>
    {
        var found = Resemblance.Among(texts).Where(t => t.Likeness == 1).Select(t => (t.First, t.Second)).ToHashSet();
        return texts.Index().Where(text => Resemblance.Normalize(text.Item).Length > 0).GroupBy(text => Resemblance.Normalize(text.Item))
            .All(equal => equal.Skip(1).All(text => found.Contains((equal.First().Index, text.Index))));
    }, iter: 500);

    [Fact]
    public void Two_lists_are_compared_with_one_another_and_not_with_themselves() => Gen.Select(Texts.Array[0, 15], Texts.Array[0, 15]).Sample((existing, incoming) =>
    {
        var across = Resemblance.Against(existing, incoming, 0.6);
        return across.All(t => t.First < existing.Length && t.Second < incoming.Length && LikenessOf(existing[t.First], incoming[t.Second]) >= 0.6)
            && incoming.Index().All(text => across.Any(t => t.Second == text.Index) == existing.Any(other => LikenessOf(other, text.Item) >= 0.6));
    }, iter: 500);

    [Fact]
    public void The_most_alike_come_first_and_a_flood_is_cut()
    {
        var twins = Resemblance.Among(["客户要求查询本人账户余额", "客户要求查询本人账户余额。", "客户要求查询他人账户余额", "客户要求查询他人账户余额度"], 0.5);
        Assert.Equal(twins.OrderByDescending(t => t.Likeness), twins);

        Assert.Equal(Resemblance.MostTwins, Resemblance.Among([.. Enumerable.Range(1000, 1000).Select(n => $"下列关于人民币现金收付业务的说法正确的是第{n}")]).Count);
    }

    /// <summary>The share of pairs of neighboring characters that both texts have, counted without any index.</summary>
    private static double LikenessOf(string one, string other)
    {
        var (left, right) = (PairsOf(Resemblance.Normalize(one)), PairsOf(Resemblance.Normalize(other)));
        return left.Count == 0 || right.Count == 0 ? 0 : left.Intersect(right).Count() / (double)left.Union(right).Count();
    }

    private static HashSet<string> PairsOf(string text) =>
        text.Length == 1 ? [text] : [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => text.Substring(at, 2))];
}
