using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Academy.Domain.Learning;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

/// <summary>Files beside lessons and documents as texts, from the form to whoever opens them.</summary>
public sealed class AttachmentTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Lesson = "/authoring/courses/professional-ethics/general";
    private const string Files = "/courses/professional-ethics/general/files";
    private const string Bomb = "bomb";

    private readonly AcademyApp app = new(opened);

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

    public static TheoryData<string, string> Refused => new()
    {
        { "须知.pdf", "MZ and more of a program" },
        { "须知.pdf", "%PDF-1.7 that does not end as one" },
        { "须知.exe", "MZ" },
        { "图.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>" },
        { "图.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>" },
        { "网页.html", "<script>alert(1)</script>" },
        { "录音.mp3", "<html><script>alert(1)</script>" },
        { "讲义.pptx", "PK and nothing else" },
        { "讲义.pptx", Bomb },
        { "空.pdf", "" },
    };

    public static TheoryData<string, string> RefusedTexts => new()
    {
        { "须知.html", "<p>你好</p><script>alert(1)</script>" },
        { "须知.html", "<p>你好</p><svg><script>alert(1)</script></svg>" },
        { "须知.html", "<p onclick='alert(1)'>你好</p>" },
        { "须知.md", "你好 <img src=x onerror=alert(1)>" },
        { "须知.docx", "MZ and more of a program" },
        { "须知.docx", Bomb },
        { "图.svg", "<svg/>" },
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_brought_is_served_as_it_is_and_can_do_nothing(string name, string mediaType, string content)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        await AttachAsync(name, bytes);

        using var answer = await (await app.SignInAsync("E0001")).GetAsync(await AddressAsync());

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
        await AttachAsync("讲义.pptx", Uploads.Slides().ToArray());

        using var answer = await (await app.SignInAsync("E0001")).GetAsync(await AddressAsync());

        Assert.Equal(
            ("attachment", "讲义.pptx"),
            (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
    }

    [Fact]
    public async Task A_recording_is_sent_in_parts_and_not_again_when_it_is_known()
    {
        await AttachAsync("录音.mp3", "ID3 一段话"u8.ToArray());
        var (reader, address) = (await app.SignInAsync("E0001"), await AddressAsync());

        using var part = await SendAsync(reader, address, request => request.Headers.Range = new RangeHeaderValue(0, 2));
        Assert.Equal((HttpStatusCode.PartialContent, "ID3"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        using var known = await SendAsync(reader, address, request => request.Headers.IfNoneMatch.Add(part.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_file_is_for_whoever_may_read_the_lesson_until_it_is_removed()
    {
        await AttachAsync("须知.pdf", Uploads.Pdf().ToArray());
        var (trainer, reader, address) = (await app.SignInAsync("T0001"), await app.SignInAsync("E0001"), await AddressAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await app.NewClient().GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await reader.GetAsync(address.Replace("general", "customers", StringComparison.Ordinal))).StatusCode);

        await trainer.PostFormAsync(
            "/authoring/courses/professional-ethics/retirement", "/authoring/courses/professional-ethics/retirement", ("retired", "true"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await trainer.GetAsync(address)).StatusCode);

        await trainer.PostFormAsync($"{Lesson}/attachments", $"{Lesson}/attachments/{address.Split('/')[^1]}/removal");
        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync(address)).StatusCode);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_what_it_says_or_could_run_leaves_nothing_behind(string name, string content)
    {
        var answer = await BringAsync($"{Lesson}/attachments", name, content);

        Assert.NotEmpty(await ErrorAsync(answer));
        Assert.False(await app.InStoreAsync(db => db.Attachments.AnyAsync()));
        Assert.Empty(Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : []);
    }

    [Theory, MemberData(nameof(RefusedTexts))]
    public async Task A_document_that_could_run_or_burst_becomes_no_text(string name, string content)
    {
        var answer = await BringAsync($"{Lesson}/document", name, content);

        Assert.NotEmpty(await ErrorAsync(answer));
        Assert.False(await app.InStoreAsync(db => db.Set<Manuscript>().AnyAsync()));
    }

    [Fact]
    public async Task A_document_becomes_the_next_text_and_readers_see_it_when_it_is_published()
    {
        var trainer = await app.SignInAsync("T0001");
        var answer = await trainer.PostFileAsync(
            $"{Lesson}/document", "总则.docx", Uploads.Word(Uploads.Text("第一章", "1"), Uploads.Text("从文件里来的一段话。")));

        Assert.Equal($"{Lesson}/preview", answer.Headers.Location?.ToString());
        Assert.Contains("从文件里来的一段话。", (await trainer.GetPageAsync($"{Lesson}/preview")).Body!.TextContent, StringComparison.Ordinal);
        var reader = await app.SignInAsync("E0001");
        Assert.DoesNotContain(
            "从文件里来的一段话。", (await reader.GetPageAsync("/courses/professional-ethics/general")).Body!.TextContent, StringComparison.Ordinal);

        const string Edition = "/authoring/courses/professional-ethics/edition";
        var seen = (await trainer.GetPageAsync(Edition)).QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        await trainer.PostFormAsync(Edition, Edition, ("Seen", seen), ("Note", "换了总则"));
        Assert.Contains(
            "从文件里来的一段话。", (await reader.GetPageAsync("/courses/professional-ethics/general")).Body!.TextContent, StringComparison.Ordinal);
    }

    private string Folder => Path.Combine(app.DataDirectory, "files");

    private async Task AttachAsync(string name, byte[] content)
    {
        var answer = await (await app.SignInAsync("T0001")).PostFileAsync($"{Lesson}/attachments", name, new MemoryStream(content));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> BringAsync(string page, string name, string content)
    {
        var bursting = Uploads.Zip(
            ("[Content_Types].xml", []), ("word/document.xml", new byte[40 << 20]), ("ppt/presentation.xml", new byte[40 << 20]));
        return await (await app.SignInAsync("T0001")).PostFileAsync(page, name, content == Bomb ? bursting : Uploads.Of(content));
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadPageAsync()).QuerySelector("#File-error")!.TextContent.Trim();
    }

    private Task<string> AddressAsync() => app.InStoreAsync(async db => $"{Files}/{await db.Attachments.Select(a => a.Id).SingleAsync()}");

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string address, Action<HttpRequestMessage> adjust)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        adjust(request);
        return await client.SendAsync(request);
    }
}
