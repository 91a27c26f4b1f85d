using Academy.Tests.Hosting;

namespace Academy.Tests.People;

/// <summary>Language and appearance belong to the screen: they are there before anybody signs in and stay after.</summary>
public sealed class PreferencesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Fact]
    public async Task The_language_is_Chinese_whatever_the_browser_asks_for_until_the_person_chooses()
    {
        var client = academy.App.NewClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-US");

        Assert.Equal("zh-CN", await LanguageAsync(client));
        await ChooseAsync(client, "language", "en");
        Assert.Equal("en", await LanguageAsync(client));
        await ChooseAsync(client, "language", "zh-CN");
        Assert.Equal("zh-CN", await LanguageAsync(client));
    }

    [Fact]
    public async Task The_appearance_follows_the_device_until_the_person_chooses()
    {
        var client = academy.App.NewClient();

        Assert.Null(await AppearanceAsync(client));
        await ChooseAsync(client, "appearance", "dark");
        Assert.Equal("dark", await AppearanceAsync(client));
        await ChooseAsync(client, "appearance", "light");
        Assert.Equal("light", await AppearanceAsync(client));
        await ChooseAsync(client, "appearance", "auto");
        Assert.Null(await AppearanceAsync(client));
    }

    [Theory]
    [InlineData("language", "fr")]
    [InlineData("language", "zh-CN|uic=xx")]
    [InlineData("appearance", "purple")]
    [InlineData("appearance", "dark\" onload=\"alert(1)")]
    public async Task What_is_no_choice_changes_nothing(string preference, string value)
    {
        var client = academy.App.NewClient();

        var answer = await ChooseAsync(client, preference, value);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(("zh-CN", null), (await LanguageAsync(client), await AppearanceAsync(client)));
    }

    [Fact]
    public async Task A_cookie_that_somebody_wrote_by_hand_is_not_believed()
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = academy.App.Address };
        client.DefaultRequestHeaders.Add("Cookie", "academy-language=c=xx|uic=xx; academy-appearance=purple");
        Assert.Equal(("zh-CN", null), (await LanguageAsync(client), await AppearanceAsync(client)));
    }

    [Theory]
    [InlineData("/quizzes?tab=2", "/quizzes?tab=2")]
    [InlineData("/search?q=柜员", "/search?q=%E6%9F%9C%E5%91%98")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("", "/")]
    public async Task A_choice_leads_back_to_where_it_was_made_and_to_no_other_site(string returnUrl, string destination)
    {
        var answer = await ChooseAsync(academy.App.NewClient(), "language", "en", returnUrl);
        Assert.Equal(destination, answer.Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> ChooseAsync(
        HttpClient client, string preference, string value, string returnUrl = "/account/login") =>
        client.PostFormAsync("/account/login", $"/preferences/{preference}", (preference, value), ("returnUrl", returnUrl));

    private static async Task<string?> LanguageAsync(HttpClient client) =>
        (await client.GetPageAsync("/account/login")).DocumentElement.GetAttribute("lang");

    private static async Task<string?> AppearanceAsync(HttpClient client) =>
        (await client.GetPageAsync("/account/login")).DocumentElement.GetAttribute("data-bs-theme") is { Length: > 0 } chosen
            ? chosen
            : null;
}
