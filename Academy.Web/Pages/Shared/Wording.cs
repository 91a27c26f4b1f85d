using System.Globalization;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Shared;

/// <summary>Says days, times, lengths and names the way the screen's language does, in bank time.</summary>
public sealed class Wording(BankZone zone, IStringLocalizer<SharedTexts> words)
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>The name in the language of the screen; the Chinese one where there is no other.</summary>
    public string In(string chinese, string english) => IsChinese || english.Length == 0 ? chinese : english;

    public string Day(DateTimeOffset instant) => Format(instant, "Format.Day");

    public string DayAndWeekday(DateTimeOffset instant) => Format(instant, "Format.DayAndWeekday");

    public string DayAndTime(DateTimeOffset instant) => Format(instant, "Format.DayAndTime");

    /// <summary>With the year, for records.</summary>
    public string DateAndTime(DateTimeOffset instant) => Format(instant, "Format.DateAndTime");

    public string Time(DateTimeOffset instant) => zone.ToBankTime(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string TimeWithSeconds(DateTimeOffset instant) => zone.ToBankTime(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Month(DateTimeOffset instant) => Format(instant, "Format.Month");

    public DateOnly DayOf(DateTimeOffset instant) => zone.DayOf(instant);

    public string Date(DateOnly day) => day.ToString(words["Format.Day"], CultureInfo.CurrentCulture);

    public string Minutes(TimeSpan length) => words["Minutes", Count.Of((long)Math.Ceiling(length.TotalMinutes))];

    /// <summary>Minutes and seconds: 21 分 18 秒.</summary>
    public string Length(TimeSpan length) => words["MinutesAndSeconds", (long)length.TotalMinutes, length.Seconds];

    /// <summary>A text that may be long, in a sentence that may not.</summary>
    public static string Shortened(string text, int most) => text.Length <= most ? text : $"{Cut.Start(text, most)}…";

    /// <summary>The size of a file: 820 KB, 3.4 MB.</summary>
    public static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes >> 10)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MB");

    public string Greeting(DateTimeOffset now, string name) => zone.ToBankTime(now).Hour switch
    {
        < 5 => words["Greeting.Night", name],
        < 12 => words["Greeting.Morning", name],
        < 18 => words["Greeting.Afternoon", name],
        _ => words["Greeting.Evening", name],
    };

    /// <summary>A deadline in short: 今天 18:00 截止, 明天 18:00 截止, 11月30日截止.</summary>
    public string Due(DateTimeOffset dueAt, DateTimeOffset now) => DaysBetween(now, dueAt) switch
    {
        0 => words["Due.Today", Time(dueAt)],
        1 => words["Due.Tomorrow", Time(dueAt)],
        _ => words["Due.Day", Day(dueAt)],
    };

    /// <summary>A last day in short: 今天截止, 明天截止, 11月30日截止; what is past says since when it is overdue.</summary>
    public string Due(DateOnly day, DateTimeOffset now) => (day.DayNumber - zone.DayOf(now).DayNumber) switch
    {
        < 0 and var days => words["Due.Overdue", Count.Of(-days)],
        0 => words["Due.OnToday"],
        1 => words["Due.OnTomorrow"],
        _ => words["Due.Day", Date(day)],
    };

    /// <summary>Whole days until a last day; null on the last two, whose names say it, and when it is past.</summary>
    public string? DaysLeft(DateOnly day, DateTimeOffset now) =>
        day.DayNumber - zone.DayOf(now).DayNumber is > 1 and var days ? words["Left.Days", Count.Of(days)].Value : null;

    public bool IsDueToday(DateTimeOffset dueAt, DateTimeOffset now) => DaysBetween(now, dueAt) == 0;

    public bool IsDueToday(DateOnly day, DateTimeOffset now) => day == zone.DayOf(now);

    /// <summary>How long there is still: minutes in the last hour, hours and minutes on the last day, whole days before.</summary>
    public string TimeLeft(DateTimeOffset dueAt, DateTimeOffset now)
    {
        var left = dueAt - now;
        if (left < TimeSpan.FromHours(1)) return words["Left.Minutes", Count.Of((long)Math.Ceiling(left.TotalMinutes))];

        return left < TimeSpan.FromDays(1)
            ? words["Left.Hours", Count.Of((long)left.TotalHours), Count.Of(left.Minutes)]
            : words["Left.Days", Count.Of(DaysBetween(now, dueAt))];
    }

    /// <summary>第一条, as clauses are counted.</summary>
    public string Clause(int number) => IsChinese ? $"第{ChineseNumerals.Of(number)}条" : words["Clause", number];

    public string ConfidenceOf(Source source) => words[$"Confidence.{source.Confidence}"];

    private int DaysBetween(DateTimeOffset now, DateTimeOffset then) => zone.DayOf(then).DayNumber - zone.DayOf(now).DayNumber;

    private string Format(DateTimeOffset instant, string format) =>
        zone.ToBankTime(instant).ToString(words[format], CultureInfo.CurrentCulture);
}
