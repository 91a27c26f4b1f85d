using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;

namespace Academy.Tests.Quizzes;

public sealed class SupplyTests
{
    private static readonly Section Any = new(QuestionType.SingleChoice, Points.Of(5), ["bank"], 3, []);
    private readonly Bank bank = new("bank");
    private readonly List<QuestionVersion> approved;

    public SupplyTests() => approved = [.. Enumerable.Range(1, 5).Select(number => Question($"q-{number}", number <= 2 ? ["柜面"] : []))];

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void There_must_be_as_many_as_are_drawn(int draw, bool enough) => Assert.Equal(enough, IsEnough(Any with { Draw = draw }));

    [Fact]
    public void A_shortage_says_where_and_how_many() => Assert.Equivalent(
        new Shortage(0, 7, 5, []), Assert.Single(ShortagesOf(new Blueprint([Any with { Draw = 7 }], true, true))));

    [Fact]
    public void A_section_may_happen_to_draw_what_the_next_one_needs() =>
        Assert.False(IsEnough(Any with { Draw = 3 }, Any with { Draw = 2, Tags = ["柜面"] }));

    [Fact]
    public void The_narrow_section_first_leaves_enough() =>
        Assert.True(IsEnough(Any with { Draw = 2, Tags = ["柜面"] }, Any with { Draw = 3 }));

    [Fact]
    public void What_is_named_is_not_drawn_as_well() =>
        Assert.False(IsEnough(Any with { Draw = 4 }, Any with { Draw = 0, Questions = ["q-1", "q-2"] }));

    [Fact]
    public void A_named_question_must_be_in_use()
    {
        var shortage = Assert.Single(
            ShortagesOf(new Blueprint([Any with { Draw = 0, Questions = ["q-1", "q-9", "q-2@1", "q-2@7"] }], true, true)));
        Assert.Equal(["q-9", "q-2@7"], shortage.Missing);
    }

    [Fact]
    public void Questions_of_other_types_do_not_count() => Assert.False(IsEnough(Any with { Type = QuestionType.TrueFalse, Draw = 1 }));

    [Fact]
    public void A_drawn_section_leaves_alone_what_another_one_names()
    {
        var blueprint = new Blueprint([Any, Any with { Draw = 0, Questions = ["q-1", "q-2"] }], true, true);
        for (var seed = 0; seed < 20; seed++)
            Assert.Distinct(blueprint.DrawPaper(approved, new Random(seed))!.Select(slot => slot.Version.Question.Key));
    }

    private IReadOnlyList<Shortage> ShortagesOf(Blueprint blueprint) => blueprint.ShortagesOf(blueprint.SupplyOf(approved));

    private bool IsEnough(params Section[] sections) => ShortagesOf(new Blueprint(sections, true, true)).Count == 0;

    private QuestionVersion Question(string key, string[] tags)
    {
        var question = new Question(key, bank);
        Supplies.Settle(question, "Id", long.Parse(key[2..], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var tag in tags) question.Tags.Add(new QuestionTag(tag));
        var version = question.Write(Specimens.Single, 1, TestClock.Tuesday);
        Supplies.Settle(version, "QuestionId", question.Id);
        Supplies.Settle(version, "Id", question.Id);
        version.Approve(null, TestClock.Tuesday);
        return version;
    }
}
