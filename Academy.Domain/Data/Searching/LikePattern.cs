namespace Academy.Domain.Data.Searching;

/// <summary>What somebody typed as a pattern of the store's LIKE: found anywhere, and nothing in it stands for something else.</summary>
internal static class LikePattern
{
    /// <summary>To be named beside each pattern.</summary>
    public const string Escape = "\\";

    public static string Holding(string text)
    {
        var plain = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{plain}%";
    }
}
