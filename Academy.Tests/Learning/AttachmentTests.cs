using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Academy.Tests.Hosting;

namespace Academy.Tests.Learning;

/// <summary>Files beside a lesson, from the form to whoever opens them.</summary>
public sealed class AttachmentTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    public static TheoryData<string, string, string> Kinds => new()
    {
        { "须知.pdf", "application/pdf", "%PDF-1.7 … %%EOF" },
        { "照片.jpg", "image/jpeg", "\u00FF\u00D8\u00FF…" },
        { "动图.gif", "image/gif", "GIF89a…" },
        { "图.webp", "image/webp", "RIFF0000WEBP" },
        { "录音.mp3", "audio/mpeg", "ID3…" },
        { "录音.m4a", "audio/mp4", "0000ftypM4A " },
        { "录音.ogg", "audio/ogg", "OggS…" },
        { "示范.mp4", "video/mp4", "0000ftypisom" },
        { "示范.webm", "video/webm", "\u001AE\u00DF\u00A3…webm" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_brought_is_served_as_it_is_and_can_do_nothing(string name, string mediaType, string content)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        var address = await academy.App.AttachAsync(name, bytes);

        using var answer = await (await academy.App.SignInAsync("E0001")).GetAsync(address);

        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            (mediaType, "inline"),
            (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal(mediaType != "application/pdf", policy.EndsWith("; sandbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slides_are_taken_along_under_their_name()
    {
        var address = await academy.App.AttachAsync("讲义.pptx", Uploads.Slides().ToArray());

        using var answer = await (await academy.App.SignInAsync("E0001")).GetAsync(address);

        Assert.Equal(
            ("attachment", "讲义.pptx"),
            (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
    }

    [Fact]
    public async Task A_recording_is_sent_in_parts_and_not_again_when_it_is_known()
    {
        var address = await academy.App.AttachAsync("一段话.mp3", "ID3 一段话"u8.ToArray());
        var reader = await academy.App.SignInAsync("E0001");

        using var part = await SendAsync(reader, address, request => request.Headers.Range = new RangeHeaderValue(0, 2));
        Assert.Equal((HttpStatusCode.PartialContent, "ID3"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        using var known = await SendAsync(reader, address, request => request.Headers.IfNoneMatch.Add(part.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, Action<HttpRequestMessage> adjust)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        adjust(request);
        return await client.SendAsync(request);
    }
}
