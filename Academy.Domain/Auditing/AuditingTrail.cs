namespace Academy.Domain.Auditing;

/// <summary>What the trail tells of here: that it was taken away itself, and of whatever else is.</summary>
public static class AuditingTrail
{
    /// <summary>What somebody takes away, apart from what is done to the thing that it tells of.</summary>
    public static readonly AuditSubject Export = new(nameof(Export));

    public static readonly Act TrailExported = new(nameof(TrailExported));
}

/// <summary>Where somebody was who took data away, which of them, as the address of the file says it, and how many rows.</summary>
public sealed record ExportFacts(string Address, string Filter, int Rows) : IFacts;
