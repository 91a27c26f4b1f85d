using Academy.Domain.Learning;
using Academy.Domain.Scoring;

namespace Academy.Domain.Quizzes;

/// <summary>A timed set of questions with its rules: how it is drawn, marked, limited and reviewed.</summary>
public sealed class Quiz
{
    private Quiz() { }

    public Quiz(string slug, QuizDraft draft, long? ownerId = null)
    {
        Slug = slug;
        OwnerId = ownerId;
        Become(draft);
    }

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public QuizTerms Terms { get; private set; } = null!;
    public Blueprint Blueprint { get; private set; } = null!;

    /// <summary>How many questions a paper has and what they are worth, for lists that do not read the blueprint.</summary>
    public int QuestionCount { get; private set; }
    public Points Worth { get; private set; }

    /// <summary>The trainer who made it; null for the academy's own.</summary>
    public long? OwnerId { get; private set; }

    /// <summary>When it was put before the employees; null while it is being made.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Until then a contest counts on it, and it stays as it is; null where none ever did.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Who marks it beside its owner and the administrators.</summary>
    public ICollection<QuizMarker> Markers { get; } = [];

    public Subject Subject => SubjectOf(Id);

    public QuizDraft Draft => new(Terms, Blueprint);

    public static Subject SubjectOf(long quizId) => new(SubjectKind.Quiz, quizId);

    /// <summary>
    /// Makes it what somebody wants, whoever that is. Once somebody has begun it, what is asked and how it is judged stay as
    /// they are; while a contest counts on it, when it may be taken and what it tells does, too.
    /// </summary>
    public IReadOnlyList<QuizRefusal> Change(QuizDraft draft, bool isSat, DateTimeOffset now)
    {
        if (IsHeld(now) && draft.Fingerprint != Draft.Fingerprint) return [QuizRefusal.InContest];

        List<QuizRefusal> refusals = [.. draft.Refusals()];
        if (isSat && !draft.JudgesLike(Draft)) refusals.Add(QuizRefusal.PaperFixed);
        if (refusals.Count == 0) Become(draft);
        return refusals;
    }

    /// <summary>Puts it before the employees. Whether there are enough questions is for whoever publishes to see.</summary>
    public QuizRefusal? Publish(DateTimeOffset now)
    {
        if (PublishedAt is not null) return QuizRefusal.AlreadyPublished;
        if (Terms.IsClosed(now)) return QuizRefusal.WindowOver;
        if (Draft.Refusals().ToList() is [var refusal, ..]) return refusal;

        PublishedAt = now;
        return null;
    }

    /// <summary>Lets nobody begin any more. Who has begun may finish.</summary>
    public QuizRefusal? Close(DateTimeOffset now)
    {
        if (PublishedAt is null) return QuizRefusal.NotPublished;
        if (IsHeld(now)) return QuizRefusal.InContest;

        if (!Terms.IsClosed(now)) Terms = Terms with { ClosesAt = now, OpensAt = Terms.OpensAt >= now ? null : Terms.OpensAt };
        return null;
    }

    public bool IsHeld(DateTimeOffset now) => now < HeldUntil;

    /// <summary>Has it stay as it is for a contest, or no longer.</summary>
    internal void Hold(DateTimeOffset? until) => HeldUntil = until;

    private void Become(QuizDraft draft)
    {
        (Terms, Blueprint) = draft;
        (QuestionCount, Worth) = (draft.Blueprint.Count, draft.Blueprint.Worth);
    }
}

/// <summary>A trainer who was named to mark a quiz (阅卷人).</summary>
public sealed class QuizMarker
{
    private QuizMarker() { }

    public QuizMarker(long employeeId) => EmployeeId = employeeId;

    public long QuizId { get; private set; }
    public long EmployeeId { get; private set; }
}
