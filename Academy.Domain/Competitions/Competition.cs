using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;

namespace Academy.Domain.Competitions;

public enum CompetitionState
{
    /// <summary>Whoever teaches works at it; nobody else sees it.</summary>
    Draft,

    /// <summary>Everybody sees it; it has not begun.</summary>
    Announced,

    /// <summary>Runs may be started.</summary>
    Running,

    /// <summary>No run may be started any more; what was started comes to its end, and runs in doubt are decided on.</summary>
    Closed,

    /// <summary>Its results stand.</summary>
    Finalized,
}

/// <summary>A contest in one or more disciplines (竞赛) that employees may enter while it runs, all of them or those it is for.</summary>
public sealed class Competition
{
    private Competition() { }

    public Competition(CompetitionTerms terms, long convenerId)
    {
        ConvenerId = convenerId;
        Change(terms);
    }

    public long Id { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>What people should know beforehand, as plain text.</summary>
    public string Notice { get; private set; } = "";

    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>From when public boards stand still until the results are final; null for boards that never do.</summary>
    public DateTimeOffset? FreezesAt { get; private set; }

    /// <summary>In the order in which they are told.</summary>
    public ICollection<Event> Events { get; } = [];

    public long ConvenerId { get; private set; }

    /// <summary>Who settles what judges differ about, besides those who hold it; null for nobody.</summary>
    public long? ChiefJudgeId { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? FinalizedAt { get; private set; }

    /// <summary>What its results bring, where it says so itself.</summary>
    public ResultTerms? OwnResults { get; private set; }

    public ResultTerms Results => OwnResults ?? ResultTerms.Usual;

    /// <summary>Who may enter, where not everybody may.</summary>
    public EligibilityTerms? OwnEligibility { get; private set; }

    public EligibilityTerms Eligibility => OwnEligibility ?? EligibilityTerms.Everybody;

    public CompetitionTerms Terms => new(
        Title, Notice, OpensAt, ClosesAt, [.. Events.OrderBy(e => e.Number).Select(e => e.Terms)], FreezesAt, ChiefJudgeId, Results)
    {
        Eligibility = Eligibility,
    };

    /// <summary>By when every run that was started in time has come to its end, held back keys included.</summary>
    public DateTimeOffset OverAt => ClosesAt + Events.Max(e => e.Length) + DrillRun.LeadIn + DrillRun.Grace;

    public CompetitionState State(DateTimeOffset now)
    {
        if (PublishedAt is null) return CompetitionState.Draft;
        if (FinalizedAt is not null) return CompetitionState.Finalized;
        if (now < OpensAt) return CompetitionState.Announced;
        return now < ClosesAt ? CompetitionState.Running : CompetitionState.Closed;
    }

    /// <summary>Whether results that came after <see cref="FreezesAt"/> are on no public board.</summary>
    public bool IsFrozen(DateTimeOffset now) => PublishedAt is not null && FinalizedAt is null && FreezesAt <= now;

    internal void Change(CompetitionTerms terms)
    {
        (Title, Notice) = (terms.Title, terms.Notice);
        (OpensAt, ClosesAt, FreezesAt) = (terms.OpensAt, terms.ClosesAt, terms.FreezesAt);
        (ChiefJudgeId, OwnResults) = (terms.ChiefJudgeId, terms.Results);
        OwnEligibility = terms.Eligibility.IsForEverybody ? null : terms.Eligibility;
        Events.Clear();
        foreach (var (index, wanted) in terms.Events.Index()) Events.Add(new Event(index + 1, wanted));
    }

    /// <summary>Its judged events keep the sheets as they are now, and its knowledge events what they are ranked by.</summary>
    internal void Publish(Sheets sheets, IReadOnlyDictionary<long, QuizRules> quizzes, DateTimeOffset now)
    {
        PublishedAt = now;
        foreach (var held in Events) held.Keep(sheets.Of(held.Drill), held.QuizId is { } quiz ? quizzes[quiz] : null);
    }

    internal void Withdraw() => PublishedAt = null;

    internal void Close(DateTimeOffset at) => FinalizedAt = at;
}

/// <summary>One discipline of a competition (项目).</summary>
public sealed class Event
{
    private Event() { }

    internal Event(int number, EventTerms terms) =>
        (Number, Discipline, Tries, Judges, QuizId, TieByTime) =
            (number, terms.Discipline, terms.Tries, terms.Judges, terms.QuizId, terms.TieByTime);

    public long Id { get; private set; }
    public long CompetitionId { get; private set; }
    public Competition Competition { get; private set; } = null!;

    /// <summary>Counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The slug of the discipline.</summary>
    public string Discipline { get; private set; } = "";

    /// <summary>
    /// How often each person may start, and the best counts: in a quiz as often as it allowed when the competition was published.
    /// </summary>
    public int Tries { get; private set; }

    /// <summary>How many sheets each contestant is judged by; 0 where nobody judges.</summary>
    public int Judges { get; private set; }

    /// <summary>What judges write down, since it was published; null where nobody judges.</summary>
    public Sheet? Sheet { get; private set; }

    /// <summary>The quiz that is answered; null where none is.</summary>
    public long? QuizId { get; private set; }

    /// <summary>Whether the shorter time decides between equal points of a quiz.</summary>
    public bool TieByTime { get; private set; }

    /// <summary>What it keeps of its quiz, since it was published; null where none is answered.</summary>
    public QuizRules? Rules { get; private set; }

    public Discipline Drill => Drills.Discipline.Named(Discipline)!;

    internal EventTerms Terms => new(Discipline, QuizId is null ? Tries : 1, Judges, QuizId, TieByTime);

    /// <summary>How long a try takes at the most.</summary>
    public TimeSpan Length => Rules?.Length ?? Drill.Length;

    internal void Keep(Sheet? sheet, QuizRules? rules) => (Sheet, Rules, Tries) = (sheet, rules, rules?.Tries ?? Tries);
}
