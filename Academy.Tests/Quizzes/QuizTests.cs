using Academy.Domain.Quizzes;
using static Academy.Tests.Quizzes.Rehearsals;

namespace Academy.Tests.Quizzes;

public class QuizTests
{
    [Theory]
    [InlineData(null, 20)]
    [InlineData(60, 20)]
    [InlineData(20, 20)]
    [InlineData(19, 19)]
    [InlineData(1, 1)]
    public void The_deadline_is_the_end_of_the_limit_or_the_closing_whichever_comes_first(int? closesAfter, int expected)
    {
        var terms = Terms with { ClosesAt = After(closesAfter) };

        Assert.Equal(After(expected), terms.DeadlineFrom(Start));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(null, 1, true)]
    [InlineData(null, 0, false)]
    [InlineData(null, -1, false)]
    [InlineData(-5, 5, true)]
    [InlineData(-5, -1, false)]
    [InlineData(1, 5, false)]
    public void A_quiz_is_open_from_its_opening_until_just_before_its_closing(int? opens, int? closes, bool isOpen)
    {
        var terms = Terms with { OpensAt = After(opens), ClosesAt = After(closes) };

        Assert.Equal(isOpen, terms.IsOpen(Start));
    }

    [Theory]
    [InlineData(Release.OnSubmission, null, true)]
    [InlineData(Release.OnSubmission, 5, true)]
    [InlineData(Release.AfterClosing, 5, false)]
    [InlineData(Release.AfterClosing, 0, true)]
    [InlineData(Release.AfterClosing, -5, true)]
    [InlineData(Release.AfterClosing, null, false)]
    [InlineData(Release.Never, -5, false)]
    [InlineData(Release.Never, null, false)]
    public void Scores_and_answers_are_released_each_by_its_own_rule(Release release, int? closes, bool isReleased)
    {
        var scores = Terms with { ClosesAt = After(closes), ScoreRelease = release, AnswerRelease = Release.Never };
        Assert.Equal((isReleased, false), (scores.ReleasesScore(Start), scores.ReleasesAnswers(Start)));

        var answers = Terms with { ClosesAt = After(closes), ScoreRelease = Release.Never, AnswerRelease = release };
        Assert.Equal((false, isReleased), (answers.ReleasesScore(Start), answers.ReleasesAnswers(Start)));
    }

    [Theory]
    [InlineData(null, null, null, 99, null)]
    [InlineData(null, null, 2, 0, null)]
    [InlineData(null, null, 2, 1, null)]
    [InlineData(null, null, 2, 2, AttemptRefusal.NoneLeft)]
    [InlineData(null, null, 2, 3, AttemptRefusal.NoneLeft)]
    [InlineData(1, null, null, 0, AttemptRefusal.NotYetOpen)]
    [InlineData(null, 0, null, 0, AttemptRefusal.Closed)]
    [InlineData(-5, -1, 2, 2, AttemptRefusal.Closed)]
    [InlineData(1, 5, 2, 2, AttemptRefusal.NotYetOpen)]
    public void An_attempt_may_begin_while_the_quiz_is_open_and_attempts_are_left(
        int? opens, int? closes, int? allowed, int used, AttemptRefusal? refusal)
    {
        var terms = Terms with { OpensAt = After(opens), ClosesAt = After(closes), AttemptsAllowed = allowed };

        Assert.Equal(refusal, AttemptPolicy.Refusal(terms, used, Start));
    }

    private static DateTimeOffset? After(int? minutes) => minutes is { } given ? Start.AddMinutes(given) : null;
}
