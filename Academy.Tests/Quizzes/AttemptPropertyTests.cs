using Academy.Domain.Quizzes;
using CsCheck;
using static Academy.Tests.Quizzes.Rehearsals;

namespace Academy.Tests.Quizzes;

public class AttemptPropertyTests
{
    /// <summary>Something that happens to an attempt so many seconds after what happened before it.</summary>
    private sealed record Happening(int Seconds, int Slot, int Revision, string? Value, int Age, bool IsSubmission);

    private static readonly Gen<Happening> Happenings =
        from seconds in Gen.Frequency((8, Gen.Int[0, 90]), (1, Gen.Int[300, 1_200]))
        from slot in Gen.Int[1, 2]
        from revision in Gen.Int[1, 4]
        from value in Gen.OneOf<string?>("a", "b", null)
        from age in Gen.Frequency((9, Gen.Int[0, 60]), (1, Gen.Int[1_000, 2_000]))
        from isSubmission in Gen.Frequency((15, Gen.Const(false)), (1, Gen.Const(true)))
        select new Happening(seconds, slot, revision, value, age, isSubmission);

    [Fact]
    public void Whatever_comes_in_whatever_order_the_paper_is_what_the_rules_say() => Happenings.Array[1, 40].Sample(happenings =>
    {
        var attempt = Attempt();
        var model = new PlainPaper();
        var now = Start;
        foreach (var happening in happenings)
        {
            now = now.AddSeconds(happening.Seconds);
            if (happening.IsSubmission)
            {
                attempt.Submit(now);
                model.IsSubmitted = true;
                continue;
            }

            var sent = Sent(happening.Revision, happening.Value, now, happening.Age, happening.Slot);
            var expected = model.Take(sent);
            var outcome = attempt.Take(sent, now);
            Assert.Equal(expected, outcome.Refusal);
            Assert.Equal(model.In(sent.Slot), (outcome.Revision, outcome.Value, outcome.SavedAt));
            Assert.Equal(Deadline, outcome.DueAt);
        }

        Assert.All(
            attempt.Responses,
            response => Assert.Equal(model.In(response.Slot), (response.Revision, response.Value, response.SavedAt)));
    });

    /// <summary>The rules of answering once more, in the plainest words.</summary>
    private sealed class PlainPaper
    {
        private readonly Dictionary<int, (int Revision, string? Value, DateTimeOffset? SavedAt)> stored = [];

        public bool IsSubmitted { get; set; }

        public (int Revision, string? Value, DateTimeOffset? SavedAt) In(int slot) => stored.GetValueOrDefault(slot);

        public AnswerRefusal? Take(SentAnswer sent)
        {
            var (revision, value, saved) = In(sent.Slot);
            if (sent.Revision == revision && sent.Value == value) return null;
            if (IsSubmitted) return AnswerRefusal.Submitted;
            if (sent.ReceivedAt >= Deadline.AddSeconds(30)) return AnswerRefusal.TimeIsUp;
            var entered = sent.ReceivedAt - sent.Age;
            if (sent.ReceivedAt >= Deadline && entered < Start) return AnswerRefusal.TimeIsUp;
            if (sent.ReceivedAt >= Deadline && (entered >= Deadline || saved >= Deadline.AddSeconds(8))) return AnswerRefusal.TimeIsUp;
            if (sent.Revision < revision) return AnswerRefusal.LaterAnswer;
            if (sent.Revision == revision) return AnswerRefusal.DifferentAnswer;
            stored[sent.Slot] = (sent.Revision, sent.Value, sent.ReceivedAt);
            return null;
        }
    }
}
