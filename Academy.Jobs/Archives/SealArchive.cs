using Academy.Domain.Archives;

namespace Academy.Jobs.Archives;

/// <summary>Seals the months, quarters and years of the score archive that are over, and copies their heads out of the house.</summary>
public sealed class SealArchive(Archivist archivist, HeadFiles files) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct)
    {
        var done = await archivist.SealDueAsync(ct);
        var (copied, trouble) = await files.WriteAsync(ct);
        return Tally.Of((Counted.EditionsSealed, done.Editions), (Counted.HeadsSealed, done.Heads), (Counted.HeadsCopied, copied)) with
        {
            Trouble = trouble,
        };
    }
}
