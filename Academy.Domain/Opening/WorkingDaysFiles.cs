using System.Globalization;
using Academy.Domain.Reminders;
using YamlDotNet.Core;

namespace Academy.Domain.Opening;

/// <summary>Reads the holidays of each year that has been announced, and the days that are worked instead.</summary>
public static class WorkingDaysFiles
{
    private const string Folder = "calendar";

    /// <summary>A year without a file has weekends alone.</summary>
    /// <exception cref="ContentException">A file cannot be read, or names a day that is named already.</exception>
    public static WorkingDays Read(string contentDirectory)
    {
        var place = Path.Combine(contentDirectory, Folder);
        if (!Directory.Exists(place)) return WorkingDays.Plain;

        var named = new Dictionary<DateOnly, SpecialDay>();
        foreach (var path in Directory.GetFiles(place, "*.yaml").Order(StringComparer.Ordinal))
        {
            foreach (var day in DaysIn(path))
            {
                if (!named.TryAdd(day.Day, day)) throw new ContentException(NameOf(path), $"{day.Day:yyyy-MM-dd} is named twice.");
            }
        }

        return new WorkingDays(named.Values);
    }

    private static string NameOf(string path) => $"{Folder}/{Path.GetFileName(path)}";

    private static IReadOnlyList<SpecialDay> DaysIn(string path)
    {
        try
        {
            var source = Yaml.Read<WorkingDaysSource>(File.ReadAllText(path));
            return [.. source.Holidays.SelectMany(holiday => holiday.Days()), .. source.Worked.Select(Worked)];
        }
        catch (Exception failure) when (failure is YamlException or FormatException)
        {
            throw new ContentException(NameOf(path), failure.Message, failure);
        }
    }

    private static SpecialDay Worked(string day) => new(DateOnly.Parse(day, CultureInfo.InvariantCulture), true, "", "");
}

/// <summary>The special days of a year as their file has them.</summary>
internal sealed class WorkingDaysSource
{
    public List<HolidaySource> Holidays { get; init; } = [];
    public List<string> Worked { get; init; } = [];
}

/// <summary>A holiday from its first day to its last.</summary>
internal sealed class HolidaySource
{
    public required string Name { get; init; }
    public string English { get; init; } = "";
    public required string From { get; init; }
    public required string Until { get; init; }

    public IEnumerable<SpecialDay> Days()
    {
        var last = DateOnly.Parse(Until, CultureInfo.InvariantCulture);
        for (var day = DateOnly.Parse(From, CultureInfo.InvariantCulture); day <= last; day = day.AddDays(1))
            yield return new SpecialDay(day, false, Name, English);
    }
}
