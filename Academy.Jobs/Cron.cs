using System.Globalization;
using System.Text.RegularExpressions;
using Academy.Domain.Scheduling;
using Quartz;

namespace Academy.Jobs;

/// <summary>At the moments that a cron expression names on the bank's clocks, each day once whatever becomes of its hours.</summary>
public sealed partial record Cron(string Expression, TimeZoneInfo Zone) : Rhythm
{
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromHours(3);

    private readonly CronExpression moments = new(Expression, Zone);

    /// <summary>The time of an expression that names one of each day; null for others.</summary>
    public TimeOnly? Daily => DailyTime().Match(Expression) is { Success: true } match
        ? new TimeOnly(Number(match, "hour"), Number(match, "minute"), Number(match, "second"))
        : null;

    /// <summary>Counted from before the hour that a change of the clocks may repeat: whoever asks within it gets no moment twice.</summary>
    public override DateTimeOffset? NextDue(DateTimeOffset after)
    {
        var next = moments.GetNextValidTimeAfter(after - LongestRepeat);
        while (next <= after) next = moments.GetNextValidTimeAfter(next.Value);
        return next;
    }

    private static int Number(Match match, string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<second>\d+) (?<minute>\d+) (?<hour>\d+) (?:\*|\?) \* (?:\*|\?)\z")]
    private static partial Regex DailyTime();
}
