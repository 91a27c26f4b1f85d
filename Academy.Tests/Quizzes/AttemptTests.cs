using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using static Academy.Tests.Quizzes.Rehearsals;

namespace Academy.Tests.Quizzes;

public class AttemptTests
{
    private static readonly DateTimeOffset Soon = Start.AddMinutes(5);
    private static readonly DateTimeOffset Later = Start.AddMinutes(9);

    private static readonly Section Section = new(QuestionType.SingleChoice, Points.Of(15), ["bank"], 1, []);

    private readonly Attempt attempt = Attempt();

    [Fact]
    public void The_first_answer_is_stored_as_it_came()
    {
        Assert.Equal(new AnswerOutcome(null, 7, "\"a\"", Soon, Deadline), attempt.Take(Sent(7, "a", Soon), Soon));
    }

    [Theory]
    [InlineData(4, "b", null, 4, "\"b\"")]
    [InlineData(9, null, null, 9, null)]
    [InlineData(3, "b", AnswerRefusal.DifferentAnswer, 3, "\"a\"")]
    [InlineData(3, null, AnswerRefusal.DifferentAnswer, 3, "\"a\"")]
    [InlineData(2, "b", AnswerRefusal.LaterAnswer, 3, "\"a\"")]
    [InlineData(2, "a", AnswerRefusal.LaterAnswer, 3, "\"a\"")]
    [InlineData(3, "a", null, 3, "\"a\"")]
    public void The_highest_revision_stands(int revision, string? value, AnswerRefusal? refusal, int storedRevision, string? storedValue)
    {
        attempt.Take(Sent(3, "a", Soon), Soon);

        var outcome = attempt.Take(Sent(revision, value, Later), Later);

        Assert.Equal((refusal, storedRevision, storedValue), (outcome.Refusal, outcome.Revision, outcome.Value));
        Assert.Equal((storedRevision, storedValue), (attempt.Responses[0].Revision, attempt.Responses[0].Value));
    }

    [Fact]
    public void Each_slot_counts_its_own_revisions()
    {
        attempt.Take(Sent(9, "a", Soon), Soon);

        Assert.Null(attempt.Take(Sent(1, "true", Soon, slot: 3), Soon).Refusal);
        Assert.Equal(2, attempt.Responses.Count);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(9, true)]
    [InlineData(25, false)]
    [InlineData(600, true)]
    public void A_repeat_tells_the_first_saved_time_whenever_it_comes(int minutes, bool afterSubmission)
    {
        attempt.Take(Sent(1, "a", Soon), Soon);
        if (afterSubmission) attempt.Submit(Later);

        var repeat = attempt.Take(Sent(1, "a", Start.AddMinutes(minutes)), Start.AddMinutes(minutes));

        Assert.Equal((null, Soon), (repeat.Refusal, repeat.SavedAt));
    }

    [Theory]
    [InlineData(1, "b")]
    [InlineData(2, "b")]
    [InlineData(2, null)]
    public void After_submission_nothing_is_taken(int revision, string? value)
    {
        attempt.Take(Sent(1, "a", Soon), Soon);
        attempt.Submit(Soon);

        Assert.Equal(
            new AnswerOutcome(AnswerRefusal.Submitted, 1, "\"a\"", Soon, Deadline),
            attempt.Take(Sent(revision, value, Later), Later));
    }

    [Fact]
    public void A_first_answer_after_submission_is_refused_with_nothing_stored()
    {
        attempt.Submit(Soon);

        Assert.Equal(new AnswerOutcome(AnswerRefusal.Submitted, 0, null, null, Deadline), attempt.Take(Sent(1, "a", Later), Later));
    }

    [Theory]
    [InlineData(-0.001, 0, true, false)]
    [InlineData(0, 0, false, false)]
    [InlineData(0, 0.001, true, true)]
    [InlineData(10, 10, false, false)]
    [InlineData(10, 10.001, true, true)]
    [InlineData(29.999, 29, false, false)]
    [InlineData(29.999, 30, true, true)]
    [InlineData(30, 31, false, false)]
    [InlineData(600, 86_400, false, false)]
    public void After_the_deadline_only_what_was_entered_before_it_is_taken_within_the_grace_and_marked(
        double late, double age, bool isTaken, bool isMarked)
    {
        var outcome = attempt.Take(Sent(1, "a", Deadline.AddSeconds(late), age), Deadline.AddSeconds(late));

        Assert.Equal(isTaken ? null : AnswerRefusal.TimeIsUp, outcome.Refusal);
        Assert.Equal(isMarked, attempt.Responses is [{ IsLate: true }]);
    }

    [Theory]
    [InlineData(1_209.999, true)]
    [InlineData(1_210, true)]
    [InlineData(1_210.001, false)]
    [InlineData(86_400, false)]
    public void What_is_said_to_be_older_than_the_paper_was_not_entered_before_the_deadline(double age, bool isTaken)
    {
        var outcome = attempt.Take(Sent(1, "a", Deadline.AddSeconds(10), age), Deadline.AddSeconds(10));

        Assert.Equal(isTaken ? null : AnswerRefusal.TimeIsUp, outcome.Refusal);
    }

    [Theory]
    [InlineData(0.2, 0.5, true)]
    [InlineData(7.9, 20, true)]
    [InlineData(8, 20, false)]
    [InlineData(15, 29, false)]
    public void The_grace_of_a_question_is_not_given_twice(double saved, double received, bool isTaken)
    {
        attempt.Take(Sent(1, "a", Deadline.AddSeconds(saved), saved + 1), Deadline.AddSeconds(saved));

        var outcome = attempt.Take(Sent(2, "b", Deadline.AddSeconds(received), received + 0.1), Deadline.AddSeconds(received));

        Assert.Equal(isTaken ? null : AnswerRefusal.TimeIsUp, outcome.Refusal);
        Assert.True(attempt.Responses.Single().IsLate);
    }

    [Fact]
    public void An_answer_that_was_saved_in_time_takes_no_grace_from_the_next()
    {
        attempt.Take(Sent(1, "a", Later), Later);

        Assert.Null(attempt.Take(Sent(2, "b", Deadline.AddSeconds(20), ageSeconds: 21), Deadline.AddSeconds(20)).Refusal);
    }

    [Fact]
    public void Without_a_grace_nothing_is_taken_after_the_deadline()
    {
        var quiz = Quiz(Terms with { Grace = TimeSpan.Zero });

        Assert.Equal(AnswerRefusal.TimeIsUp, Attempt(quiz).Take(Sent(1, "a", Deadline, ageSeconds: 60), Deadline).Refusal);
    }

    [Fact]
    public void What_decides_is_when_the_answer_was_received_and_not_when_it_is_written()
    {
        var outcome = attempt.Take(Sent(1, "a", Deadline.AddMilliseconds(-1)), Deadline.AddSeconds(2));

        Assert.Equal((null, Deadline.AddSeconds(2)), (outcome.Refusal, outcome.SavedAt));
        Assert.False(attempt.Responses[0].IsLate);
    }

    [Fact]
    public void Nothing_that_is_sent_moves_the_deadline()
    {
        attempt.Take(Sent(1, "a", Soon, ageSeconds: 86_400), Soon);
        attempt.Take(Sent(1_000_000, "b", Deadline.AddSeconds(1), ageSeconds: 86_400), Deadline.AddSeconds(1));
        attempt.Submit(Deadline.AddSeconds(5));

        Assert.Equal(Deadline, attempt.DueAt);
    }

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(19.75, 19.75, false)]
    [InlineData(20, 20, true)]
    [InlineData(500, 20, true)]
    public void A_paper_counts_as_handed_in_at_the_deadline_at_the_latest(double minutes, double counted, bool timedOut)
    {
        attempt.Submit(Start.AddMinutes(minutes));

        Assert.Equal((Start.AddMinutes(counted), timedOut), (attempt.SubmittedAt, attempt.WasTimedOut));
        Assert.Equal(TimeSpan.FromMinutes(counted), attempt.TimeTaken);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(99)]
    public void A_slot_that_the_paper_does_not_have_takes_nothing(int slot)
    {
        var outcome = attempt.Take(Sent(1, "a", Soon, slot: slot), Soon);

        Assert.Equal(new AnswerOutcome(AnswerRefusal.NoSuchSlot, 0, null, null, Deadline), outcome);
        Assert.Empty(attempt.Responses);
    }

    [Fact]
    public void Whatever_the_quiz_becomes_an_attempt_is_judged_as_it_was_begun()
    {
        var quiz = Quiz();
        var begun = Attempt(quiz);
        var stricter = Terms with { PassPoints = Points.Of(15), MarkingScheme = MarkingScheme.AllOrNothing, Grace = TimeSpan.Zero };
        Assert.Empty(quiz.Change(new QuizDraft(stricter, new Blueprint([Section], false, false)), isSat: false, Rehearsals.Start));

        begun.Take(Sent(1, "b", Soon), Soon);
        begun.Take(Sent(1, "[\"a\"]", Soon, slot: 2), Soon);
        var late = begun.Take(Sent(1, "false", Deadline.AddSeconds(1), ageSeconds: 5, slot: 3), Deadline.AddSeconds(1));
        begun.Submit(Deadline.AddSeconds(1));

        Assert.Null(late.Refusal);
        Assert.False(begun.IsOverdue(Deadline.AddSeconds(1)));
        Assert.Equal((Points.Of(12.5m), true), (begun.Score, begun.HasPassed));
    }

    [Fact]
    public void A_second_submission_changes_nothing()
    {
        attempt.Submit(Soon);
        attempt.Submit(Later);

        Assert.Equal((Soon, Points.Zero), (attempt.SubmittedAt, attempt.Score));
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(20.499, false)]
    [InlineData(20.5, true)]
    public void The_server_hands_in_once_deadline_and_grace_are_over(double minutes, bool isOverdue) =>
        Assert.Equal(isOverdue, attempt.IsOverdue(Start.AddMinutes(minutes)));

    [Theory]
    [InlineData("b", "[\"a\",\"c\"]", "false", 15, true)]
    [InlineData("b", "[\"a\"]", "true", 7.5, false)]
    [InlineData("b", "[\"a\",\"b\",\"c\"]", "false", 10, true)]
    [InlineData("a", null, null, 0, false)]
    [InlineData(null, "[\"c\"]", "false", 7.5, false)]
    public void The_score_is_the_sum_of_what_each_answer_earns(string? first, string? second, string? third, double score, bool hasPassed)
    {
        foreach (var (index, value) in new[] { first, second, third }.Index()) attempt.Take(Sent(1, value, Soon, slot: index + 1), Soon);
        attempt.Submit(Later);

        Assert.Equal((Points.Of((decimal)score), Points.Of(15), hasPassed), (attempt.Score, attempt.MaxScore, attempt.HasPassed));
        Assert.Equal(attempt.Score, attempt.Responses.Sum(response => response.Awarded!.Value));
    }
}
