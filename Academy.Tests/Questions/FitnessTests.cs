using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;

namespace Academy.Tests.Questions;

public class FitnessTests
{
    [Fact]
    public void Questions_that_somebody_can_answer_rightly_are_fit() =>
        Assert.All([.. Specimens.All, Specimens.Case], question => Assert.Null(question.RefusalUnder(MarkingScheme.HalfWhenIncomplete)));

    [Fact]
    public void Weights_that_reward_ticking_everything_are_not()
    {
        var careless = Specimens.Multiple with { Options = [new("a", "Right", 50), new("b", "Right, too", 50), new("c", "Wrong", 0)] };
        var careful = careless with { Options = [.. careless.Options.Take(2), new("c", "Wrong", -50)] };

        Assert.Equal(GradedRefusal.RewardsTickingEverything, careless.RefusalUnder(MarkingScheme.Weighted));
        Assert.Null(careless.RefusalUnder(MarkingScheme.AllOrNothing));
        Assert.Null(careful.RefusalUnder(MarkingScheme.Weighted));
        Assert.Equal(
            GradedRefusal.RewardsTickingEverything,
            (Specimens.Case with { Parts = [Specimens.Single, careless] }).RefusalUnder(MarkingScheme.Weighted));
    }

    [Fact]
    public void What_nobody_can_earn_all_points_with_is_not()
    {
        Assert.Equal(
            GradedRefusal.NothingEarnsAll,
            (Specimens.Single with { Options = [new("a", "Wrong", 0)] }).RefusalUnder(MarkingScheme.AllOrNothing));
        Assert.Equal(
            GradedRefusal.NothingEarnsAll,
            (Specimens.Word with { Answers = [new("half", 50)] }).RefusalUnder(MarkingScheme.AllOrNothing));
        Assert.Equal(
            GradedRefusal.NothingEarnsAll,
            (Specimens.Ordering with { Options = [new("a", "Alone", 0)] }).RefusalUnder(MarkingScheme.AllOrNothing));
    }

    [Fact]
    public void What_is_kept_beside_a_version_says_the_same_as_its_text()
    {
        var careless = Specimens.Multiple with { Options = [new("a", "Right", 50), new("b", "Right, too", 50), new("c", "Wrong", 0)] };
        QuestionText[] texts =
        [
            .. Specimens.All, Specimens.Case, careless, Specimens.Case with { Parts = [Specimens.Single, careless] },
            Specimens.Case with { Parts = [] },
            Specimens.Single with { Options = [new("a", "Wrong", 0)] }, new() { Type = QuestionType.Description, Stem = "Read this." },
        ];
        var versions = texts.Select(text => new Question("q").Write(text, null, TestClock.Tuesday)).ToList();

        Assert.All(Enum.GetValues<MarkingScheme>(), scheme => Assert.Equal(
            versions.Where(v => v.Text.RefusalUnder(scheme) is null), versions.AsQueryable().FitUnder(scheme)));
    }

    [Fact]
    public void What_asks_nothing_is_not()
    {
        Assert.Equal(
            GradedRefusal.AsksNothing,
            new QuestionText { Type = QuestionType.Description, Stem = "Read this." }.RefusalUnder(MarkingScheme.AllOrNothing));
        Assert.Equal(GradedRefusal.AsksNothing, (Specimens.Case with { Parts = [] }).RefusalUnder(MarkingScheme.AllOrNothing));
    }
}
