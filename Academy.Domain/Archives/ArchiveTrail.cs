using Academy.Domain.Auditing;

namespace Academy.Domain.Archives;

/// <summary>What the trail tells of here.</summary>
public static class ArchiveTrail
{
    public static readonly Act ArchiveRead = new(nameof(ArchiveRead));
    public static readonly Act ArchiveExported = new(nameof(ArchiveExported));
}

/// <summary>From where somebody's archive was looked at, and in which form it was taken away; empty for the page.</summary>
public sealed record ArchiveReadFacts(string Address, string Format) : IFacts;
