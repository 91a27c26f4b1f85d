using Academy.Domain.Competitions.Drills;

namespace Academy.Jobs.Competitions;

/// <summary>Ends the drills that nobody has ended, once their time and grace are over.</summary>
public sealed class EndOverdueRuns(Timekeeper timekeeper) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct) => Tally.Of((Counted.DrillsEnded, await timekeeper.EndOverdueAsync(ct)));
}
