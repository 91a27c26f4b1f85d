namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// What the keys of a run come to: it takes as long as there are many of them, and so it is made out before the turn in which the run
/// ends.
/// </summary>
/// <param name="RunId">Of which run.</param>
/// <param name="Batches">How many batches were looked at: all, as long as no further one was taken down.</param>
/// <param name="Result">What they come to.</param>
/// <param name="Doubts">Why somebody should look at them.</param>
/// <param name="Rhythm">By which they are known when they are sent again.</param>
internal sealed record Examination(long RunId, int Batches, DrillResult Result, IReadOnlyList<Doubt> Doubts, string? Rhythm)
{
    public static Examination Of(DrillRun run, IReadOnlyList<ReceivedKeys> pieces)
    {
        var keys = pieces.SelectMany(piece => piece.Keys).ToList();
        var doubts = StreamDoubts.Of(run.Terms.Discipline, run.StartedAt, pieces);
        return new Examination(run.Id, pieces.Count, Replay.Of(run.Terms, keys), doubts, KeyStrokes.Rhythm(keys));
    }
}
