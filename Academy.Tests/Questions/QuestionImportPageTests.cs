using System.Text;
using Academy.Domain.Questions;
using Academy.Tests.Hosting;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>The import of questions through the door, as a trainer without script uses it.</summary>
public sealed class QuestionImportPageTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const string Uploading = "/authoring/banks/1/import";

    private readonly AcademyApp app = new(opened);
    private HttpClient trainer = null!;

    public async ValueTask InitializeAsync() => trainer = await app.SignInAsync("T0001");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "这不是完整的 XML，从这一行起读不下去（第 1 行）")]
    [InlineData("en", "this is no well-formed XML; reading stopped at this line (line 1)")]
    public async Task What_stands_against_a_whole_file_is_said_in_the_readers_language_and_nothing_is_kept(string language, string words)
    {
        await trainer.PostFormAsync("/", "/preferences/language", ("language", language));

        var page = await (await UploadAsync("a.xml", "<quiz><question")).ReadPageAsync();

        Assert.Equal(words, page.QuerySelector("[role=alert] li")!.TextContent.Trim().ReplaceLineEndings(" "));
        Assert.Equal(0, await app.InStoreAsync(db => db.QuestionImports.CountAsync()));
    }

    [Fact]
    public async Task What_nothing_gives_away_is_read_as_the_trainer_says()
    {
        const string text = "Is it so?\nA. Yes\nB. No\nANSWER: A\n";
        Assert.NotNull((await (await PasteAsync(text)).ReadPageAsync()).QuerySelector("[role=alert]"));

        var page = await trainer.GetPageAsync((await PasteAsync(text, "Aiken")).Headers.Location!.ToString());

        Assert.Equal("可以导入 1 题", Title(page));
    }

    private Task<HttpResponseMessage> UploadAsync(string name, string content) => trainer.PostFileAsync(Uploading, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "Upload");

    private Task<HttpResponseMessage> PasteAsync(string text, string format = "") => trainer.PostFormAsync(Uploading, Uploading, ("Pasted", text), ("Format", format));

    private static string Title(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;
}
