using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;

namespace Academy.Domain.Competitions.Standings;

public enum ObjectionRefusal
{
    NoSuchEvent, NotContestant, NotOpen, AlreadyOpen, TextMissing, TextTooLong,
    MayNotDecide, NoSuchObjection, OwnObjection, OwnResult, OwnSheet, NoSuchResult, OutOfBounds, Unchanged,
    AlreadyDecided, AlreadyFinalized, ReasonMissing, ReasonTooLong, EffectChanged,
}

public enum ObjectionState { Open, Rejected, Accepted }

/// <summary>What somebody who took part in an event holds to be wrong about its results (异议), and what was decided on it.</summary>
public sealed class Objection
{
    public const int LongestText = 1000;
    public const int LongestReason = 400;

    private Objection() { }

    public Objection(long eventId, long employeeId, string text, DateTimeOffset at) =>
        (EventId, EmployeeId, Text, RaisedAt) = (eventId, employeeId, text, at);

    public long Id { get; private set; }
    public long EventId { get; private set; }
    public long EmployeeId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset RaisedAt { get; private set; }

    public ObjectionState State { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided; null while it is open, and of what was decided before this was kept.</summary>
    public long? DecidedById { get; private set; }

    /// <summary>Why it was decided so; empty while it is open.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The run on which it was decided anew; null where it was about none, or rejected.</summary>
    public long? RunId { get; private set; }

    /// <summary>The same of a contestant of a judged event.</summary>
    public long? ContestantId { get; private set; }

    /// <summary>The same of a paper of a knowledge event.</summary>
    public long? PaperId { get; private set; }

    /// <summary>Whether it counts since; null where that was not the matter.</summary>
    public Verdict? Verdict { get; private set; }

    /// <summary>What stands of the contestant since; null where nothing was corrected.</summary>
    public SheetValues? Agreed { get; private set; }

    internal void Reject(string reason, long byId, DateTimeOffset now) =>
        (State, Reason, DecidedById, DecidedAt) = (ObjectionState.Rejected, reason, byId, now);

    internal void Accept(ResultChange change, string reason, long byId, DateTimeOffset now)
    {
        (State, Reason, DecidedById, DecidedAt) = (ObjectionState.Accepted, reason, byId, now);
        switch (change)
        {
            case RunChange run: (RunId, Verdict) = (run.RunId, run.Verdict); break;
            case ContestantChange judged: (ContestantId, Verdict) = (judged.ContestantId, judged.Verdict); break;
            case Correction correction: (ContestantId, Agreed) = (correction.ContestantId, correction.Agreed); break;
            case PaperChange paper: (PaperId, Verdict) = (paper.PaperId, paper.Verdict); break;
        }
    }

    /// <summary>Whether this is what was decided; null for that it was rejected.</summary>
    internal bool Says(ResultChange? change) => change switch
    {
        null => State == ObjectionState.Rejected,
        RunChange run => (RunId, Verdict) == (run.RunId, run.Verdict),
        ContestantChange judged => (ContestantId, Verdict) == (judged.ContestantId, judged.Verdict),
        Correction correction => ContestantId == correction.ContestantId && Agreed is not null && Agreed.Says(correction.Agreed),
        PaperChange paper => (PaperId, Verdict) == (paper.PaperId, paper.Verdict),
        _ => false,
    };
}
