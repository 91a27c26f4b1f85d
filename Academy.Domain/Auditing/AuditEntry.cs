using Academy.Domain.Data;

namespace Academy.Domain.Auditing;

/// <summary>Who acts, as known at that moment. Nobody is <see cref="Academy"/>: the program itself, as when it loads its content.</summary>
public sealed record Actor(long? Id, string Number, string Name)
{
    public static readonly Actor Academy = new(null, "", "");

    /// <summary>Where they act from, where the trail is to tell it; empty otherwise.</summary>
    public string Address { get; init; } = "";
}

/// <summary>
/// One line of the audit trail: who did what to whom and when, and what it was before and after. Written in the
/// transaction of the act; the store refuses to change or delete it.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <param name="actor">Who acts.</param>
    /// <param name="at">When.</param>
    /// <param name="act">What is done.</param>
    /// <param name="subject">The kind of thing that it is done to.</param>
    /// <param name="key">What the thing is found by: a number, a code, a slug.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="before">An object with the facts as they were; null when there was nothing.</param>
    /// <param name="after">An object with the facts as they are now; null when nothing is left. Facts that are equal are left out.</param>
    public AuditEntry(Actor actor, DateTimeOffset at, Act act, AuditSubject subject, string key, string name, IFacts? before, IFacts? after)
    {
        ActorId = actor.Id;
        ActorNumber = actor.Number;
        ActorName = actor.Name;
        At = at;
        Act = act;
        Subject = subject;
        SubjectKey = key;
        SubjectName = name;
        (Before, After) = Facts.Differing(before, after);
        if (actor.Address.Length > 0) After = Facts.With(After, nameof(Actor.Address), actor.Address);
    }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public long? ActorId { get; private set; }
    public string ActorNumber { get; private set; } = "";
    public string ActorName { get; private set; } = "";
    public Act Act { get; private set; }
    public AuditSubject Subject { get; private set; }
    public string SubjectKey { get; private set; } = "";
    public string SubjectName { get; private set; } = "";

    /// <summary>The differing facts by name.</summary>
    public IReadOnlyDictionary<string, string?> Before { get; private set; } = Facts.None;
    public IReadOnlyDictionary<string, string?> After { get; private set; } = Facts.None;

    /// <summary>Whether it tells that a thing with these facts came to be.</summary>
    internal bool Tells(IFacts facts) => JsonColumns.TextOf(After) == JsonColumns.TextOf(Facts.Differing(null, facts).After);
}
