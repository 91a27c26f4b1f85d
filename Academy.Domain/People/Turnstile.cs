namespace Academy.Domain.People;

/// <summary>
/// Lets so many through at once as half of the processors can look after, eight at the most, so that signing in never takes the
/// machine, nor its memory, from those who work. The others wait, without a thread, first come, first served; devices that somebody
/// has signed in on go before strange ones. Who finds too many from the same place, or too many waiting, is told to come back.
/// </summary>
public sealed class Turnstile
{
    /// <summary>Whoever was told to come back does so after this.</summary>
    public static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    // More at once would only let more of one address be on their way than it may have numbers (Tries).
    private const int MostPlaces = 8;
    private const int MostKnown = 512;
    private const int MostStrangers = 256;
    private const int MostOfNetwork = 128;
    private const int MostOfDevice = 4;

    private readonly Lock gate = new();
    private readonly LinkedList<Ticket> known = [];
    private readonly LinkedList<Ticket> strange = [];
    private int free = Math.Clamp(Environment.ProcessorCount / 2, 1, MostPlaces);

    /// <summary>Waits for a place, which is left by disposing of it.</summary>
    /// <returns>Null when too many wait.</returns>
    public async Task<IDisposable?> EnterAsync(Caller caller, CancellationToken ct)
    {
        var line = caller.Device is null ? strange : known;
        var ticket = new Ticket(caller.Device ?? caller.Network);
        lock (gate)
        {
            if (IsFull(line, ticket.From)) return null;
            Join(line, ticket);
        }

        return await WaitAsync(line, ticket, ct);
    }

    /// <summary>For somebody who has just been let through: waits among those who are known, however many they are.</summary>
    public Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        var ticket = new Ticket("");
        lock (gate) Join(known, ticket);
        return WaitAsync(known, ticket, ct);
    }

    private bool IsFull(LinkedList<Ticket> line, string from) => line == known
        ? line.Count >= MostKnown || line.Count(ticket => ticket.From == from) >= MostOfDevice
        : line.Count >= MostStrangers || line.Count(ticket => ticket.From == from) >= MostOfNetwork;

    private void Join(LinkedList<Ticket> line, Ticket ticket)
    {
        if (free == 0)
        {
            line.AddLast(ticket);
            return;
        }

        free--;
        ticket.Turn.SetResult();
    }

    private async Task<IDisposable> WaitAsync(LinkedList<Ticket> line, Ticket ticket, CancellationToken ct)
    {
        await using (ct.Register(() => GiveUp(line, ticket))) await ticket.Turn.Task;
        return new Place(this);
    }

    private void GiveUp(LinkedList<Ticket> line, Ticket ticket)
    {
        lock (gate)
        {
            // Who is not waiting any more has the place already.
            if (!line.Remove(ticket)) return;
        }

        ticket.Turn.SetCanceled();
    }

    private void Leave()
    {
        Ticket? next;
        lock (gate)
        {
            var line = known.Count > 0 ? known : strange;
            next = line.First?.Value;
            if (next is null) free++;
            else line.RemoveFirst();
        }

        next?.Turn.SetResult();
    }

    private sealed class Ticket(string from)
    {
        public string From { get; } = from;
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Place(Turnstile turnstile) : IDisposable
    {
        private Turnstile? turnstile = turnstile;

        public void Dispose() => Interlocked.Exchange(ref turnstile, null)?.Leave();
    }
}
