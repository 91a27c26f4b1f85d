using System.Net;
using System.Net.Http.Headers;
using Academy.Domain.Files;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Questions;

public sealed class QuestionFilesTests(OpenedAcademy opened) : IAsyncLifetime
{
    private readonly AcademyApp app = new(opened);
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        using var bytes = new MemoryStream([1, 2, 3, 4, 5, 6]);
        var file = (await app.Services.GetRequiredService<FileVault>().TakeAsync(bytes, 100, CancellationToken.None))!;
        await app.InStoreAsync(db =>
        {
            db.Add(new StoredFile(file.Digest, "bell.mp3", "audio/mpeg", file.Size, TestClock.Tuesday));
            return db.SaveChangesAsync();
        });
        address = ProseHtml.FilePath + file.Digest;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_file_is_served_as_what_it_is_and_asked_for_again_each_time()
    {
        var answer = await (await app.SignInAsync("E0001")).GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "audio/mpeg"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(6, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_part_of_a_sound_can_be_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Range = new RangeHeaderValue(2, 3);

        var answer = await (await app.SignInAsync("E0001")).SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal([3, 4], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Strangers_and_made_up_addresses_get_nothing()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await app.NewClient().GetAsync(address)).StatusCode);
        var employee = await app.SignInAsync("E0001");
        Assert.Equal(HttpStatusCode.NotFound, (await employee.GetAsync(address[..^1] + "x")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await employee.GetAsync(address
                .ToUpperInvariant()
                .Replace("/QUESTIONS/FILES/", "/questions/files/", StringComparison.Ordinal))).StatusCode);
    }
}
