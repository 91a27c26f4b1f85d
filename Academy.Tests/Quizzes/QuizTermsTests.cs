using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;

namespace Academy.Tests.Quizzes;

public sealed class QuizTermsTests
{
    private static readonly Section Singles = new(QuestionType.SingleChoice, Points.Of(5), ["counterfeit-currency"], 10, []);

    internal static readonly QuizTerms Whole = new()
    {
        Title = "反假货币小测",
        Blueprint = new Blueprint([Singles], true, true),
        TimeLimit = TimeSpan.FromMinutes(20),
        PassPoints = Points.Of(30),
    };

    [Fact]
    public void Whole_terms_have_no_objection() => Assert.Empty(Whole.Objections());

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
        QuizRefusal.TitleMissing => Whole with { Title = "" },
        QuizRefusal.NoSections => Of(),
        QuizRefusal.SectionEmpty => Of(Singles with { Draw = 0 }),
        QuizRefusal.SectionTooLarge => Of(Singles with { Draw = QuizTerms.MostQuestions + 1 }),
        QuizRefusal.NoBank => Of(Singles with { Banks = [] }),
        QuizRefusal.PointsMalformed => Of(Singles with { PointsEach = Points.Zero }),
        QuizRefusal.QuestionTwice => Of(Singles with { Questions = ["q-1", "q-1@2"] }),
        QuizRefusal.LimitMalformed => Whole with { TimeLimit = TimeSpan.Zero },
        QuizRefusal.PassMalformed => Whole with { PassPoints = Points.Of(50.5m) },
        QuizRefusal.AttemptsMalformed => Whole with { AttemptsAllowed = 0 },
        QuizRefusal.WindowBackwards => Whole with { OpensAt = TestClock.Tuesday, ClosesAt = TestClock.Tuesday },
        _ => Whole with { AnswerRelease = Release.AfterClosing },
    }).Objections());

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

    private static QuizTerms Of(params Section[] sections) => Whole with { Blueprint = new Blueprint(sections, true, true), PassPoints = Points.Zero };
}
