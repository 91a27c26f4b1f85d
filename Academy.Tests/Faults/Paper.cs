using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Faults;

/// <summary>One question as an attempt page shows it, with what is stored: canonical JSON, or null when nothing is chosen.</summary>
public sealed record PaperSlot(int Number, int Revision, string? Value, bool TakesSeveral, IReadOnlyList<string> Options)
{
    public static PaperSlot Of(IElement question)
    {
        var options = question.QuerySelectorAll<IHtmlInputElement>("input[name^=slot-]").ToList();
        var takesSeveral = question.GetAttribute("data-type") == "multiple-choice";
        return new PaperSlot(
            int.Parse(question.GetAttribute("data-slot")!, CultureInfo.InvariantCulture),
            int.Parse(question.GetAttribute("data-revision")!, CultureInfo.InvariantCulture),
            ValueOf(options.Where(o => o.IsChecked), takesSeveral), takesSeveral, [.. options.Select(o => o.Value)]);
    }

    /// <summary>Some choice that the question takes.</summary>
    public string Choose(Random random) =>
        ValueOf(random.GetItems([.. Options], TakesSeveral ? 2 : 1).Distinct(), TakesSeveral)!;

    private static string? ValueOf(IEnumerable<IHtmlInputElement> chosen, bool takesSeveral) =>
        ValueOf(chosen.Select(o => o.Value), takesSeveral);

    private static string? ValueOf(IEnumerable<string> chosen, bool takesSeveral)
    {
        var keys = chosen.Order(StringComparer.Ordinal).ToList();
        if (keys.Count == 0) return null;
        return takesSeveral ? JsonSerializer.Serialize(keys) : JsonSerializer.Serialize(keys.Single());
    }
}

/// <summary>What an attempt page tells: the deadline, the time left, and each question.</summary>
public sealed record Paper(DateTimeOffset Deadline, TimeSpan TimeLeft, IReadOnlyList<PaperSlot> Slots)
{
    public static Paper Of(IHtmlDocument page)
    {
        var form = page.QuerySelector("[data-deadline]")!;
        return new Paper(
            DateTimeOffset.Parse(form.GetAttribute("data-deadline")!, CultureInfo.InvariantCulture),
            TimeSpan.FromSeconds(int.Parse(form.GetAttribute("data-remaining")!, CultureInfo.InvariantCulture)),
            [.. page.QuerySelectorAll("[data-slot][data-type]").Select(PaperSlot.Of)]);
    }
}
