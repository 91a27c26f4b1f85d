using System.Net;
using Academy.Domain.Learning;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Learning;

/// <summary>What is brought as a file or a text and does not come in.</summary>
public sealed class RefusedFilesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private const string Lesson = "/authoring/courses/professional-ethics/general";
    private const string Bomb = "bomb";

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

    [Theory, MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_what_it_says_or_could_run_leaves_nothing_behind(string name, string content)
    {
        var answer = await BringAsync($"{Lesson}/attachments", name, content);

        Assert.NotEmpty(await ErrorAsync(answer));
        Assert.False(await academy.App.InStoreAsync(db => db.Attachments.AnyAsync()));
        Assert.Empty(Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*", SearchOption.AllDirectories) : []);
    }

    [Theory, MemberData(nameof(RefusedTexts))]
    public async Task A_document_that_could_run_or_burst_becomes_no_text(string name, string content)
    {
        var answer = await BringAsync($"{Lesson}/document", name, content);

        Assert.NotEmpty(await ErrorAsync(answer));
        Assert.False(await academy.App.InStoreAsync(db => db.Set<Manuscript>().AnyAsync()));
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_refused_on_its_page()
    {
        var trainer = await academy.App.SignInAsync("T0001");
        var file = new MemoryStream(new byte[UploadedText.MostBytes + (1 << 20)]);

        var answer = await trainer.PostFileAsync($"{Lesson}/document", "须知.docx", file);

        Assert.Equal($"{Lesson}/document?tooLarge=true", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("document")]
    [InlineData("attachments")]
    public async Task What_was_refused_for_its_size_is_told_how_large_it_may_be(string place)
    {
        var trainer = await academy.App.SignInAsync("T0001");

        Assert.Contains("20 MB", await ErrorAsync(await trainer.GetAsync($"{Lesson}/{place}?tooLarge=true")), StringComparison.Ordinal);
    }

    private string Folder => Path.Combine(academy.App.DataDirectory, "files");

    private async Task<HttpResponseMessage> BringAsync(string page, string name, string content)
    {
        var bursting = Uploads.Zip(
            ("[Content_Types].xml", []), ("word/document.xml", new byte[40 << 20]), ("ppt/presentation.xml", new byte[40 << 20]));
        return await (await academy.App.SignInAsync("T0001")).PostFileAsync(page, name, content == Bomb ? bursting : Uploads.Of(content));
    }

    private static async Task<string> ErrorAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadPageAsync()).QuerySelector("#File-error")!.TextContent.Trim();
    }
}
