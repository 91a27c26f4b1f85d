using Academy.Domain.Auditing;

namespace Academy.Domain.Competitions.Judging;

/// <summary>What the trail tells of judged events.</summary>
public static class JudgingTrail
{
    public static readonly AuditSubject CompetitionEvent = new(nameof(CompetitionEvent));
    public static readonly AuditSubject Contestant = new(nameof(Contestant));

    public static readonly Act ContestantsEntered = new(nameof(ContestantsEntered));
    public static readonly Act ContestantsWithdrawn = new(nameof(ContestantsWithdrawn));
    public static readonly Act ContestantAbsent = new(nameof(ContestantAbsent));
    public static readonly Act ContestantPresent = new(nameof(ContestantPresent));
    public static readonly Act SheetHandedIn = new(nameof(SheetHandedIn));
    public static readonly Act ResultSettled = new(nameof(ResultSettled));
    public static readonly Act ResultDecided = new(nameof(ResultDecided));
    public static readonly Act ResultCorrected = new(nameof(ResultCorrected));
}

/// <summary>Who was entered or withdrawn, and whether they have a rank.</summary>
internal sealed record EntryFacts(IReadOnlyList<string> People, bool IsRanked) : IFacts;

/// <summary>What a judge's sheet comes to, and how often it was changed before it was handed in.</summary>
/// <summary>Nothing of what the sheet says: another judge who reads the trail may not have handed in theirs.</summary>
internal sealed record SheetFacts(int Changes) : IFacts;

/// <summary>What stands, and why, and where somebody was who settled it.</summary>
internal sealed record SettlementFacts(int? Score, string Reason, string Address) : IFacts;
