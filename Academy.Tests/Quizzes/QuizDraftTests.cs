using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

public sealed class QuizDraftTests
{
    private static readonly Section Singles = new(QuestionType.SingleChoice, Points.Of(5), ["counterfeit-currency"], 10, []);

    internal static readonly QuizDraft Whole = new(
        new QuizTerms { Title = "反假货币小测", TimeLimit = TimeSpan.FromMinutes(20), PassPoints = Points.Of(30) },
        new Blueprint([Singles], true, true));

    [Fact]
    public void A_whole_quiz_is_not_refused() => Assert.Empty(Whole.Refusals());

    [Theory]
    [InlineData(QuizRefusal.TitleMissing)]
    [InlineData(QuizRefusal.NoSections)]
    [InlineData(QuizRefusal.SectionEmpty)]
    [InlineData(QuizRefusal.SectionTooLarge)]
    [InlineData(QuizRefusal.NoBank)]
    [InlineData(QuizRefusal.PointsMalformed)]
    [InlineData(QuizRefusal.QuestionTwice)]
    [InlineData(QuizRefusal.LimitMalformed)]
    [InlineData(QuizRefusal.PassMalformed)]
    [InlineData(QuizRefusal.AttemptsMalformed)]
    [InlineData(QuizRefusal.WindowBackwards)]
    [InlineData(QuizRefusal.ReleaseWithoutClosing)]
    public void What_cannot_be_is_refused(QuizRefusal refusal) => Assert.Contains(refusal, (refusal switch
    {
        QuizRefusal.TitleMissing => Of(Whole.Terms with { Title = "" }),
        QuizRefusal.NoSections => Of(),
        QuizRefusal.SectionEmpty => Of(Singles with { Draw = 0 }),
        QuizRefusal.SectionTooLarge => Of(Singles with { Draw = QuizDraft.MostQuestions + 1 }),
        QuizRefusal.NoBank => Of(Singles with { Banks = [] }),
        QuizRefusal.PointsMalformed => Of(Singles with { PointsEach = Points.Zero }),
        QuizRefusal.QuestionTwice => Of(Singles with { Questions = ["q-1", "q-1@2"] }),
        QuizRefusal.LimitMalformed => Of(Whole.Terms with { TimeLimit = TimeSpan.Zero }),
        QuizRefusal.PassMalformed => Of(Whole.Terms with { PassPoints = Points.Of(50.5m) }),
        QuizRefusal.AttemptsMalformed => Of(Whole.Terms with { AttemptsAllowed = 0 }),
        QuizRefusal.WindowBackwards => Of(Whole.Terms with { OpensAt = TestClock.Tuesday, ClosesAt = TestClock.Tuesday }),
        _ => Of(Whole.Terms with { AnswerRelease = Release.AfterClosing }),
    }).Refusals());

    [Theory]
    [InlineData("q-1", "q-1", null)]
    [InlineData("q-1@2", "q-1", 2)]
    [InlineData("q@x", "q@x", null)]
    [InlineData("@2", "@2", null)]
    public void A_question_is_named_for_its_latest_or_for_one_version(string named, string key, int? number)
    {
        Assert.Equal(new QuestionName(key, number), QuestionName.Parse(named));
        Assert.Equal(named, QuestionName.Parse(named).ToString());
    }

    [Fact]
    public void Another_list_of_questions_has_other_names()
    {
        var section = Singles with { Questions = ["q-1@2"] };
        Assert.Equal([new QuestionName("q-1", 2)], section.Names);

        Assert.Equal([new QuestionName("q-3", null)], (section with { Questions = ["q-3"] }).Names);
        Assert.Equal([new QuestionName("q-1", 2)], (section with { PointsEach = Points.Of(1) }).Names);
    }

    [Fact]
    public void A_fingerprint_tells_every_setting_and_nothing_else()
    {
        var whole = Whole.Fingerprint;

        Assert.Equal(whole, (Whole with { Terms = Whole.Terms with { Title = Whole.Terms.Title } }).Fingerprint);
        Assert.DoesNotContain(whole, Changed.Select(draft => draft.Fingerprint));
        Assert.Distinct(Changed.Select(draft => draft.Fingerprint));
    }

    private static IEnumerable<QuizDraft> Changed =>
    [
        Of(Whole.Terms with { Title = "x" }), Of(Whole.Terms with { Description = "x" }), Of(Whole.Terms with { Course = "x" }),
        Of(Whole.Terms with { TimeLimit = TimeSpan.FromMinutes(21) }), Of(Whole.Terms with { Grace = TimeSpan.FromSeconds(1) }),
        Of(Whole.Terms with { PassPoints = Points.Of(31) }), Of(Whole.Terms with { AttemptsAllowed = 1 }),
        Of(Whole.Terms with { MarkingScheme = MarkingScheme.Weighted }), Of(Whole.Terms with { OpensAt = TestClock.Tuesday }),
        Of(Whole.Terms with { ClosesAt = TestClock.Tuesday }), Of(Whole.Terms with { ScoreRelease = Release.Never }),
        Of(Whole.Terms with { AnswerRelease = Release.Never }), Of(Singles with { Draw = 9 }),
    ];

    private static QuizDraft Of(QuizTerms terms) => Whole with { Terms = terms };

    private static QuizDraft Of(params Section[] sections) =>
        new(Whole.Terms with { PassPoints = Points.Zero }, new Blueprint(sections, true, true));
}
