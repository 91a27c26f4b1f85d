using System.Net;
using Academy.Tests.Hosting;

namespace Academy.Tests.Security;

/// <summary>What every answer carries, whatever it is an answer to.</summary>
public sealed class HeadersTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    [Theory]
    [InlineData("/account/login")]
    [InlineData("/")]
    [InlineData("/no/such/page")]
    [InlineData("/api/no/such")]
    [InlineData("/error")]
    [InlineData("/health/live")]
    [InlineData("/css/academy.css")]
    public async Task Every_answer_allows_nothing_inline_no_frame_and_no_guessing_of_types(string address)
    {
        var answer = await academy.App.NewClient().GetAsync(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/courses/professional-ethics/general")]
    [InlineData("/quizzes/1")]
    [InlineData("/no/such/page")]
    [InlineData("/health/ready")]
    public async Task Pages_and_JSON_stay_out_of_every_cache(string address)
    {
        var person = await academy.App.SignInAsync("E0001");
        Assert.True((await person.GetAsync(address)).Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("A0001", "/admin/audit/export")]
    [InlineData("B0001", "/branch/coverage.xlsx")]
    [InlineData("B0001", "/branch/attestations/export")]
    [InlineData("T0001", "/authoring/banks/1/export?format=gift")]
    [InlineData("T0001", "/authoring/banks/1/export?format=xlsx")]
    [InlineData("T0001", "/authoring/banks/1/export?format=moodle-xml")]
    public async Task What_people_take_along_stays_out_of_every_cache(string number, string address)
    {
        var answer = await (await academy.App.SignInAsync(number)).GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task What_a_script_is_answered_stays_out_of_every_cache()
    {
        var person = await academy.App.SignInAsync("E0001");
        var lesson = await person.GetPageAsync("/courses/professional-ethics/general");

        var answer = await person.PutJsonAsync(
            lesson.Token(), "/api/courses/professional-ethics/general/progress", """{"visibleSeconds": 1, "clause": 1}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("http", false)]
    [InlineData("https", true)]
    public async Task Cookies_are_out_of_reach_of_scripts_and_secure_over_https(string scheme, bool secure)
    {
        var client = academy.App.NewClientBehindProxy(scheme);
        var login = await client.GetAsync("/account/login");
        var token = (await login.ReadPageAsync()).Token();
        // The line to the proxy is plain, so the browser's jar would keep secure cookies back.
        client.DefaultRequestHeaders.Add("Cookie", Cookies(login).Single().Split(';')[0]);

        List<string> cookies =
        [
            .. Cookies(login),
            .. Cookies(await client.PostTokenAsync(token, "/preferences/language", ("language", "en"))),
            .. Cookies(await client.PostTokenAsync(token, "/preferences/appearance", ("appearance", "dark"))),
            .. Cookies(await client.PostTokenAsync(
                token, "/account/login", ("EmployeeNumber", "E0001"), ("Password", OpenedAcademy.Password))),
        ];

        Assert.Equal(
            ["academy-appearance", "academy-device", "academy-form", "academy-language", "academy-session"],
            cookies.Select(c => c.Split('=')[0]).Distinct().Order());
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
        });
    }

    [Theory]
    [InlineData("/css/academy.css", "text/css")]
    [InlineData("/js/attempt/attempt.js", "text/javascript")]
    [InlineData("/icons.svg", "image/svg+xml")]
    [InlineData("/Identity/lib/bootstrap/dist/css/bootstrap.min.css", "text/css")]
    public async Task Static_files_need_no_sign_in(string address, string type)
    {
        var answer = await academy.App.NewClient().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.False(answer.Headers.CacheControl?.NoStore);
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];
}
