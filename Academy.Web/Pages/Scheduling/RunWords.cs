using System.Globalization;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Scheduling;

/// <summary>Says when jobs run and how their runs went.</summary>
public sealed class RunWords(Wording say, IStringLocalizer<SchedulingTexts> words)
{
    public string When(Rhythm rhythm) => rhythm switch
    {
        Every { Interval: var interval } when interval < TimeSpan.FromMinutes(1) =>
            words["When.Seconds", Count.Of((long)interval.TotalSeconds)],
        Every { Interval: var interval } => words["When.Minutes", Count.Of((long)interval.TotalMinutes)],
        Cron { Daily: { } time } => words["When.Daily", time.ToString("HH:mm", CultureInfo.InvariantCulture)],
        Cron cron => words["When.Cron", cron.Expression],
        _ => "",
    };

    /// <summary>What a run has done; a count that nobody has put into words is shown as it is kept.</summary>
    public IEnumerable<string> CountsOf(Run run) => run.Counts.Select(part =>
        Enum.TryParse<Counted>(part.Key, out var what) ? words[$"Count.{what}", Count.Of(part.Value)] : $"{part.Key} {part.Value}");

    public string? LengthOf(Run run) => run.Length switch
    {
        null => null,
        { TotalMinutes: < 1 } length => words["Length.Seconds", length.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)],
        { } length => say.Length(length),
    };
}
