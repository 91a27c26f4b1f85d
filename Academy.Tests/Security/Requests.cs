using System.Net.Http.Headers;
using Academy.Tests.Hosting;

namespace Academy.Tests.Security;

internal static class Requests
{
    /// <summary>
    /// Requests as a reverse proxy on the same machine passes them on, saying by which scheme they
    /// came. It keeps no cookies.
    /// </summary>
    public static HttpClient NewClientBehindProxy(this AcademyApp app, string scheme)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return client;
    }

    public static Task<HttpResponseMessage> PostTokenAsync(
        this HttpClient client, string token, string address, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient client, string? token, string address, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Content = new StringContent(json, new MediaTypeHeaderValue("application/json")),
        };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        return client.SendAsync(request);
    }
}
