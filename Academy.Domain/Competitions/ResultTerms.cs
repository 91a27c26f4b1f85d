namespace Academy.Domain.Competitions;

public enum AwardRule
{
    /// <summary>No prizes.</summary>
    None,

    /// <summary>So many of each.</summary>
    Count,

    /// <summary>So many of a hundred who have a result, a part of one left off.</summary>
    Share,
}

public enum Award { First, Second, Third }

/// <summary>Who gets a prize in an event (一、二、三等奖). Whoever shares the rank of the last who gets one gets it, too.</summary>
/// <param name="Rule">What the numbers count.</param>
/// <param name="First">How many first prizes, or their share.</param>
/// <param name="Second">The same of second prizes.</param>
/// <param name="Third">The same of third prizes.</param>
/// <param name="Cap">No more than so many of a hundred have the first prize, a part of one left off; null where nothing says so.</param>
public sealed record AwardTerms(AwardRule Rule, int First, int Second, int Third, int? Cap = null)
{
    public const int Most = 100;

    public static readonly AwardTerms Usual = new(AwardRule.Count, 1, 2, 3);

    /// <summary>How many of each there are among so many who have a result, from the first prize down.</summary>
    public IReadOnlyList<int> Places(int people)
    {
        int[] declared = [First, Second, Third];
        int[] places = Rule switch
        {
            AwardRule.Count => declared,
            AwardRule.Share => [.. declared.Select(share => people * share / 100)],
            _ => [0, 0, 0],
        };
        if (Cap is { } cap) places[0] = Math.Min(places[0], people * cap / 100);
        return places;
    }

    /// <summary>What somebody gets of a rank among so many; a prize begins where those before it are given.</summary>
    public Award? Of(int rank, int people)
    {
        var given = 0;
        foreach (var (award, places) in Places(people).Index())
        {
            given += places;
            if (rank <= given) return (Award)award;
        }

        return null;
    }

    public bool IsPossible =>
        First is >= 0 and <= Most && Second is >= 0 and <= Most && Third is >= 0 and <= Most && Cap is null or (>= 1 and <= Most)
        && (Rule != AwardRule.Share || First + Second + Third <= Most);
}

/// <summary>What somebody is called who reaches a level in an event (技术能手); empty for a level without a title.</summary>
public sealed record TitleTerms(string First, string Second, string Third)
{
    public const int Longest = 20;

    public static readonly TitleTerms Usual = new("技术能手", "业务标兵", "");

    /// <summary>By the number of the level.</summary>
    public IReadOnlyList<string> ByLevel() => [First, Second, Third];
}

public enum AllRoundFormula
{
    /// <summary>The best of each event has 100 points, the others as much as their result is of it.</summary>
    Scaled,

    /// <summary>The first of each event has as many points as people have a result in it, each rank below one less.</summary>
    RankPoints,
}

/// <summary>How branches compare: by the mean of their best few, and not with fewer people than the floor.</summary>
public sealed record TeamTerms(int Best, int Floor)
{
    public const int Most = 50;

    public static readonly TeamTerms Usual = new(3, 3);

    public bool IsPossible => Best is >= 1 and <= Most && Floor is >= 1 and <= Most;
}

/// <summary>What the results of a competition bring, and how they add up.</summary>
/// <param name="Awards">Who gets a prize in an event.</param>
/// <param name="Titles">What it is called to reach a level.</param>
/// <param name="AllRound">What a result in one event is worth among all.</param>
/// <param name="Teams">How branches compare.</param>
/// <param name="ObjectionHours">For so long after the last try is over may somebody object; 0 for not at all.</param>
public sealed record ResultTerms(
    AwardTerms Awards, TitleTerms Titles, AllRoundFormula AllRound, TeamTerms Teams, int ObjectionHours)
{
    public const int LongestObjectionHours = 720;

    public static readonly ResultTerms Usual = new(AwardTerms.Usual, TitleTerms.Usual, AllRoundFormula.Scaled, TeamTerms.Usual, 48);
}
