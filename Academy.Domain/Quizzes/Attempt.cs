using Academy.Domain.Learning;
using Academy.Domain.Questions;

namespace Academy.Domain.Quizzes;

/// <summary>One employee's timed run at a quiz. Paper and deadline are fixed at the start.</summary>
public sealed class Attempt
{
    private Attempt() { }

    public Attempt(Quiz quiz, long employeeId, long branchId, int number, IReadOnlyList<Slot> paper, string receipt, DateTimeOffset now)
    {
        Quiz = quiz;
        QuizId = quiz.Id;
        EmployeeId = employeeId;
        BranchId = branchId;
        Number = number;
        StartedAt = now;
        DueAt = quiz.DeadlineFrom(now);
        Slots = [.. paper];
        MaxScore = paper.Sum(slot => slot.Worth);
        Receipt = receipt;
    }

    public long Id { get; private set; }
    public long QuizId { get; private set; }
    public Quiz Quiz { get; private set; } = null!;
    public long EmployeeId { get; private set; }

    /// <summary>The employee's branch of that day; a transfer does not move the result.</summary>
    public long BranchId { get; private set; }

    /// <summary>1 for the employee's first attempt at this quiz.</summary>
    public int Number { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Time ran out and the server handed the paper in.</summary>
    public bool WasTimedOut { get; private set; }

    public Points MaxScore { get; private set; }
    public Points? Score { get; private set; }
    public bool HasPassed { get; private set; }

    /// <summary>What the employee can quote to prove that the paper was handed in.</summary>
    public string Receipt { get; private set; } = "";

    public List<Slot> Slots { get; private set; } = [];
    public List<Response> Responses { get; private set; } = [];
    public List<Mark> Marks { get; private set; } = [];

    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>What is written down once the paper is handed in and passed.</summary>
    public Completion? Completion => HasPassed ? new Completion(EmployeeId, Quiz.Subject, 0, BranchId, SubmittedAt!.Value) : null;

    public TimeSpan TimeLeft(DateTimeOffset now) => IsSubmitted || now >= DueAt ? TimeSpan.Zero : DueAt - now;

    public TimeSpan? TimeTaken => SubmittedAt - StartedAt;

    /// <summary>Whether the server must hand the paper in: the deadline and the grace after it are over.</summary>
    public bool IsOverdue(DateTimeOffset now) => !IsSubmitted && now >= DueAt + Quiz.Grace;

    /// <summary>
    /// Takes an answer. The same revision with the same value is a repeat and changes nothing, even after submission;
    /// otherwise the attempt must run and the revision must be higher than the stored one.
    /// </summary>
    public EntryOutcome Take(Entry entry, DateTimeOffset now)
    {
        var stored = Responses.SingleOrDefault(r => r.Slot == entry.Slot);
        if (stored?.Revision == entry.Revision && stored.Value == entry.Value) return Outcome(stored, null);
        if (Objection(entry, stored) is { } refusal) return Outcome(stored, refusal);

        if (stored is null) Responses.Add(stored = new Response(Id, entry.Slot));
        stored.Take(entry, late: entry.ReceivedAt >= DueAt, now);
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

    private EntryOutcome Outcome(Response? stored, EntryRefusal? refusal) =>
        new(refusal, stored?.Revision ?? 0, stored?.Value, stored?.SavedAt, DueAt);

    private EntryRefusal? Objection(Entry entry, Response? stored)
    {
        if (IsSubmitted) return EntryRefusal.Submitted;
        if (!IsInTime(entry)) return EntryRefusal.TimeIsUp;
        if (stored is null || entry.Revision > stored.Revision) return null;
        return entry.Revision == stored.Revision ? EntryRefusal.DifferentAnswer : EntryRefusal.LaterAnswer;
    }

    private bool IsInTime(Entry entry) =>
        entry.ReceivedAt < DueAt || (entry.ReceivedAt < DueAt + Quiz.Grace && entry.ReceivedAt - entry.Age < DueAt);

    private void Grade()
    {
        var responses = Responses.ToDictionary(r => r.Slot);
        Score = Slots.Where(slot => responses.ContainsKey(slot.Number)).Sum(slot => Grade(slot, responses[slot.Number]));
        HasPassed = Score >= Quiz.PassPoints;
    }

    private Points Grade(Slot slot, Response response)
    {
        var points = Marking.Mark(slot.Version.Text, Answer.KeysOf(response.Value), slot.Worth, Quiz.MarkingScheme);
        response.Award(points);
        return points;
    }
}
