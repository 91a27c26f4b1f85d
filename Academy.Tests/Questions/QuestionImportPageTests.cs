using System.Net;
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

    [Fact]
    public async Task A_table_with_unknown_heads_is_read_once_the_trainer_has_said_what_its_columns_hold()
    {
        var import = await ReceivedAsync("a.csv", "问法,甲,乙,对的\n哪个？,先收,先付,A\n哪些？,先收,先付,C\n");
        var shown = await trainer.GetPageAsync(import);
        Assert.Equal("先指定各列的内容", Title(shown));
        Assert.Equal($"{import}/columns", shown.QuerySelector(".page-actions a.button:not(.quiet)")!.GetAttribute("href"));

        var answer = await MapAsync(import, "1", "Stem", "A", "B", "Key");

        var mapped = answer.Headers.Location!.ToString();
        Assert.NotEqual(import, mapped);
        Assert.Equal("还有 1 题要改", Title(await trainer.GetPageAsync(mapped)));
        Assert.Equal(["Stem", "A", "B", "Key"], Chosen(await trainer.GetPageAsync($"{mapped}/columns")));
    }

    [Theory]
    [InlineData("还没有指定“答案”在哪一列。", "Stem", "A", "B", "")]
    [InlineData("还没有指定“题干”在哪一列。", "", "A", "B", "Key")]
    [InlineData("有几列都指定为“答案”，只能有一列。", "Stem", "A", "Key", "Key")]
    [InlineData("有几列都指定为“选项 A”，只能有一列。", "Stem", "A", "A", "Key")]
    public async Task A_mapping_that_no_question_can_be_read_by_is_refused_in_words_and_changes_nothing(string words, params string[] roles)
    {
        var import = await ReceivedAsync("a.csv", "问法,甲,乙,对的\n哪个？,先收,先付,A\n");

        var page = await (await MapAsync(import, "1", roles)).ReadPageAsync();

        Assert.Equal(words, page.QuerySelector("[role=alert] li a[href='#sheet-0']")!.TextContent);
        Assert.Equal(roles, Chosen(page));
        Assert.Equal(1, await app.InStoreAsync(db => db.QuestionImports.CountAsync()));
    }

    [Fact]
    public async Task Columns_are_told_by_the_row_that_the_trainer_says_the_heads_stand_in()
    {
        var import = await ReceivedAsync("a.csv", "题目,题干,答案\n题干,选项A,答案\n哪个？,甲,A\n");

        var page = await (await trainer.PostFormAsync($"{import}/columns", $"{import}/columns", ("Sheets[0].IsRead", "true"), ("Sheets[0].HeadRow", "2"), ("Then", "look"))).ReadPageAsync();

        Assert.Equal(["Stem", "A", "Key"], Chosen(page));
    }

    [Fact]
    public async Task Of_a_wide_table_the_filled_columns_are_shown_as_they_were_found()
    {
        var import = await ReceivedAsync("a.csv", $"题干,选项A,选项B{new string(',', 200)}答案\n哪个？,甲,乙{new string(',', 200)}A\n");

        var page = await trainer.GetPageAsync($"{import}/columns");

        Assert.Equal(["Stem", "A", "B", "Key"], Chosen(page));
        Assert.Equal(["A", "B", "C", "GU"], page.QuerySelectorAll("tbody th .tag").Select(letters => letters.TextContent));
    }

    [Fact]
    public async Task Only_a_table_has_columns()
    {
        var import = (await PasteAsync("Is it so?{T}", "Gift")).Headers.Location!.ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync($"{import}/columns")).StatusCode);
    }

    private async Task<string> ReceivedAsync(string name, string content) => (await UploadAsync(name, content)).Headers.Location!.ToString();

    private Task<HttpResponseMessage> MapAsync(string import, string headRow, params string[] roles) => trainer.PostFormAsync($"{import}/columns", $"{import}/columns",
        [("Sheets[0].IsRead", "true"), ("Sheets[0].HeadRow", headRow), .. roles.Select((role, column) => ($"Sheets[0].Columns[{column}]", role))]);

    private static IEnumerable<string> Chosen(IHtmlDocument page) => page.QuerySelectorAll<IHtmlSelectElement>(".column-roles select").Select(select => select.Value);

    private Task<HttpResponseMessage> UploadAsync(string name, string content) => trainer.PostFileAsync(Uploading, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "Upload");

    private Task<HttpResponseMessage> PasteAsync(string text, string format = "") => trainer.PostFormAsync(Uploading, Uploading, ("Pasted", text), ("Format", format));

    private static string Title(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;
}
