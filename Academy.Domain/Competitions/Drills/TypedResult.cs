namespace Academy.Domain.Competitions.Drills;

/// <summary>What came of a typed text.</summary>
/// <param name="Terms">What it was about.</param>
/// <param name="Alignment">What was typed beside what was to be.</param>
/// <param name="Keys">How many characters came, and how often one was taken back or something was refused.</param>
/// <param name="Erasures">How many characters were taken back.</param>
/// <param name="Refusals">How often something was pasted or dropped, and not taken.</param>
/// <param name="Pace">Characters in every ten seconds, up to the last.</param>
public sealed record TypedResult(
    DrillTerms Terms, Alignment Alignment, int Keys, int Erasures, int Refusals, IReadOnlyList<int> Pace)
    : DrillResult(Terms, Keys, Erasures, Pace)
{
    public override int Right => Alignment.Right;
    public override int Wrong => Alignment.Wrong + Alignment.Missing + Alignment.Extra;

    public bool IsAccurate => Accuracy >= Terms.Discipline.LeastAccuracy;

    /// <summary>The net characters; null when there are none, or too many of them were not right.</summary>
    public override int? Score => Right > 0 && IsAccurate ? Alignment.Net : null;

    public override decimal Accuracy => Alignment.Accuracy;
}
