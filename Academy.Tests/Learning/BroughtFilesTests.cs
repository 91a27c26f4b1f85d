using System.Net;
using Academy.Tests.Hosting;

namespace Academy.Tests.Learning;

/// <summary>What becomes of files and documents while their course changes.</summary>
public sealed class BroughtFilesTests(OpenedAcademy opened) : IAsyncDisposable
{
    private const string Lesson = "/authoring/courses/professional-ethics/general";

    private readonly AcademyApp app = new(opened);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_file_is_for_whoever_may_read_the_lesson_until_it_is_removed()
    {
        var address = await app.AttachAsync("须知.pdf", Uploads.Pdf().ToArray());
        var (trainer, reader) = (await app.SignInAsync("T0001"), await app.SignInAsync("E0001"));
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
}
