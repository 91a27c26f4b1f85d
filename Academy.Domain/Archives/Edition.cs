namespace Academy.Domain.Archives;

/// <summary>
/// What somebody's archive holds of a period, sealed: a canonical document, its digest, and the digest of the edition of that kind before
/// it. It never changes.
/// </summary>
public sealed class Edition
{
    public required EditionKind Kind { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly From { get; init; }
    public required long EmployeeId { get; init; }

    /// <summary>How many lines it has, itself or in its parts.</summary>
    public required int Entries { get; init; }

    /// <summary>For how long somebody learned, all in all.</summary>
    public required int Minutes { get; init; }

    /// <summary>The digest of the person's edition before it; empty for the first.</summary>
    public required string Previous { get; init; }
    public required string Digest { get; init; }

    /// <summary>The document, packed; <see cref="EditionDocument.Unpack"/> gives it back.</summary>
    public required byte[] Document { get; init; }

    public ArchivePeriod Period => new(Kind, From);
}

/// <summary>Up to which line a month is sealed: what is recorded later goes into the next one. It never changes.</summary>
public sealed class EditionCut
{
    public required DateOnly From { get; init; }
    public required long ThroughId { get; init; }
}

/// <summary>
/// The head of the bank's chain of a period: a digest over the head before it and everybody's editions. It never changes, and a copy of it
/// leaves the house.
/// </summary>
public sealed class EditionHead
{
    public required EditionKind Kind { get; init; }
    public required DateOnly From { get; init; }
    public required int Editions { get; init; }

    /// <summary>Empty for the first.</summary>
    public required string Previous { get; init; }
    public required string Digest { get; init; }

    public ArchivePeriod Period => new(Kind, From);
}
