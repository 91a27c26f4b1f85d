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

    public static KeyValuePair<string, string> Checked(int slot, string key) => KeyValuePair.Create($"slot-{slot}", key);
}
