namespace Academy.Domain.Letters;

public enum MailingState
{
    Waiting,
    Sent,

    /// <summary>Written as a file: no mail server is known.</summary>
    Kept,

    /// <summary>Not to be sent, and why.</summary>
    Refused,
}

/// <summary>Why a letter is in the inbox alone.</summary>
public enum MailingRefusal
{
    NoAddress,
    HasLeft,

    /// <summary>The mail server says that it never will.</summary>
    Rejected,

    /// <summary>Written too long ago, or a reminder of another day or to who is on leave.</summary>
    TooOld,

    /// <summary>Its reader wants it in the inbox alone.</summary>
    NotWanted,
}

/// <summary>
/// What becomes of a letter on a way out of the house. Who is to send it holds it for a while, under a number that grows with each
/// taking: whoever held it before has no say in it any more.
/// </summary>
public abstract class Dispatch
{
    public const int LongestAnswer = 300;

    protected Dispatch() { }

    protected Dispatch(long letterId, DateTimeOffset now) => (LetterId, DueAt) = (letterId, now);

    public long LetterId { get; private set; }
    public MailingState State { get; private set; }
    public int Tries { get; private set; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public long Fence { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public MailingRefusal? Refusal { get; private set; }

    /// <summary>What was answered last.</summary>
    public string Answer { get; private set; } = "";

    public void Take(DateTimeOffset now, TimeSpan lease) => (Fence, Tries, HeldUntil) = (Fence + 1, Tries + 1, now + lease);

    public bool IsHeldUnder(long fence) => State == MailingState.Waiting && HeldUntil is not null && Fence == fence;

    public void Send(DateTimeOffset now, string answer) => End(MailingState.Sent, now, answer);

    public void Keep(DateTimeOffset now) => End(MailingState.Kept, now, "");

    public void Refuse(MailingRefusal refusal, DateTimeOffset now, string answer)
    {
        End(MailingState.Refused, now, answer);
        Refusal = refusal;
    }

    public void Postpone(DateTimeOffset dueAt, string answer) => (DueAt, HeldUntil, Answer) = (dueAt, null, answer);

    /// <summary>From the beginning, as when the address was mended.</summary>
    public void StartAgain(DateTimeOffset now) =>
        (State, Tries, DueAt, HeldUntil, DoneAt, Refusal) = (MailingState.Waiting, 0, now, null, null, null);

    private void End(MailingState state, DateTimeOffset now, string answer) =>
        (State, HeldUntil, DoneAt, Answer) = (state, null, now, answer);
}

/// <summary>By mail.</summary>
public sealed class Mailing : Dispatch
{
    private Mailing() { }

    public Mailing(DateTimeOffset now) : base(0, now) { }
}

/// <summary>To the bank's own messenger.</summary>
public sealed class Messaging : Dispatch
{
    private Messaging() { }

    public Messaging(long letterId, DateTimeOffset now) : base(letterId, now) { }
}
