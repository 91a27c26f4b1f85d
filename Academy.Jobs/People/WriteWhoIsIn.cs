using Academy.Domain.People.Sessions;

namespace Academy.Jobs.People;

/// <summary>Writes down who was seen in the last minute, for the other processes and the next start.</summary>
public sealed class WriteWhoIsIn(Porter porter) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct)
    {
        await porter.WriteDownAsync(ct);
        return Tally.Nothing;
    }
}
