namespace Academy.Web.Pages.Shared;

public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    public const string Cookie = "academy-language";

    public static readonly IReadOnlyList<string> All = [Chinese, English];
}

public static class Appearances
{
    public const string Cookie = "academy-appearance";

    /// <summary>Follows the device.</summary>
    public const string Automatic = "auto";
    public static readonly IReadOnlyList<string> All = ["light", "dark", Automatic];
}
