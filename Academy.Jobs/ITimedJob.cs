namespace Academy.Jobs;

/// <summary>What happens by the clock: it finds in the store what is due, and harms nobody when it is done twice.</summary>
public interface ITimedJob
{
    Task<Tally> RunAsync(CancellationToken ct);
}
