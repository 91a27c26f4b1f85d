using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;

namespace Academy.Domain.Competitions.Standings;

public enum ObjectionRefusal
{
    NoSuchEvent, NotContestant, NotOpen, AlreadyOpen, TextMissing, TextTooLong,
    MayNotDecide, NoSuchObjection, OwnObjection, OwnRun, NoSuchRun, AlreadyDecided, AlreadyFinalized, ReasonMissing, ReasonTooLong,
    EffectChanged,
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

    /// <summary>Why it was decided so; empty while it is open.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The run on which it was decided anew; null where it was rejected.</summary>
    public long? RunId { get; private set; }
    public Verdict? Verdict { get; private set; }

    internal void Reject(string reason, DateTimeOffset now) =>
        (State, Reason, DecidedAt) = (ObjectionState.Rejected, reason, now);

    internal void Accept(RunChange change, string reason, DateTimeOffset now)
    {
        (State, Reason, DecidedAt) = (ObjectionState.Accepted, reason, now);
        (RunId, Verdict) = (change.RunId, change.Verdict);
    }
}

/// <summary>That a run counts from now on, or does not.</summary>
public sealed record RunChange(long RunId, Verdict Verdict);

/// <summary>Whose rank is another; null for none.</summary>
public sealed record RankMove(long EmployeeId, int? Before, int? After);

/// <summary>What a change of a run does to the ranks of its event; nothing of it is stored.</summary>
public sealed record RankEffect(IReadOnlyList<RankMove> Moves)
{
    /// <summary>Tells one effect from another.</summary>
    public string AsSeen() => Fingerprint.Of(Moves);

    public static RankEffect Between(Board before, Board after)
    {
        var people = before.Rows.Concat(after.Rows).Select(row => row.Entry.EmployeeId).Distinct();
        var moves = people.Select(id => new RankMove(id, before.RowOf(id)?.Rank, after.RowOf(id)?.Rank));
        return new RankEffect([.. moves.Where(move => move.Before != move.After).OrderBy(move => move.After ?? int.MaxValue)
            .ThenBy(move => move.Before).ThenBy(move => move.EmployeeId)]);
    }
}
