using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;

namespace Academy.Tests.Browser;

/// <summary>What somebody looks at the academy with.</summary>
public sealed record Device(int Width, string Language = Languages.Chinese, ColorScheme Scheme = ColorScheme.Light, bool HasScript = true)
{
    private const int PhoneWidth = 390;

    public static readonly Device CounterPc = new(1280);
    public static readonly Device Phone = new(PhoneWidth);

    /// <summary>The narrowest screen that WCAG asks for, and a counter PC at 400 %.</summary>
    public static readonly Device SmallPhone = new(320);

    public string Name => $"{Language}, {Width} px, {Scheme}";

    private bool IsPhone => Width <= PhoneWidth;

    public BrowserNewContextOptions Options => new()
    {
        ViewportSize = new() { Width = Width, Height = 844 },
        HasTouch = IsPhone,
        ColorScheme = Scheme,
        JavaScriptEnabled = HasScript,
    };

    /// <summary>The language as its cookie keeps it.</summary>
    public Cookie LanguageCookie(Uri academy) => new()
    {
        Name = Languages.Cookie,
        Value = Uri.EscapeDataString(CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Language))),
        Url = academy.ToString(),
    };
}
