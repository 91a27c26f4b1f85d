using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>
/// One employee's timed run at a quiz. Paper and deadline are fixed at the start, and so is what it is judged by,
/// whatever the quiz becomes.
/// </summary>
public sealed class Attempt
{
    /// <summary>As long as a page waits for the server, while the next answer to the same question may be entered.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromSeconds(8);

    private Attempt() { }

    public Attempt(
        Quiz quiz, long employeeId, Workplace at, int number, IReadOnlyList<Slot> paper, string receipt, DateTimeOffset now)
    {
        Quiz = quiz;
        QuizId = quiz.Id;
        EmployeeId = employeeId;
        (BranchId, PositionId) = (at.BranchId, at.PositionId);
        Number = number;
        StartedAt = now;
        DueAt = quiz.Terms.DeadlineFrom(now);
        (PassPoints, MarkingScheme, Grace) = (quiz.Terms.PassPoints, quiz.Terms.MarkingScheme, quiz.Terms.Grace);
        (Slots, Responses, Marks) = ([.. paper], [], []);
        SlotCount = paper.Count;
        MaxScore = paper.Sum(slot => slot.Worth);
        Receipt = receipt;
    }

    public long Id { get; private set; }
    public long QuizId { get; private set; }
    public Quiz Quiz { get; private set; } = null!;
    public long EmployeeId { get; private set; }

    /// <summary>The employee's branch of that day; a transfer does not move the result.</summary>
    public long BranchId { get; private set; }

    /// <summary>The position of that day; null for an attempt of which nobody knows it.</summary>
    public long? PositionId { get; private set; }

    /// <summary>1 for the employee's first attempt at this quiz.</summary>
    public int Number { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Time ran out and the server handed the paper in.</summary>
    public bool WasTimedOut { get; private set; }

    /// <summary>As the quiz had them at the start.</summary>
    public Points PassPoints { get; private set; }
    public MarkingScheme MarkingScheme { get; private set; }
    public TimeSpan Grace { get; private set; }

    /// <summary>Slots are numbered from 1 to this.</summary>
    public int SlotCount { get; private set; }
    public Points MaxScore { get; private set; }

    /// <summary>Null until the paper is handed in and everything on it is marked.</summary>
    public Points? Score { get; private set; }
    public bool HasPassed { get; private set; }

    /// <summary>What the employee can quote to prove that the paper was handed in.</summary>
    public string Receipt { get; private set; } = "";

    public List<Slot> Slots { get => field ?? throw Unread.Of(this); private set; }
    public List<Response> Responses { get => field ?? throw Unread.Of(this); private set; }
    public List<Mark> Marks { get => field ?? throw Unread.Of(this); private set; }

    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>Handed in, with answers that a person has yet to mark.</summary>
    public bool AwaitsMarks => IsSubmitted && Score is null;

    /// <summary>What is known of the score so far.</summary>
    public Points Known => Responses.Sum(r => r.Awarded ?? Points.Zero);

    /// <summary>What is written down once the paper is marked and passed.</summary>
    public Completion? Completion =>
        HasPassed ? new Completion(EmployeeId, Quiz.SubjectOf(QuizId), Number, 0, BranchId, SubmittedAt!.Value) : null;

    public TimeSpan TimeLeft(DateTimeOffset now) => IsSubmitted || now >= DueAt ? TimeSpan.Zero : DueAt - now;

    public TimeSpan? TimeTaken => SubmittedAt - StartedAt;

    /// <summary>Whether the server must hand the paper in: the deadline and the grace after it are over.</summary>
    public bool IsOverdue(DateTimeOffset now) => !IsSubmitted && now >= DueAt + Grace;

    /// <summary>
    /// Takes an answer. The same revision with the same value is a repeat and changes nothing, even after submission;
    /// otherwise the attempt must run and the revision must be higher than the stored one.
    /// </summary>
    public AnswerOutcome Take(SentAnswer sent, DateTimeOffset now)
    {
        var stored = Responses.SingleOrDefault(r => r.Slot == sent.Slot);
        if (stored?.Revision == sent.Revision && stored.Value == sent.Value) return Outcome(stored, null);
        if (Refusal(sent, stored) is { } refusal) return Outcome(stored, refusal);

        if (stored is null) Responses.Add(stored = new Response(Id, sent.Slot));
        stored.Take(sent, late: sent.ReceivedAt >= DueAt, now);
        return Outcome(stored, null);
    }

    /// <summary>Hands the paper in. After the deadline it counts as handed in at the deadline.</summary>
    public void Submit(DateTimeOffset now)
    {
        if (IsSubmitted) return;

        WasTimedOut = now >= DueAt;
        SubmittedAt = WasTimedOut ? DueAt : now;
        Grade();
    }

    /// <summary>Takes what a person gave for a response that waits for it, or gave instead of an earlier mark.</summary>
    public MarkRefusal? Take(Mark mark)
    {
        if (!IsSubmitted) return MarkRefusal.NotSubmitted;
        var slot = Slots.SingleOrDefault(s => s.Number == mark.Slot);
        var response = Responses.SingleOrDefault(r => r.Slot == mark.Slot);
        if (slot is null || response is null || !IsForPerson(slot, response)) return MarkRefusal.NothingToMark;
        if (slot.Refusal(mark) is { } refusal) return refusal;

        Marks.Add(mark);
        response.Award(mark.Points);
        Tally();
        return null;
    }

    /// <summary>What stands of a person's marks for a slot.</summary>
    public Mark? MarkOf(int slot) => Marks.Where(mark => mark.Slot == slot).MaxBy(mark => mark.Id);

    private AnswerOutcome Outcome(Response? stored, AnswerRefusal? refusal) =>
        new(refusal, stored?.Revision ?? 0, stored?.Value, stored?.SavedAt, DueAt);

    private AnswerRefusal? Refusal(SentAnswer sent, Response? stored)
    {
        if (sent.Slot < 1 || sent.Slot > SlotCount) return AnswerRefusal.NoSuchSlot;
        if (IsSubmitted) return AnswerRefusal.Submitted;
        if (!IsInTime(sent, stored)) return AnswerRefusal.TimeIsUp;
        if (stored is null || sent.Revision > stored.Revision) return null;
        return sent.Revision == stored.Revision ? AnswerRefusal.DifferentAnswer : AnswerRefusal.LaterAnswer;
    }

    private bool IsInTime(SentAnswer sent, Response? stored) =>
        sent.ReceivedAt < DueAt || (sent.ReceivedAt < DueAt + Grace && EnteredAt(sent, stored) < DueAt);

    /// <summary>
    /// When it was entered by the page's own account, as far as that can be: what is said to be older than the paper counts as entered
    /// when it came, and nothing counts as entered long before the answer that was saved in its slot.
    /// </summary>
    private DateTimeOffset EnteredAt(SentAnswer sent, Response? stored)
    {
        var told = sent.ReceivedAt - sent.Age;
        if (told < StartedAt) return sent.ReceivedAt;
        return stored is not null && told < stored.SavedAt - LongestWay ? stored.SavedAt - LongestWay : told;
    }

    private void Grade()
    {
        var slots = Slots.ToDictionary(slot => slot.Number);
        foreach (var response in Responses.Where(r => slots.ContainsKey(r.Slot)))
        {
            if (!IsForPerson(slots[response.Slot], response)) response.Award(Mark(slots[response.Slot], response));
        }

        Tally();
    }

    private static bool IsForPerson(Slot slot, Response response) => slot.Question.IsMarkedByPerson && response.Value is not null;

    private Points Mark(Slot slot, Response response) =>
        MarkingRules.Mark(slot.Question, Answer.Stored(slot.Question, response.Value), slot.Worth, MarkingScheme);

    /// <summary>The score is known once every response has its points.</summary>
    private void Tally()
    {
        Score = Responses.Any(r => r.Awarded is null) ? null : Responses.Sum(r => r.Awarded!.Value);
        HasPassed = Score >= PassPoints;
    }
}
