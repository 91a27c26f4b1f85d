using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;

namespace Academy.Domain.Competitions;

/// <summary>What the trail tells of here.</summary>
public static class CompetitionTrail
{
    public static readonly AuditSubject Competition = new(nameof(Competition));
    public static readonly AuditSubject DrillRun = new(nameof(DrillRun));
    public static readonly AuditSubject Screen = new(nameof(Screen));
    public static readonly AuditSubject Objection = new(nameof(Objection));

    public static readonly Act CompetitionAdded = new(nameof(CompetitionAdded));
    public static readonly Act NextRoundAdded = new(nameof(NextRoundAdded));
    public static readonly Act CompetitionEdited = new(nameof(CompetitionEdited));
    public static readonly Act CompetitionPublished = new(nameof(CompetitionPublished));
    public static readonly Act CompetitionWithdrawn = new(nameof(CompetitionWithdrawn));
    public static readonly Act CompetitionFinalized = new(nameof(CompetitionFinalized));
    public static readonly Act RunDecided = new(nameof(RunDecided));
    public static readonly Act PaperDecided = new(nameof(PaperDecided));
    public static readonly Act ResultsRead = new(nameof(ResultsRead));
    public static readonly Act ResultsExported = new(nameof(ResultsExported));
    public static readonly Act ObjectionRaised = new(nameof(ObjectionRaised));
    public static readonly Act ObjectionDecided = new(nameof(ObjectionDecided));
    public static readonly Act ScreenHung = new(nameof(ScreenHung));
    public static readonly Act ScreenTakenDown = new(nameof(ScreenTakenDown));
    public static readonly Act StandingsExported = new(nameof(StandingsExported));

    public static readonly Changes ChangesOfCompetition = new(
        Competition,
        [CompetitionAdded, NextRoundAdded, CompetitionEdited, CompetitionPublished, CompetitionWithdrawn, CompetitionFinalized]);
}

/// <summary>What a competition is.</summary>
internal sealed record CompetitionFacts(
    string Title, string Notice, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<string> Events,
    DateTimeOffset? FreezesAt, string? ChiefJudge, IReadOnlyList<string> ResultTerms, IReadOnlyList<string>? Eligibility) : IFacts
{
    public static CompetitionFacts Of(CompetitionTerms terms, string? chiefJudge) => new(
        terms.Title, terms.Notice, terms.OpensAt, terms.ClosesAt,
        [.. terms.Events.Select(e => Tell(e))], terms.FreezesAt, chiefJudge,
        TellsOf(terms.Results), TellsOf(terms.Eligibility));

    private static string Tell(EventTerms held) => held.QuizId is { } quiz
        ? $"{held.Discipline} # {quiz}{(held.TieByTime ? " ≤ t" : "")}"
        : $"{held.Discipline} × {Math.Max(held.Tries, held.Judges)}";

    private static IReadOnlyList<string> TellsOf(ResultTerms terms) =>
    [
        $"{terms.Awards.Rule} {terms.Awards.First}/{terms.Awards.Second}/{terms.Awards.Third}",
        $"≤ {terms.Awards.Cap ?? AwardTerms.Most}%",
        string.Join('/', terms.Titles.ByLevel()),
        $"{terms.AllRound}",
        $"{terms.Teams.Best} ≥ {terms.Teams.Floor}",
        $"{terms.ObjectionHours} h",
    ];

    private static IReadOnlyList<string>? TellsOf(EligibilityTerms terms) => terms.IsForEverybody
        ? null
        :
        [
            .. terms.Branches, .. terms.Positions,
            .. terms.Level is { } level ? [$"≥ {level}"] : Array.Empty<string>(),
            .. terms.Advancing is { } earlier ? [$"# {earlier.CompetitionId} ≤ {earlier.Ranks}"] : Array.Empty<string>(),
        ];
}

/// <summary>What was decided about a run in doubt, and why, and where somebody was who decided it.</summary>
internal sealed record VerdictFacts(bool Counts, string Reason, string Address) : IFacts;

/// <summary>Where somebody was who looked at results by name that not everybody sees, and whose they are.</summary>
public sealed record ResultsReadFacts(string Address, IReadOnlyList<string> People) : IFacts;

/// <summary>What somebody holds to be wrong.</summary>
internal sealed record ObjectionFacts(string Text) : IFacts;

/// <summary>
/// What was decided on an objection, whether which run, contestant or paper counts since, and why, and where somebody was who decided it.
/// </summary>
internal sealed record ObjectionDecidedFacts(
    ObjectionState Outcome, string? RunId, string? ContestantId, string? PaperId, Verdict? Verdict, string Reason, string Address) : IFacts
{
    public static ObjectionDecidedFacts Of(Objection objection, string address) => new(
        objection.State, Tell(objection.RunId), Tell(objection.ContestantId), Tell(objection.PaperId), objection.Verdict, objection.Reason,
        address);

    private static string? Tell(long? id) => id?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A result before and after what was decided on an objection, and why, and where somebody was who decided it.</summary>
internal sealed record ResultFacts(int? Score, int Tie, bool Counts, string? Reason = null, string? Address = null) : IFacts
{
    public static ResultFacts Of(ResultState result) => new(result.Score, result.Wrong, result.Counts);
}

/// <summary>Where a screen hangs.</summary>
internal sealed record ScreenFacts(string Label) : IFacts;
