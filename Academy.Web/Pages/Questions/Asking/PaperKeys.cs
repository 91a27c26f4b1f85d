using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Asking;

/// <summary>
/// What a page calls the things to choose from: by their places in the order drawn, "1" for the first. So it tells nothing of how
/// the bank has them, and a key of the bank is none here.
/// </summary>
public static class PaperKeys
{
    /// <summary>The key of what stands at a place, from 0.</summary>
    public static string At(int place) => FormattableString.Invariant($"{place + 1}");

    extension(IEnumerable<Option> drawn)
    {
        /// <summary>What the bank calls that which the page calls so; null when the page has no such key.</summary>
        public string? BankKeyOf(string paperKey) => drawn.Index().FirstOrDefault(at => At(at.Index) == paperKey).Item?.Key;

        public string PaperKeyOf(string bankKey) => At(drawn.Index().First(at => at.Item.Key == bankKey).Index);
    }
}
