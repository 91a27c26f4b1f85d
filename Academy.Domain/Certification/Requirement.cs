using Academy.Domain.Competitions.Drills;

namespace Academy.Domain.Certification;

public enum RequirementKind
{
    /// <summary>A course that was finished.</summary>
    Course,

    /// <summary>A quiz that was passed, or brought so many points.</summary>
    Quiz,

    /// <summary>A level of a drill, in practice or in a contest.</summary>
    Drill,

    /// <summary>A result of an event whose board is final.</summary>
    Contest,
}

/// <summary>One thing that a scheme asks for.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Of">The slug of the course, the quiz, the drill or the discipline.</param>
/// <param name="Mark">The least points of a quiz, or the result of an event as people say it; null where passing or a rank will do.</param>
/// <param name="Level">The level of a drill; 1 is the highest.</param>
/// <param name="Rank">The last rank of an event that is enough; null where any is.</param>
/// <param name="WithinMonths">For how long it counts; null for ever.</param>
public sealed record Requirement(
    RequirementKind Kind, string Of, decimal? Mark = null, int? Level = null, int? Rank = null, int? WithinMonths = null)
{
    public const int MostMonths = 120;
    public const int LowestLevel = 9;
    public const int LastRank = 1000;
    public const decimal HighestMark = 100_000;

    /// <summary>Why nothing can be required so.</summary>
    public SchemeRefusal? Refusal()
    {
        if (string.IsNullOrWhiteSpace(Of)) return SchemeRefusal.SubjectMissing;
        if (Kind == RequirementKind.Drill && !(Discipline.Named(Of) is { IsKeyed: true } && Level is >= 1 and <= LowestLevel))
            return SchemeRefusal.LevelOutOfRange;
        if (Kind == RequirementKind.Contest && Discipline.Named(Of) is null) return SchemeRefusal.UnknownSubject;
        if (Rank is < 1 or > LastRank) return SchemeRefusal.RankOutOfRange;
        if (Mark is < 0 or > HighestMark || decimal.Round(Mark ?? 0, 2) != (Mark ?? 0)) return SchemeRefusal.MarkOutOfRange;
        return WithinMonths is < 1 or > MostMonths ? SchemeRefusal.MonthsOutOfRange : null;
    }

    /// <summary>Whether what somebody did is what is asked for, whenever it was.</summary>
    public bool IsMetBy(Feat feat) => feat.Kind == Kind && feat.Of == Of && Kind switch
    {
        RequirementKind.Quiz => Mark is { } mark ? feat.Figure >= mark : feat.HasPassed,
        RequirementKind.Drill => feat.Level >= 1 && feat.Level <= Level,
        RequirementKind.Contest => (Rank is null || feat.Rank <= Rank) && (Mark is null || Reaches(feat.Figure, Mark.Value)),
        _ => true,
    };

    /// <summary>The last day on which it counts; null for ever.</summary>
    public DateOnly? CountsUntil(Feat feat) => WithinMonths is { } months ? feat.On.AddMonths(months) : null;

    public bool CountsOn(Feat feat, DateOnly day) => feat.On <= day && !(CountsUntil(feat) < day);

    private bool Reaches(decimal figure, decimal mark) => Discipline.Named(Of) is { IsRace: true } ? figure <= mark : figure >= mark;
}

/// <summary>Something that somebody did and that may be what a scheme asks for.</summary>
/// <param name="Kind">As what it counts.</param>
/// <param name="Of">The slug of the course, the quiz, the drill or the discipline.</param>
/// <param name="On">The day by the bank's clock.</param>
public sealed record Feat(RequirementKind Kind, string Of, DateOnly On)
{
    /// <summary>The points of a quiz, or the result of an event as people say it.</summary>
    public decimal Figure { get; init; }

    /// <summary>What a paper was worth; 0 for what is none.</summary>
    public decimal Worth { get; init; }
    public bool HasPassed { get; init; }

    /// <summary>The level that a run of a drill was on; 0 below all.</summary>
    public int Level { get; init; }

    /// <summary>The rank in an event.</summary>
    public int Rank { get; init; }
}
