using Academy.Domain.Reminders;

namespace Academy.Jobs.Reminders;

/// <summary>Writes to everybody in the morning what they are to be told of. When that is and whether it is done, the store says.</summary>
public sealed class WriteReminders(Herald herald) : ITimedJob
{
    public async Task<Tally> RunAsync(CancellationToken ct) => await herald.WriteAsync(ct) is { } round
        ? Tally.Of((Counted.DigestsWritten, round.Letters), (Counted.RemindersTold, round.Reminders))
        : Tally.Nothing;
}
