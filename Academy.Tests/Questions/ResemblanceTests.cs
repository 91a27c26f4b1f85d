using Academy.Domain.Questions.Imports;
using CsCheck;

namespace Academy.Tests.Questions;

public class ResemblanceTests
{
    private static readonly string[] Pieces = ["收缴", "假币", "时", "应当", "向", "持有人", "出具", "凭证", "，", "？", "5", "万元", "ABC", "ａｂｃ", " ", "客户"];

    private static readonly Gen<string> Varied = Gen.OneOf(Pieces).Array[0, 14].Select(string.Concat);

    // One template with a few words filled in: all texts have most of their pairs in common.
    private static readonly Gen<string> Filled = Gen.OneOf(Pieces).Array[4].Select(words =>
        $"客户{words[0]}办理人民币单位银行结算账户变更业务，经办人未携带营业执照正本，金额 {words[1]} 元，下列做法正确的是：先核对{words[2]}再登记；请其改日补齐；由主管{words[3]}授权后办理；拒绝并说明理由。");

    private static readonly Gen<string> Texts = Gen.Frequency((2, Varied), (1, Filled));

    [Theory]
    [InlineData("收缴假币时，应当出具什么？", "收缴假币时应当出具什么")]
    [InlineData("ＡＴＭ 吞卡，怎么办？", "atm吞卡怎么办")]
    [InlineData("5 万元（含）以上", "５万元(含)以上")]
    public void Width_case_punctuation_and_spaces_make_no_difference(string one, string other) =>
        Assert.Equal([new Twins(0, 1, 1)], Resemblance.Among([one, other]));

    [Fact]
    public void Ideographs_are_compared_as_they_are()
    {
        var all = string.Concat(Enumerable.Range(0x4E00, 0x9FFF - 0x4E00 + 1).Select(code => (char)code));

        Assert.True(all.IsNormalized(System.Text.NormalizationForm.FormKC));
        Assert.Equal(all, Resemblance.Normalize(all));
    }

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
    public void Of_two_lists_each_text_of_the_second_is_found_with_the_most_alike_of_the_first() =>
        Gen.Select(Texts.Array[0, 15], Texts.Array[0, 15]).Sample((existing, incoming) =>
        {
            var across = Resemblance.Against(existing, incoming, 0.6);
            var expected = incoming
                .Index()
                .Select(text =>
                    (Second: text.Index, Likeness: existing.Select(other => LikenessOf(other, text.Item)).DefaultIfEmpty().Max()))
                .Where(t => t.Likeness >= 0.6);
            return across.All(t => LikenessOf(existing[t.First], incoming[t.Second]) == t.Likeness)
                && across.Select(t => (t.Second, t.Likeness)).SequenceEqual(expected);
        }, iter: 500);

    [Fact]
    public void The_most_alike_come_first()
    {
        var twins = Resemblance.Among(["客户要求查询本人账户余额", "客户要求查询本人账户余额。", "客户要求查询他人账户余额", "客户要求查询他人账户余额度"], 0.5);

        Assert.Equal(4, twins.Count);
        Assert.Equal(twins.OrderByDescending(t => t.Likeness), twins);
    }

    [Fact]
    public void Of_a_flood_the_most_alike_are_found()
    {
        var texts = Enumerable.Range(100, 250).Select(n => $"下列关于人民币现金收付业务的说法正确的是第{n}{n % 7}").ToList();
        var all = from first in texts.Index() from second in texts.Skip(first.Index + 1) select LikenessOf(first.Item, second);

        var found = Resemblance.Among(texts, 0.1).Select(t => t.Likeness);

        Assert.Equal(all.OrderDescending().Take(Resemblance.MostTwins), found);
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
