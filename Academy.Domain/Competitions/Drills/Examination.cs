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
    /// <summary>Of the slips of a right sum, one in so many may be keyed otherwise than it stands.</summary>
    private const int MostUnread = 4;

    public static Examination Of(DrillRun run, IReadOnlyList<ReceivedKeys> pieces)
    {
        var keys = pieces.SelectMany(piece => piece.Keys).ToList();
        var result = Replay.Of(run.Terms, keys);
        var doubts = StreamDoubts.Of(run.Terms.Discipline, run.StartedAt, pieces);
        if (result is KeyedResult keyed && Unread(keyed) is { } unread) doubts = [.. doubts, unread];
        return new Examination(run.Id, pieces.Count, result, doubts, KeyStrokes.Rhythm(keys));
    }

    /// <summary>Right sums of slips that were hardly keyed: somebody has reckoned elsewhere.</summary>
    private static Doubt? Unread(KeyedResult result)
    {
        if (result.Terms.Discipline.Kind != DrillKind.Slips) return null;

        var found = result.Tasks.Where(task => task.IsRight && task.Misread.Count() * MostUnread > task.Task.Fields.Count).ToList();
        return found.Count == 0 ? null : new Doubt(DoubtReason.NotKeyed, found[0].At, found.Sum(task => task.Misread.Count()));
    }
}
