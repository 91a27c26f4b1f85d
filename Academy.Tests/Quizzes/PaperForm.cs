using System.Globalization;
using Academy.Domain.Quizzes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Academy.Tests.Quizzes;

/// <summary>The form of a paper, as a browser without script posts it.</summary>
internal static class PaperForm
{
    /// <summary>What would be posted of the paper as it stands.</summary>
    public static List<KeyValuePair<string, string>> Fields(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll<IHtmlInputElement>("#paper input[type=hidden][name^=revision-], #paper input:checked")
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))];

    /// <summary>What the bank calls that which the page calls so, by the order drawn.</summary>
    /// <param name="slot">Where it is asked.</param>
    /// <param name="paperKey">The value of an input.</param>
    /// <param name="gap">The key of the gap where it is chosen; empty for the question itself.</param>
    public static string BankKey(this Slot slot, string paperKey, string gap = "") =>
        slot.Keys(gap)[int.Parse(paperKey, CultureInfo.InvariantCulture) - 1];

    /// <summary>The value of the input of what the bank calls so.</summary>
    public static string PaperKey(this Slot slot, string bankKey, string gap = "") => $"{slot.Keys(gap).IndexOf(bankKey) + 1}";

    private static List<string> Keys(this Slot slot, string gap)
    {
        var prefix = gap.Length == 0 ? "" : $"{gap}-";
        return [.. slot.OptionOrder.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..])];
    }
}
