namespace Academy.Domain.Competitions.Drills;

/// <summary>What came of a run.</summary>
/// <param name="Terms">What it was about.</param>
/// <param name="Keys">How many keys were hit.</param>
/// <param name="Erasures">How many were taken back.</param>
/// <param name="Pace">Keys, or characters, in every ten seconds, up to the last.</param>
public abstract record DrillResult(DrillTerms Terms, int Keys, int Erasures, IReadOnlyList<int> Pace)
{
    public abstract int Right { get; }
    public abstract int Wrong { get; }

    /// <summary>Null where there is no result.</summary>
    public abstract int? Score { get; }

    /// <summary>From 0 to 1.</summary>
    public abstract decimal Accuracy { get; }
}
