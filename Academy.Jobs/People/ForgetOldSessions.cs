using Academy.Domain.People.Sessions;

namespace Academy.Jobs.People;

/// <summary>Removes the sessions that nobody can come back to.</summary>
public sealed class ForgetOldSessions(Porter porter) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct) => Tally.Of((Counted.SessionsForgotten, await porter.ForgetAsync(ct)));
}
