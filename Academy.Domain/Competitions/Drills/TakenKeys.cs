namespace Academy.Domain.Competitions.Drills;

/// <summary>What was taken down of a run, while more comes.</summary>
/// <param name="run">The run.</param>
/// <param name="acknowledged">The number of the last batch; 0 when there is none.</param>
/// <param name="count">How many keys that were.</param>
/// <param name="known">What stands in batches that may be sent again, by their number.</param>
internal sealed class TakenKeys(DrillRun run, int acknowledged, int count, IDictionary<int, string> known)
{
    /// <summary>What becomes of a batch, and what is to be written where it is the next.</summary>
    public (BatchOutcome Outcome, DrillBatch? Written) Take(SentBatch sent)
    {
        var batch = new DrillBatch(sent);
        if (known.TryGetValue(sent.Number, out var keys))
            return (new BatchOutcome(keys == batch.Keys ? null : DrillRefusal.OtherKeys, acknowledged), null);
        if (run.Refusal(sent, acknowledged, count) is { } refusal) return (new BatchOutcome(refusal, acknowledged), null);

        (acknowledged, count) = (sent.Number, count + sent.Keys.Count);
        known.Add(sent.Number, batch.Keys);
        return (new BatchOutcome(null, acknowledged), batch);
    }
}
