using Academy.Domain.Quizzes;
using static Academy.Tests.Quizzes.Rehearsals;

namespace Academy.Tests.Quizzes;

public class QuizTests
{
    private readonly Quiz quiz = Quiz();

    [Theory]
    [InlineData(null, 20)]
    [InlineData(60, 20)]
    [InlineData(20, 20)]
    [InlineData(19, 19)]
    [InlineData(1, 1)]
    public void The_deadline_is_the_end_of_the_limit_or_the_closing_whichever_comes_first(int? closesAfter, int expected)
    {
        quiz.ClosesAt = After(closesAfter);

        Assert.Equal(After(expected), quiz.DeadlineFrom(Start));
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
        (quiz.OpensAt, quiz.ClosesAt) = (After(opens), After(closes));

        Assert.Equal(isOpen, quiz.IsOpen(Start));
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
        quiz.ClosesAt = After(closes);

        (quiz.ScoreRelease, quiz.AnswerRelease) = (release, Release.Never);
        Assert.Equal((isReleased, false), (quiz.ReleasesScore(Start), quiz.ReleasesAnswers(Start)));

        (quiz.ScoreRelease, quiz.AnswerRelease) = (Release.Never, release);
        Assert.Equal((false, isReleased), (quiz.ReleasesScore(Start), quiz.ReleasesAnswers(Start)));
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
    public void An_attempt_may_begin_while_the_quiz_is_open_and_attempts_are_left(int? opens, int? closes, int? allowed, int used, AttemptRefusal? refusal)
    {
        (quiz.OpensAt, quiz.ClosesAt, quiz.AttemptsAllowed) = (After(opens), After(closes), allowed);

        Assert.Equal(refusal, AttemptPolicy.Objection(quiz, used, Start));
    }

    private static DateTimeOffset? After(int? minutes) => minutes is { } given ? Start.AddMinutes(given) : null;
}
