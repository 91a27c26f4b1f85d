using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.Questions;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

public sealed class BlueprintTests(OpenedAcademy opened) : IAsyncLifetime
{
    private static readonly string[] Banks = ["complaint-handling", "counterfeit-currency", "professional-ethics", "self-discipline"];

    private static readonly Gen<Section> Sections =
        from type in Gen.OneOf(QuestionType.SingleChoice, QuestionType.MultipleChoice, QuestionType.TrueFalse)
        from banks in Gen.Shuffle(Banks, 1, 3)
        from draw in Gen.Int[1, 3]
        from worth in Gen.Int[1, 1_000]
        select new Section(type, new Points(worth), banks, draw, []);

    private static readonly Gen<Blueprint> Blueprints =
        from sections in Sections.Array[1, 3]
        from shufflesQuestions in Gen.Bool
        from shufflesOptions in Gen.Bool
        select new Blueprint(sections, shufflesQuestions, shufflesOptions);

    private AcademyStore store = null!;
    private List<QuestionVersion> inForce = [];

    public async ValueTask InitializeAsync()
    {
        store = new AcademyStore(opened);
        inForce = await store.AskAsync((AcademyDb db) => db.QuestionVersions
            .InForce()
            .Include(version => version.Question.Bank)
            .ToListAsync());
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public void A_paper_has_the_sections_of_its_blueprint_in_order() => Gen.Select(Blueprints, Gen.Int).Sample((blueprint, seed) =>
    {
        var paper = Draw(blueprint, inForce, seed);

        var asked = blueprint.Sections.SelectMany(section => Enumerable.Repeat(section, section.Draw)).ToList();
        Assert.Equal(asked.Select(section => (section.Type, section.PointsEach)), paper.Select(slot => (slot.Version.Type, slot.Worth)));
        Assert.All(paper.Zip(asked), pair => Assert.Contains(pair.First.Version.Question.Bank.Slug, pair.Second.Banks));
        Assert.Equal(Enumerable.Range(1, blueprint.Count), paper.Select(slot => slot.Number));
        Assert.Equal(blueprint.Worth, paper.Sum(slot => slot.Worth));
    }, iter: 200);

    [Fact]
    public void No_question_comes_twice() => Gen.Select(Blueprints, Gen.Int).Sample((blueprint, seed) =>
        Assert.Distinct(Draw(blueprint, inForce, seed).Select(slot => slot.Version.QuestionId)), iter: 200);

    [Fact]
    public void The_seed_alone_decides_the_paper() => Gen.Select(Blueprints, Gen.Int).Sample((blueprint, seed) =>
        Assert.Equal(Layout(blueprint, inForce, seed), Layout(blueprint, [.. Enumerable.Reverse(inForce)], seed)), iter: 200);

    [Fact]
    public void Options_are_all_there_and_true_always_stands_before_false() => Gen.Select(Blueprints, Gen.Int).Sample((blueprint, seed) =>
        Assert.All(Draw(blueprint, inForce, seed), slot =>
        {
            var keys = slot.Version.Text.Options.Select(option => option.Key).ToList();
            if (blueprint.ShufflesOptions && slot.Version.Type != QuestionType.TrueFalse)
                Assert.Equal(keys.Order(), slot.OptionOrder.Order());
            else Assert.Equal(keys, slot.OptionOrder);
        }), iter: 200);

    [Fact]
    public void Different_people_get_different_papers()
    {
        var blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), ["professional-ethics"], 10, [])], true, true);

        Assert.Distinct(Enumerable.Range(1, 20).Select(seed => Layout(blueprint, inForce, seed)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_fixed_paper_has_the_named_questions_in_their_order_unless_it_is_shuffled(bool isShuffled)
    {
        string[] named =
        [
            "self-discipline-021",
            "counterfeit-currency-003",
            "professional-ethics-005",
            "professional-ethics-002",
            "complaint-handling-003",
        ];
        var blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [], 0, named)], isShuffled, false);

        var papers = Enumerable.Range(1, 5)
            .Select(seed => Draw(blueprint, inForce, seed).Select(slot => slot.Version.Question.Key).ToList())
            .ToList();

        Assert.All(papers, paper => Assert.Equal(named.Order(), paper.Order()));
        Assert.Equal(!isShuffled, papers.All(paper => paper.SequenceEqual(named)));
    }

    [Fact]
    public void A_question_that_was_named_is_not_drawn_again()
    {
        var all = inForce
            .Where(version => version.Type == QuestionType.TrueFalse && version.Question.Bank.Slug == "counterfeit-currency")
            .ToList();
        var blueprint = new Blueprint(
            [
                new Section(QuestionType.TrueFalse, Points.Of(1), [], 0, [all[0].Question.Key]),
                new Section(QuestionType.TrueFalse, Points.Of(1), ["counterfeit-currency"], all.Count - 1, []),
            ], true, true);

        Assert.Distinct(Draw(blueprint, inForce).Select(slot => slot.Version.QuestionId));
    }

    [Theory]
    [InlineData(0, "no-such-question")]
    [InlineData(500)]
    public void Too_few_questions_make_no_paper_rather_than_a_shorter_one(int draw, params string[] named)
    {
        var blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), Banks, draw, named)], true, true);

        Assert.Null(blueprint.DrawPaper(inForce, new Random(1)));
    }

    [Fact]
    public void The_parts_of_a_case_stay_together_in_order_and_share_its_points() =>
        Gen.Select(Gen.Int[1, 5_000], Gen.Int).Sample((worth, seed) =>
        {
            var blueprint = new Blueprint([new Section(QuestionType.Case, new Points(worth), ["made"], 3, [])], true, true);

            var paper = Draw(blueprint, [.. Enumerable.Range(1, 3).Select(n => Made($"case-{n}", Specimens.Case))], seed);

            Assert.Equal(blueprint.Worth, paper.Sum(slot => slot.Worth));
            Assert.Equal(["0", "2", "0", "2", "0", "2"], paper.Select(slot => $"{slot.Part}"));
            Assert.All(paper.Chunk(2), parts => Assert.Same(parts[0].Version, parts[1].Version));
            Assert.All(paper.Chunk(2), parts => Assert.Equal(new Points(worth), parts[0].Worth + parts[1].Worth));
        }, iter: 50);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    [InlineData(4, 24)]
    public void What_is_put_in_order_is_drawn_in_each_order_as_often_as_in_another(int count, int orders)
    {
        var question = Specimens.Ordering with { Options = [.. Specimens.Ordering.Options.Take(count)] };
        var blueprint = new Blueprint([new Section(QuestionType.Ordering, Points.Of(5), ["made"], 1, [])], false, false);
        var made = Made("order", question);

        var drawn = Enumerable.Range(1, 40 * orders)
            .CountBy(seed => string.Concat(Draw(blueprint, [made], seed).Single().OptionOrder))
            .ToList();

        Assert.Equal(orders, drawn.Count);
        Assert.Contains(string.Concat(question.RightOrder()), drawn.Select(order => order.Key));
        Assert.All(drawn, order => Assert.InRange(order.Value, 10, 70));
    }

    [Fact]
    public void Everything_in_a_pool_is_drawn_equally_often()
    {
        var versions = Enumerable.Range(1, 6).Select(n => Made($"q-{n}", Specimens.Single)).ToList();
        var blueprint = new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), ["made"], 2, [])], false, false);

        var supply = blueprint.SupplyOf(versions);

        var drawn = Enumerable.Range(1, 3_000)
            .SelectMany(seed => blueprint.Draw(supply, new Random(seed))!)
            .CountBy(drawn => drawn.VersionId)
            .ToList();

        Assert.Equal(6, drawn.Count);
        Assert.All(drawn, count => Assert.InRange(count.Value, 850, 1_150));
    }

    [Fact]
    public void A_gap_has_its_own_choices_as_drawn()
    {
        var paper = Enumerable.Range(1, 20).Select(seed => Draw(
            new Blueprint([new Section(QuestionType.Cloze, Points.Of(5), ["made"], 1, [])], false, true),
            [Made("cloze", Specimens.Cloze)],
            seed).Single());

        Assert.Equal(
            ["a b", "b a"],
            paper.Select(slot => string.Join(' ', slot.ChoicesOf(Specimens.Cloze.Fields()[1]).Select(o => o.Key))).Distinct().Order());
    }

    [Fact]
    public void A_description_is_never_drawn() =>
        Assert.Null(new Blueprint([new Section(QuestionType.Description, Points.Of(5), [], 0, ["text"])], false, false)
            .DrawPaper([Made("text", new QuestionText { Type = QuestionType.Description, Stem = "Read this." })], new Random(1)));

    [Theory]
    [InlineData("single", 2)]
    [InlineData("single@1", 1)]
    [InlineData("single@2", 2)]
    public void A_named_question_is_asked_as_it_stands_in_force_unless_a_version_is_pinned(string name, int number)
    {
        var question = Made("single", Specimens.Single).Question;
        question.Revise(Specimens.Single with { Stem = "Which of them now?" }, TestClock.Tuesday);
        Supplies.Settle(question.Current!, nameof(QuestionVersion.QuestionId), question.Versions.First().QuestionId);

        var slot = Draw(
            new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [], 0, [name])], false, false),
            [.. question.Versions]).Single();

        Assert.Equal(number, slot.Version.Number);
    }

    private static QuestionVersion Made(string key, QuestionText text)
    {
        var question = new Question(key, new Bank("made"));
        question.Revise(text, TestClock.Tuesday);
        Supplies.Settle(question.Current!, nameof(QuestionVersion.QuestionId), (long)key.GetHashCode(StringComparison.Ordinal));
        Supplies.Settle(question.Current!, nameof(QuestionVersion.Id), (long)key.GetHashCode(StringComparison.Ordinal));
        return question.Current!;
    }

    private static IReadOnlyList<Slot> Draw(Blueprint blueprint, IReadOnlyCollection<QuestionVersion> supply, int seed = 1) =>
        blueprint.DrawPaper(supply, new Random(seed))!;

    private static string Layout(Blueprint blueprint, List<QuestionVersion> inForce, int seed) =>
        string.Join(' ', Draw(blueprint, inForce, seed).Select(slot => $"{slot.Version.Question.Key}:{string.Concat(slot.OptionOrder)}"));
}
