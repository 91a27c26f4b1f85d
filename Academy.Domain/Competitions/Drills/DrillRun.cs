namespace Academy.Domain.Competitions.Drills;

/// <summary>What was decided about a result: a run that was set aside, or one that somebody objected to.</summary>
public enum Verdict { Counts, DoesNotCount }

public enum DrillRefusal { NoSuchRun, Over, Gap, OtherKeys, OutOfBounds, TooManyKeys, TooManyBatches }

/// <summary>
/// One employee's run at a drill. Its terms are fixed at the start, and its result is what the keys come to that were taken down by the
/// end.
/// </summary>
public sealed class DrillRun
{
    /// <summary>From the press of the button to the first key: the page opens, and hands find their place.</summary>
    public static readonly TimeSpan LeadIn = TimeSpan.FromSeconds(3);

    /// <summary>For so long after the end are keys taken down that a lost line has held back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private DrillRun() { }

    /// <param name="employeeId">Who.</param>
    /// <param name="branchId">Where the person works on that day; the result stays with that branch.</param>
    /// <param name="terms">What it is about.</param>
    /// <param name="now">When the button was pressed.</param>
    /// <param name="eventId">The event of a competition; null for practice.</param>
    public DrillRun(long employeeId, long branchId, DrillTerms terms, DateTimeOffset now, long? eventId = null)
    {
        (EmployeeId, BranchId, EventId) = (employeeId, branchId, eventId);
        Terms = terms;
        Discipline = terms.Discipline.Slug;
        StartedAt = now + LeadIn;
    }

    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public long BranchId { get; private set; }

    /// <summary>The event of a competition; null for practice.</summary>
    public long? EventId { get; private set; }

    /// <summary>By which runs are compared: the slug of the discipline.</summary>
    public string Discipline { get; private set; } = "";

    public DrillTerms Terms { get; private set; } = null!;

    /// <summary>The first moment at which a key counts; the times of keys are counted from it.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Given up: there is no result, and no list shows it.</summary>
    public bool WasAbandoned { get; private set; }

    /// <summary>As <see cref="DrillResult.Score"/> has it.</summary>
    public int? Score { get; private set; }
    public int Right { get; private set; }
    public int Wrong { get; private set; }
    public int Keys { get; private set; }

    /// <summary>Why somebody should look at it before it counts.</summary>
    public IReadOnlyList<Doubt> Doubts { get; private set; } = [];

    /// <summary>
    /// Whether it may be a personal best and have a rank: there is a score, nothing is in doubt or it was found well, and what was keyed
    /// compares with what others have.
    /// </summary>
    public bool Counts { get; private set; }

    /// <summary>Whether somebody has to decide on it: it was set aside in a competition.</summary>
    public bool AwaitsVerdict { get; private set; }

    public Verdict? Verdict { get; private set; }

    /// <summary>Who decided on it when it was set aside, and when; null for a run that was not.</summary>
    public long? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Whether something about it is in doubt that nobody has found well.</summary>
    public bool IsInDoubt => Doubts.Count > 0 && Verdict != Drills.Verdict.Counts;

    /// <summary>By which a stream is known that was sent before.</summary>
    public string? Rhythm { get; private set; }

    public DateTimeOffset DueAt => StartedAt + Terms.Discipline.Length;

    public bool IsRunning => EndedAt is null;

    /// <summary>Whether the time is over, though held back keys may still come.</summary>
    public bool IsTimeUp(DateTimeOffset now) => now >= DueAt;

    /// <summary>Whether it has to be ended by whoever looks at it.</summary>
    public bool IsOverdue(DateTimeOffset now) => IsRunning && now >= DueAt + Grace;

    /// <summary>Why keys are not taken down; nothing of them has to be there yet.</summary>
    /// <param name="sent">The keys.</param>
    /// <param name="acknowledged">The last batch that was taken down.</param>
    /// <param name="taken">How many keys were.</param>
    public DrillRefusal? Refusal(SentBatch sent, int acknowledged, int taken)
    {
        if (!IsRunning || IsOverdue(sent.ReceivedAt)) return DrillRefusal.Over;
        if (sent.Number != acknowledged + 1) return DrillRefusal.Gap;
        if (sent.Number > Terms.Discipline.MostBatches) return DrillRefusal.TooManyBatches;
        if (taken + sent.Keys.Count > Terms.Discipline.MostKeys) return DrillRefusal.TooManyKeys;
        return sent.Keys.All(IsWithin) ? null : DrillRefusal.OutOfBounds;
    }

    /// <summary>Ends the run with what its keys come to; after its time it ends with that.</summary>
    internal void Finish(Examination examination, DateTimeOffset now)
    {
        var result = examination.Result;
        EndedAt = IsTimeUp(now) ? DueAt : now;
        (Score, Right, Wrong, Keys) = (result.Score, result.Right, result.Wrong, result.Keys);
        (Doubts, Rhythm) = (examination.Doubts, examination.Rhythm);
        Counts = Score is not null && Doubts.Count == 0 && Terms.IsComparable;
        AwaitsVerdict = EventId is not null && Doubts.Count > 0;
    }

    /// <summary>Puts the whole run in doubt, for what only a look at others' shows.</summary>
    internal void SetAside(DoubtReason reason)
    {
        Doubts = [.. Doubts, new Doubt(reason, 0, Keys)];
        (Counts, AwaitsVerdict) = (false, EventId is not null);
    }

    /// <summary>Decides on a run that was set aside.</summary>
    internal void Decide(Verdict verdict, long byId, DateTimeOffset now)
    {
        Decide(verdict);
        (DecidedById, DecidedAt) = (byId, now);
    }

    internal void Decide(Verdict verdict)
    {
        (Verdict, AwaitsVerdict) = (verdict, false);
        Counts = Score is not null && verdict == Drills.Verdict.Counts;
    }

    internal void Abandon(DateTimeOffset now) => (EndedAt, WasAbandoned) = (now, true);

    private bool IsWithin(KeyStroke stroke) =>
        stroke.At >= 0 && stroke.At <= Terms.Discipline.Length.TotalMilliseconds && Terms.Discipline.Takes(stroke);
}

/// <summary>Keys as a page sends them, about once a second.</summary>
/// <param name="RunId">The run that they are of.</param>
/// <param name="Number">Counted from 1, without a gap.</param>
/// <param name="Keys">What was hit since the batch before.</param>
/// <param name="ReceivedAt">When the server received them.</param>
public sealed record SentBatch(long RunId, int Number, IReadOnlyList<KeyStroke> Keys, DateTimeOffset ReceivedAt)
{
    /// <summary>More than anybody hits while a line is down for the length of a drill.</summary>
    public const int MostKeys = 10_000;
}

/// <summary>Keys, and who sends them.</summary>
public sealed record SentKeys(long EmployeeId, SentBatch Batch);

/// <summary>What became of a batch.</summary>
/// <param name="Refusal">Null when its keys are taken down, now or before.</param>
/// <param name="Acknowledged">The number of the last batch that is; 0 when there is none.</param>
public sealed record BatchOutcome(DrillRefusal? Refusal, int Acknowledged);

/// <summary>Keys that were taken down; they never change.</summary>
public sealed class DrillBatch
{
    private DrillBatch() { }

    internal DrillBatch(SentBatch sent)
    {
        RunId = sent.RunId;
        Number = sent.Number;
        Keys = KeyStrokes.Write(sent.Keys);
        ReceivedAt = sent.ReceivedAt;
    }

    public long RunId { get; private set; }
    public int Number { get; private set; }
    public string Keys { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
}
