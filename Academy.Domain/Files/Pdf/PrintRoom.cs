namespace Academy.Domain.Files.Pdf;

/// <summary>A document as a file; without one there is no font, or too many wait for theirs.</summary>
public readonly record struct Printing(byte[]? File, bool IsCrowded);

/// <summary>
/// Prints one document at a time, so that printing never takes the machine from those who work. The others wait, without a thread,
/// first come, first served; whoever waits already, or finds too many waiting, is told to come back. What was printed last is kept.
/// </summary>
public sealed class PrintRoom(PdfPress press) : IDisposable
{
    /// <summary>Whoever was told to come back does so after this.</summary>
    public static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public const int MostWaiting = 16;
    public const int MostOfPerson = 2;
    private const int MostKept = 16;

    private readonly SemaphoreSlim place = new(1);
    private readonly Lock gate = new();
    private readonly List<long> line = [];
    private readonly LinkedList<(string Key, byte[] File)> kept = [];

    /// <param name="key">What the document is known by: the same is always the same.</param>
    /// <param name="personId">Who asks for it.</param>
    /// <param name="draw">Draws it, once it is its turn.</param>
    /// <param name="ct">Whether somebody waits.</param>
    public async Task<Printing> PrintAsync(string key, long personId, Func<PdfDocument> draw, CancellationToken ct)
    {
        lock (gate)
        {
            if (KeptAs(key) is { } before) return new Printing(before, IsCrowded: false);
            if (line.Count >= MostWaiting || line.Count(id => id == personId) >= MostOfPerson) return new Printing(null, IsCrowded: true);

            line.Add(personId);
        }

        try
        {
            await place.WaitAsync(ct);
            return new Printing(PrintInTurn(key, draw), IsCrowded: false);
        }
        finally
        {
            lock (gate) line.Remove(personId);
        }
    }

    public void Dispose() => place.Dispose();

    private byte[]? PrintInTurn(string key, Func<PdfDocument> draw)
    {
        try
        {
            lock (gate)
                if (KeptAs(key) is { } before)
                    return before;
            if (press.Print(draw()) is not { } file) return null;

            lock (gate)
            {
                kept.AddFirst((key, file));
                if (kept.Count > MostKept) kept.RemoveLast();
            }

            return file;
        }
        finally
        {
            place.Release();
        }
    }

    private byte[]? KeptAs(string key) => kept.FirstOrDefault(document => document.Key == key).File;
}
