using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;

namespace Academy.Domain.Competitions;

public enum CompetitionRefusal
{
    MayNotConvene, NoSuchCompetition, ChangedMeanwhile, OpensTooFarOff,
    TitleMissing, TitleTooLong, NoticeTooLong, OpeningMissing, ClosingMissing, ClosesBeforeItOpens, TooLong, FreezesOutside,
    NoEvents, UnknownDrill, DrillTwice, TriesOutOfRange, JudgesOutOfRange, NoSuchJudge, NoSheet,
    AwardsOutOfRange, AwardTitleTooLong, TeamsOutOfRange, ObjectionHoursOutOfRange,
    LevelOutOfRange, NoSuchUnit, RanksOutOfRange, NoSuchRound, RoundNotOver, RoundLacksEvent, HasNextRound,
    ClosesInThePast, AlreadyPublished, NotPublished, AlreadyBegun,
    QuizMissing, TooManyQuizzes, UnknownQuiz, QuizUnlimited, QuizHidesScores, QuizTellsAnswers, QuizNotOpen, QuizTaken,
    NotOver, Undecided, Unjudged, Unmarked, ScoresHidden, OpenObjections, AlreadyFinalized, RemarkTooLong, EarlyWithoutReason,
}

/// <summary>
/// One discipline of a competition, and how often each person may try; the best try counts. Where judges write the result down, there is
/// one try, and so many judges for each person. Where a quiz is answered, it says itself how often.
/// </summary>
public sealed record EventTerms(string Discipline, int Tries, int Judges = 0, long? QuizId = null, bool TieByTime = false)
{
    public const int MostTries = 5;
    public const int FewestJudges = 2;
    public const int MostJudges = 9;
    public const int MostQuizzes = 5;

    internal bool HasTries => Tries >= 1 && Tries <= (Drill is null or { IsKeyed: true } ? MostTries : 1);

    internal bool HasJudges => Drill is { IsJudged: true } ? Judges is >= FewestJudges and <= MostJudges : Judges == 0;

    internal bool HasQuiz => Drill is { IsKnowledge: true } ? QuizId is not null : QuizId is null && !TieByTime;

    private Discipline? Drill => Drills.Discipline.Named(Discipline);
}

/// <summary>What a competition is about, and from when to when runs may be started.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Notice">What people should know beforehand, as plain text.</param>
/// <param name="OpensAt">From when runs may be started.</param>
/// <param name="ClosesAt">From when none may be started any more.</param>
/// <param name="Events">In the order in which they are told.</param>
/// <param name="FreezesAt">
/// From when its public boards stand still (封榜) until the results are final; null for boards that never do.
/// </param>
/// <param name="ChiefJudgeId">Who settles what judges differ about, besides those who hold it; null for nobody.</param>
/// <param name="Results">What its results bring, and how they add up; what is usual where nothing is said.</param>
public sealed record CompetitionTerms(
    string Title, string Notice, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<EventTerms> Events,
    DateTimeOffset? FreezesAt = null, long? ChiefJudgeId = null, ResultTerms? Results = null)
{
    public const int LongestTitle = 100;
    public const int LongestNotice = 2000;
    public const int LongestDays = 100;
    public const int MostYearsAhead = 3;

    private const string FirstRound = "初赛";
    private const string SecondRound = "复赛";
    private const string LastRound = "决赛";

    private static readonly TimeOnly Morning = new(9, 0);

    public string Title
    {
        get;
        init => field = OneLine.Of(value);
    } = OneLine.Of(Title);

    public ResultTerms Results { get; init; } = Results ?? ResultTerms.Usual;

    /// <summary>Who may enter.</summary>
    public EligibilityTerms Eligibility { get; init; } = EligibilityTerms.Everybody;

    /// <summary>The quizzes that are events of it.</summary>
    internal IReadOnlyList<long> QuizIds => [.. Events.Select(e => e.QuizId).OfType<long>()];

    public bool OpensTooFarOff(DateTimeOffset now) => OpensAt > now.AddYears(MostYearsAhead);

    /// <summary>Tells one state of the terms from another.</summary>
    public string AsSeen() => Fingerprint.Of(
        Title, Notice, OpensAt, ClosesAt, FreezesAt, ChiefJudgeId,
        string.Join(' ', Events.Select(e => $"{e.Discipline}:{e.Tries}:{e.Judges}:{e.QuizId}:{e.TieByTime}")), Results, Eligibility);

    /// <summary>
    /// The same for another quarter: at the same times of its days, and with its name where the title has one. A quiz is not asked
    /// again: whoever answered it knows it, and has no try left. Nobody advances into it: last quarter's rounds are over.
    /// </summary>
    public CompetitionTerms ForQuarter(Quarter quarter, BankZone zone)
    {
        var own = Quarter.Of(zone.DayOf(OpensAt));
        var title = Title.Replace(NameOf(own), NameOf(quarter), StringComparison.Ordinal)
            .Replace($"{own.Year}年", $"{quarter.Year}年", StringComparison.Ordinal);
        return this with
        {
            Title = title,
            OpensAt = Moved(OpensAt),
            ClosesAt = Moved(ClosesAt),
            FreezesAt = FreezesAt is { } at ? Moved(at) : null,
            Events = [.. Events.Where(e => e.QuizId is null)],
            Eligibility = Eligibility with { Advancing = null },
        };

        DateTimeOffset Moved(DateTimeOffset at) =>
            zone.At(own.Moved(zone.DayOf(at), quarter), TimeOnly.FromDateTime(zone.ToBankTime(at).DateTime));
    }

    /// <summary>
    /// The next round, for the first ten of each event and whoever shares their last rank: it opens on a morning from Monday to Friday,
    /// and takes as long. A quiz is not asked again.
    /// </summary>
    /// <param name="earlierId">The competition that this is about.</param>
    /// <param name="after">Until when its results may wait.</param>
    /// <param name="zone">In which mornings are.</param>
    public CompetitionTerms ForNextRound(long earlierId, DateTimeOffset after, BankZone zone)
    {
        var day = zone.DayOf(after).AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        var opens = zone.At(day, Morning);
        return this with
        {
            Title = TitleOfNextRound(),
            Notice = "",
            OpensAt = opens,
            ClosesAt = ClosesAt + (opens - OpensAt),
            FreezesAt = FreezesAt + (opens - OpensAt),
            Events = [.. Events.Where(e => e.QuizId is null)],
            Eligibility = Eligibility with { Level = null, Advancing = new AdvanceTerms(earlierId, AdvanceTerms.UsualRanks) },
        };
    }

    /// <summary>After 初赛 comes 复赛, and 决赛 after anything else.</summary>
    private string TitleOfNextRound()
    {
        if (Title.Contains(FirstRound, StringComparison.Ordinal))
            return Title.Replace(FirstRound, SecondRound, StringComparison.Ordinal);
        if (Title.Contains(SecondRound, StringComparison.Ordinal))
            return Title.Replace(SecondRound, LastRound, StringComparison.Ordinal);
        return $"{Cut.Start(Title, LongestTitle - LastRound.Length - 1)} {LastRound}";
    }

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
            (FreezesAt is not { } freezes || (freezes > OpensAt && freezes < ClosesAt), CompetitionRefusal.FreezesOutside),
            (Results.Awards.IsPossible, CompetitionRefusal.AwardsOutOfRange),
            (Results.Titles.ByLevel().All(title => title.Length <= TitleTerms.Longest), CompetitionRefusal.AwardTitleTooLong),
            (Results.Teams.IsPossible, CompetitionRefusal.TeamsOutOfRange),
            (Results.ObjectionHours is >= 0 and <= ResultTerms.LongestObjectionHours, CompetitionRefusal.ObjectionHoursOutOfRange),
            (Eligibility.IsPossible, CompetitionRefusal.LevelOutOfRange),
            (Eligibility.Advancing is null or { IsPossible: true }, CompetitionRefusal.RanksOutOfRange),
            (Events.Count > 0, CompetitionRefusal.NoEvents),
            (Events.All(e => Discipline.Named(e.Discipline) is not null), CompetitionRefusal.UnknownDrill),
            (Events.DistinctBy(e => (e.Discipline, e.QuizId)).Count() == Events.Count, CompetitionRefusal.DrillTwice),
            (Events.All(e => e.HasQuiz), CompetitionRefusal.QuizMissing),
            (QuizIds.Count <= EventTerms.MostQuizzes, CompetitionRefusal.TooManyQuizzes),
            (Events.All(e => e.HasTries), CompetitionRefusal.TriesOutOfRange),
            (Events.All(e => e.HasJudges), CompetitionRefusal.JudgesOutOfRange),
        ];
        return [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Refusal)];
    }

    private static string NameOf(Quarter quarter) => $"{"一二三四"[quarter.Number - 1]}季度";
}
