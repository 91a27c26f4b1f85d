using System.Globalization;
using Academy.Domain.Auditing;

namespace Academy.Domain.Opening;

/// <summary>What the trail tells of here.</summary>
public static class OpeningTrail
{
    public static readonly AuditSubject Clock = new(nameof(Clock));

    public static readonly Act ClockAccepted = new(nameof(ClockAccepted));

    internal static AuditEntry Accepted(DateTimeOffset writtenAt, DateTimeOffset now) =>
        new(Actor.Academy, now, ClockAccepted, Clock, "clock", "", null, new ClockFacts(writtenAt));
}

/// <summary>The latest instant that the academy had written down when somebody said that an earlier one is right.</summary>
internal sealed record ClockFacts(DateTimeOffset WrittenAt) : IFacts
{
    /// <summary>The end of the second that a line of the trail tells of.</summary>
    public static DateTimeOffset EndOf(AuditEntry line) => DateTimeOffset.ParseExact(
        line.After[nameof(WrittenAt)]!, Facts.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddSeconds(1);
}
