namespace Academy.Tests.Faults;

/// <summary>When a server is taken away: so long after so many acknowledged answers.</summary>
public sealed record Moment(int Answers, TimeSpan Later)
{
    private const double MostMilliseconds = 30;

    /// <summary>Half of them at once: a false acknowledgement and its commit lie close together.</summary>
    public static Moment Draw(Random random) =>
        new(random.Next(20, 400), TimeSpan.FromMilliseconds(random.Next(2) * MostMilliseconds * random.NextDouble()));
}

/// <summary>People who sit at a quiz at the same time.</summary>
public sealed class ExamHall
{
    private readonly List<Examinee> examinees;

    private ExamHall(int seed) =>
        examinees = [.. Enumerable.Range(2, 8).Select(n => new Examinee($"E{n:D4}", new Random(seed + n)))];

    public static async Task<ExamHall> SeatAsync(Uri server, int seed)
    {
        var hall = new ExamHall(seed);
        await Task.WhenAll(hall.examinees.Select(e => e.SitDownAsync(server)));
        return hall;
    }

    /// <summary>All answer; at the given moment the server is taken away, and when nobody gets an answer any more this returns.</summary>
    public async Task AnswerUntilAsync(Moment moment, Action takeAway)
    {
        var acknowledged = 0;
        var takenAway = Task.CompletedTask;
        await Task.WhenAll(examinees.Select(e => e.AnswerUntilGoneAsync(() =>
        {
            if (Interlocked.Increment(ref acknowledged) == moment.Answers) takenAway = TakeAwayAsync();
        })));
        await takenAway;

        async Task TakeAwayAsync()
        {
            await Task.Delay(moment.Later);
            takeAway();
        }
    }

    /// <summary>All come back; what of the acknowledged answers is not stored.</summary>
    public async Task<IReadOnlyList<string>> ReturnAsync(Uri server) =>
        [.. (await Task.WhenAll(examinees.Select(e => e.ReturnAsync(server)))).SelectMany(lost => lost)];

    /// <summary>All send what was still open and go on.</summary>
    public Task GoOnAsync() => Task.WhenAll(examinees.Select(async e =>
    {
        await e.AnswerAsync();
        await e.AnswerAsync();
    }));
}
