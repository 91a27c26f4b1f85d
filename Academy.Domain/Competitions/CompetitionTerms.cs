using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;

namespace Academy.Domain.Competitions;

public enum CompetitionRefusal
{
    MayNotConvene, NoSuchCompetition, ChangedMeanwhile, OpensTooFarOff,
    TitleMissing, TitleTooLong, NoticeTooLong, OpeningMissing, ClosingMissing, ClosesBeforeItOpens, TooLong,
    NoEvents, UnknownDrill, DrillTwice, TriesOutOfRange,
    ClosesInThePast, AlreadyPublished, NotPublished, AlreadyBegun, NotOver, Undecided, AlreadyFinalized,
}

/// <summary>One discipline of a competition, and how often each person may try; the best try counts.</summary>
public sealed record EventTerms(string Discipline, int Tries)
{
    public const int MostTries = 5;
}

/// <summary>What a competition is about, and from when to when runs may be started.</summary>
public sealed record CompetitionTerms(
    string Title, string Notice, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<EventTerms> Events)
{
    public const int LongestTitle = 100;
    public const int LongestNotice = 2000;
    public const int LongestDays = 100;
    public const int MostYearsAhead = 3;

    public string Title
    {
        get;
        init => field = OneLine.Of(value);
    } = OneLine.Of(Title);

    public bool OpensTooFarOff(DateTimeOffset now) => OpensAt > now.AddYears(MostYearsAhead);

    /// <summary>Tells one state of the terms from another.</summary>
    public string AsSeen() => Fingerprint.Of(
        Title, Notice, OpensAt, ClosesAt, string.Join(' ', Events.Select(e => $"{e.Discipline}:{e.Tries}")));

    /// <summary>Why a competition cannot be so, all of it.</summary>
    public IReadOnlyList<CompetitionRefusal> Refusals()
    {
        (bool Holds, CompetitionRefusal Refusal)[] rules =
        [
            (Title.Length > 0, CompetitionRefusal.TitleMissing),
            (Title.Length <= LongestTitle, CompetitionRefusal.TitleTooLong),
            (Notice.Length <= LongestNotice, CompetitionRefusal.NoticeTooLong),
            (ClosesAt > OpensAt, CompetitionRefusal.ClosesBeforeItOpens),
            (ClosesAt - OpensAt <= TimeSpan.FromDays(LongestDays), CompetitionRefusal.TooLong),
            (Events.Count > 0, CompetitionRefusal.NoEvents),
            (Events.All(e => Discipline.Named(e.Discipline) is not null), CompetitionRefusal.UnknownDrill),
            (Events.DistinctBy(e => e.Discipline).Count() == Events.Count, CompetitionRefusal.DrillTwice),
            (Events.All(e => e.Tries is >= 1 and <= EventTerms.MostTries), CompetitionRefusal.TriesOutOfRange),
        ];
        return [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Refusal)];
    }
}
