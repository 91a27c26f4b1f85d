using Academy.Domain.Data;

namespace Academy.Domain.Certification;

public enum SchemeRefusal
{
    MayNotKeep, NoSuchScheme, ChangedMeanwhile, AlreadyWithdrawn,
    TitleMissing, TitleTooLong, PrefixOutOfForm, PrefixTaken, NothingRequired, TooManyRequirements, RequiredTwice, UnknownPosition,
    SubjectMissing, UnknownSubject, LevelOutOfRange, RankOutOfRange, MarkOutOfRange, MonthsOutOfRange,
    ValidityOutOfRange, WindowOutOfRange, GraceOutOfRange, StartOutOfRange,
}

/// <summary>What it takes to be certified, for how long, and how one stays so.</summary>
/// <param name="Title">What the certificate calls it.</param>
/// <param name="EnglishTitle">The same in English; empty for none.</param>
/// <param name="Prefix">What the numbers of its certificates begin with.</param>
/// <param name="Positions">Slugs of the positions that it is for; none for everybody.</param>
/// <param name="Requirements">All of them are asked for.</param>
/// <param name="Renewal">The shorter path of who is certified already; none where it is the same.</param>
/// <param name="ValidMonths">How long a certificate holds.</param>
/// <param name="RenewalDays">How long before its last day it may be renewed.</param>
/// <param name="GraceDays">How long after it.</param>
/// <param name="NeedsApproval">Whether somebody says yes before a certificate is issued.</param>
/// <param name="StartsOn">The first day on which anybody is certified.</param>
public sealed record SchemeTerms(
    string Title, string EnglishTitle, string Prefix, IReadOnlyList<string> Positions,
    IReadOnlyList<Requirement> Requirements, IReadOnlyList<Requirement> Renewal,
    int ValidMonths, int RenewalDays, int GraceDays, bool NeedsApproval, DateOnly StartsOn)
{
    public const int LongestTitle = 60;
    public const int ShortestPrefix = 2;
    public const int LongestPrefix = 8;
    public const int MostRequirements = 12;
    public const int MostMonths = 120;
    public const int MostGraceDays = 366;

    /// <summary>Months have so many days at the least.</summary>
    private const int DaysOfMonth = 28;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2200, 1, 1);

    /// <summary>What who is certified already has to do.</summary>
    public IReadOnlyList<Requirement> RenewalPath => Renewal.Count > 0 ? Renewal : Requirements;

    /// <summary>All that is asked for in any way.</summary>
    public IEnumerable<Requirement> Asked => Requirements.Concat(Renewal);

    /// <summary>A certificate can be renewed on the day after its first at the earliest.</summary>
    public static int LongestWindow(int validMonths) => (validMonths * DaysOfMonth) - 2;

    /// <summary>Tells one state of the terms from another.</summary>
    public string AsSeen() => Fingerprint.Of(JsonColumns.TextOf(this));

    /// <summary>The same without spaces that nobody sees.</summary>
    public SchemeTerms Cleaned() => this with
    {
        Title = OneLine.Of(Title),
        EnglishTitle = OneLine.Of(EnglishTitle),
        Prefix = OneLine.Of(Prefix).ToUpperInvariant(),
    };

    /// <summary>Why a scheme cannot be so, all that the terms tell by themselves.</summary>
    public SchemeRefusal? Refusal()
    {
        if (Title.Length == 0) return SchemeRefusal.TitleMissing;
        if (Title.Length > LongestTitle || EnglishTitle.Length > LongestTitle) return SchemeRefusal.TitleTooLong;
        if (Prefix.Length is < ShortestPrefix or > LongestPrefix || !Prefix.All(char.IsAsciiLetterUpper))
            return SchemeRefusal.PrefixOutOfForm;
        if (Requirements.Count == 0) return SchemeRefusal.NothingRequired;
        if (Requirements.Count > MostRequirements || Renewal.Count > MostRequirements) return SchemeRefusal.TooManyRequirements;
        if (Asked.Select(requirement => requirement.Refusal()).FirstOrDefault(refusal => refusal is not null) is { } refused)
            return refused;
        if (AsksTwice(Requirements) || AsksTwice(Renewal)) return SchemeRefusal.RequiredTwice;
        if (ValidMonths is < 1 or > MostMonths) return SchemeRefusal.ValidityOutOfRange;
        if (RenewalDays < 0 || RenewalDays > LongestWindow(ValidMonths)) return SchemeRefusal.WindowOutOfRange;
        if (GraceDays is < 0 or > MostGraceDays) return SchemeRefusal.GraceOutOfRange;
        return StartsOn < Earliest || StartsOn > Latest ? SchemeRefusal.StartOutOfRange : null;
    }

    private static bool AsksTwice(IReadOnlyList<Requirement> path) =>
        path.Select(requirement => (requirement.Kind, requirement.Of)).Distinct().Count() < path.Count;
}
