using Academy.Domain.People;

namespace Academy.Jobs.People;

/// <summary>Writes refused sign-ins down that were gathered for as long as tries are counted.</summary>
public sealed class TellRefusals(Doorkeeper doorkeeper) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct) => Tally.Of((Counted.RefusalsTold, await doorkeeper.TellRefusalsAsync()));
}
