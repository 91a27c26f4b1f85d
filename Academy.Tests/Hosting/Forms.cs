using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Academy.Tests.Hosting;

/// <summary>Reads and posts pages the way a browser without script does.</summary>
public static class Forms
{
    public static async Task<IHtmlDocument> GetPageAsync(this HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await answer.ReadPageAsync();
    }

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>The antiforgery token that the page carries.</summary>
    public static string Token(this IParentNode page) =>
        ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;

    /// <summary>Posts a form that has a file to the page that it is on.</summary>
    public static async Task<HttpResponseMessage> PostFileAsync(
        this HttpClient client, string page, string name, Stream content, string field = "file")
    {
        var form = await client.GetPageAsync(page);
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(form.Token()), "__RequestVerificationToken" },
            { new StreamContent(content), field, name },
        };
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("main form[enctype] input[type=hidden]:not([name^=__])"))
            parts.Add(new StringContent(hidden.Value), hidden.Name!);
        return await client.PostAsync(page, parts);
    }

    /// <summary>Posts fields to an address with the token of another page (or of the same).</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = (await client.GetPageAsync(page)).Token();
        return await client.PostAsync(address, new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    /// <summary>What the forms in the body of a page carry without showing it, each name once.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Hidden(this IParentNode page) => page
        .QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[type=hidden]")
        .Select(hidden => KeyValuePair.Create(hidden.Name!, hidden.Value))
        .DistinctBy(hidden => hidden.Key);

    /// <summary>Posts the form of a page that was looked at before, with what it carries without showing it.</summary>
    public static Task<HttpResponseMessage> PostSeenAsync(
        this HttpClient client, IParentNode page, string address, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(
            [.. page.Hidden(), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    /// <summary>Posts the form of a page as it is shown and filled in, to the address it is for or to another.</summary>
    public static async Task<HttpResponseMessage> PostShownAsync(
        this HttpClient client, string page, string? address = null, params (string Name, string Value)[] fields)
    {
        var hidden = (await client.GetPageAsync(page)).Hidden().Where(shown => fields.All(field => field.Name != shown.Key));
        return await client.PostAsync(address ?? page, new FormUrlEncodedContent(
            [.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
    }
}
