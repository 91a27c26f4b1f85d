namespace Academy.Domain.Auditing;

/// <summary>The acts that change a kind of thing. The trail of a thing tells of more: that people were written to about it, say.</summary>
public sealed record Changes(AuditSubject Subject, IReadOnlyList<Act> Acts);
