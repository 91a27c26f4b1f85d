namespace Academy.Web.Pages.Shared;

/// <summary>Where people want to go next, as an address or a form says it.</summary>
public static class ReturnAddress
{
    /// <summary>The address, if it is one of this site, in letters that a header carries; otherwise the other one.</summary>
    public static string Local(string? asked, string otherwise) =>
        asked is ['/', ..] and not ['/', '/' or '\\', ..] && !asked.Any(char.IsControl) ? InHeader(asked) : otherwise;

    /// <summary>An address of ours in letters that a header carries: numbers and codes may be Chinese.</summary>
    public static string InHeader(string address) => string.Concat(
        address.EnumerateRunes().Select(rune => rune.Value is > ' ' and <= '~' ? $"{rune}" : Uri.EscapeDataString($"{rune}")));
}
