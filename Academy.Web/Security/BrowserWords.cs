namespace Academy.Web.Security;

/// <summary>What people know a device by, from what its browser says of itself: Edge · Windows.</summary>
public static class BrowserWords
{
    // The first that is found stands: most browsers and systems also name those that they descend from.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger", "WeChat"), ("Edg", "Edge"), ("QQBrowser", "QQ"), ("360SE", "360"), ("360EE", "360"), ("UCBrowser", "UC"),
        ("HuaweiBrowser", "Huawei"), ("MiuiBrowser", "Xiaomi"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows", "Windows"), ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"),
        ("iPad", "iPad"), ("Mac OS X", "Mac"), ("UOS", "UOS"), ("Kylin", "Kylin"), ("Linux", "Linux"),
    ];

    /// <summary>Empty when nothing of it is known.</summary>
    public static string Of(string userAgent) =>
        string.Join(" · ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
