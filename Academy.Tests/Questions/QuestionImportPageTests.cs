using System.Globalization;
using System.Net;
using System.Text;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Questions;

/// <summary>The import of questions through the door, as a trainer without script uses it.</summary>
public sealed class QuestionImportPageTests(SharedAcademy academy) : IClassFixture<SharedAcademy>, IAsyncLifetime
{
    private HttpClient trainer = null!;
    private Bank bank = null!;

    private string Uploading => $"/authoring/banks/{bank.Id}/import";

    /// <summary>Every test imports into a bank of its own.</summary>
    public async ValueTask InitializeAsync()
    {
        trainer = await academy.App.SignInAsync("T0001");
        bank = new Bank($"{Guid.NewGuid()}") { Title = "柜面业务" };
        await academy.App.InStoreAsync(db =>
        {
            db.Add(bank);
            return db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("zh-CN", "这不是完整的 XML，从这一行起读不下去（第 1 行）")]
    [InlineData("en", "this is no well-formed XML; reading stopped at this line (line 1)")]
    public async Task What_stands_against_a_whole_file_is_said_in_the_readers_language_and_nothing_is_kept(string language, string words)
    {
        await trainer.PostFormAsync("/", "/preferences/language", ("language", language));

        var page = await (await UploadAsync("a.xml", "<quiz><question")).ReadPageAsync();

        Assert.Equal(words, page.QuerySelector("[role=alert] li")!.TextContent.Trim());
        Assert.Equal(0, await academy.App.InStoreAsync(db => db.QuestionImports.CountAsync(import => import.BankId == bank.Id)));
    }

    [Fact]
    public async Task An_import_that_was_taken_back_says_by_whom()
    {
        var import = (await PasteAsync("答案：选一项。\nA. Yes\nB. No\nANSWER: A\n", "Aiken")).Headers.Location!.ToString();
        await trainer.PostShownAsync(import, $"{import}/application");

        await trainer.PostFormAsync(import, $"{import}/undoing");

        var facts = (await trainer.GetPageAsync(import)).QuerySelector(".page-lead")!.TextContent;
        Assert.Matches("由顾知遥导入.*由顾知遥撤销", facts.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task What_nothing_gives_away_is_read_as_the_trainer_says()
    {
        const string text = "答案：选一项。\nA. Yes\nB. No\nANSWER: A\n";
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
        Assert.Equal(1, await academy.App.InStoreAsync(db => db.QuestionImports.CountAsync(import => import.BankId == bank.Id)));
    }

    [Fact]
    public async Task A_column_that_is_sent_twice_in_whatever_way_counts_once()
    {
        var import = await ReceivedAsync("a.csv", "问法,甲,乙,对的\n哪个？,先收,先付,A\n");
        var columns = $"{import}/columns";

        var answer = await trainer.PostFormAsync(
            columns, columns, ("Sheets[0].IsRead", "true"), ("Sheets[0].HeadRow", "1"), ("Sheets[0].Columns[0]", "Stem"),
            ("Sheets[0].Columns[0]", "Key"), ("Sheets[0].Columns[0].Key", "1"), ("Sheets[0].Columns[1].Key", "1"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Stem", Chosen(await answer.ReadPageAsync()).First());
    }

    [Fact]
    public async Task A_sheet_that_the_trainer_passes_over_is_not_read_and_one_at_least_must_be()
    {
        string[] heads = ["题干", "题目", "答案"];
        var workbook = RosterSamples.Workbook(("一", [heads, ["哪一个？", "甲类", "对"]]), ("二", [heads, ["哪个？", "乙类", "错"]]));
        var import = (await trainer.PostFileAsync(Uploading, "a.xlsx", new MemoryStream(workbook), "Upload")).Headers.Location!.ToString();
        (string, string)[] second =
        [
            ("Sheets[1].HeadRow", "1"),
            ("Sheets[1].Columns[0]", "Stem"),
            ("Sheets[1].Columns[1]", "Category"),
            ("Sheets[1].Columns[2]", "Key"),
        ];

        var refused = await trainer.PostFormAsync($"{import}/columns", $"{import}/columns", [("Sheets[0].HeadRow", "1"), .. second]);
        Assert.Contains("至少要读取一张工作表", (await refused.ReadPageAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var answer = await trainer.PostFormAsync(
            $"{import}/columns", $"{import}/columns", [("Sheets[0].HeadRow", "1"), ("Sheets[1].IsRead", "true"), .. second]);
        var page = await trainer.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.Equal(("可以导入 1 题", "哪个？"), (Title(page), page.QuerySelector(".draft-stem")!.TextContent.Trim()));
        Assert.Contains("这张工作表没有读取：一", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_told_by_the_row_that_the_trainer_says_the_heads_stand_in()
    {
        var import = await ReceivedAsync("a.csv", "题目,题干,答案\n题干,选项A,答案\n哪个？,甲,A\n");

        var page = await (await trainer.PostFormAsync(
            $"{import}/columns",
            $"{import}/columns",
            ("Sheets[0].IsRead", "true"),
            ("Sheets[0].HeadRow", "2"),
            ("Then", "look"))).ReadPageAsync();

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

    [Theory]
    [InlineData("What belongs together?{=a -> b =c}", "Question.Pairs[1].Right", "d")]
    [InlineData("How many?{#three}", "Question.Numbers[0].Number", "3")]
    public async Task What_plain_fields_cannot_hold_is_mended_in_the_editor_of_questions(string written, string field, string value)
    {
        var import = (await PasteAsync(written, "Gift")).Headers.Location!.ToString();
        var link = (await trainer.GetPageAsync(import)).QuerySelector(".import-body a.button")!.GetAttribute("href")!;
        var form = await trainer.GetPageAsync(link);
        Assert.NotNull(form.QuerySelector("[role=alert]"));
        Assert.NotNull((await (await PostAsync(link, form)).ReadPageAsync()).QuerySelector(".field-error"));

        await PostAsync(link, form, (field, value));

        Assert.Equal("可以导入 1 题", Title(await trainer.GetPageAsync(import)));
    }

    [Fact]
    public async Task A_rich_question_that_could_be_taken_is_changed_in_the_editor_too_and_what_it_says_there_counts()
    {
        var import = (await PasteAsync(
            "// [tag:difficulty:1] [tag:often]\nWhat belongs together?{=a -> b =c -> d}",
            "Gift")).Headers.Location!.ToString();
        var moved = await trainer.GetAsync($"{import}/rows/1");
        Assert.Equal($"{import}/rows/1/question", moved.Headers.Location!.ToString());

        await PostAsync(
            $"{import}/rows/1/question",
            await trainer.GetPageAsync($"{import}/rows/1/question"),
            ("Question.Difficulty", "3"),
            ("Question.Points", "4"));
        await trainer.PostShownAsync(import, $"{import}/application");

        var stored = await academy.App.InStoreAsync(db => db.QuestionVersions
            .Include(v => v.Question.Tags)
            .Where(v => v.Question.BankId == bank.Id)
            .OrderByDescending(v => v.Id)
            .FirstAsync());
        Assert.Equal(
            (QuestionType.Matching, 3, 4m, "often"),
            (stored.Text.Type, stored.Text.Difficulty, stored.Text.Points, Assert.Single(stored.Question.Tags).Tag));
    }

    [Theory]
    [InlineData("", "rows[0].Choice", "LeaveOut")]
    [InlineData("/rows/1", "Choice", "LeaveOut")]
    [InlineData("/rows/1/question", "Question.Difficulty", "3")]
    [InlineData("", "leavesOutTheRest", "true")]
    public async Task Whoever_still_changes_a_row_of_an_import_that_was_taken_is_told_so(string place, string field, string value)
    {
        var import = (await PasteAsync("What belongs together?{=a -> b =c -> d}", "Gift")).Headers.Location!.ToString();
        var editor = await trainer.GetPageAsync($"{import}/rows/1/question");
        await trainer.PostShownAsync(import, $"{import}/application");
        await trainer.GetPageAsync(import);

        var answer = place.EndsWith("question", StringComparison.Ordinal)
            ? await PostAsync($"{import}{place}", editor, (field, value))
            : await trainer.PostFormAsync(import, $"{import}{place}", (field, value), ("rows[0].Position", "1"));

        var told = answer.StatusCode == HttpStatusCode.OK
            ? (await answer.ReadPageAsync()).QuerySelector("[role=alert]")!
            : (await trainer.GetPageAsync(answer.Headers.Location!.ToString())).QuerySelector("[role=status]")!;
        Assert.Matches("顾知遥在 .* 已经把这次导入写进题库", told.TextContent);
    }

    [Fact]
    public async Task What_was_typed_for_a_row_stays_on_the_page_when_the_import_was_taken_or_the_row_decided_meanwhile()
    {
        var import = (await PasteAsync("Why?{~a ~b}\n\nWhen?{~a ~b}\n\nIs it?{T}", "Gift")).Headers.Location!.ToString();
        var (list, row) = (await trainer.GetPageAsync(import), await trainer.GetPageAsync($"{import}/rows/1"));
        await LeaveOutAsync(2);
        (string, string)[] entered =
        [
            ("rows[0].Position", "2"), ("rows[0].Stem", "When then?"), ("rows[1].Position", "1"), ("rows[1].Choice", "LeaveOut"),
        ];
        var decided = await (await PostSeenAsync(import, list, entered)).ReadPageAsync();
        await LeaveOutAsync(1);
        await trainer.PostShownAsync(import, $"{import}/application");

        var listed = await (await PostSeenAsync(import, list, ("rows[0].Position", "1"), ("rows[0].Stem", "Why not?"))).ReadPageAsync();
        var alone = await (await PostSeenAsync($"{import}/rows/1", row, ("form.Stem", "Why not?"))).ReadPageAsync();

        Assert.Equal("When then?", decided.QuerySelector("#left-2")!.TextContent.Trim());
        Assert.True(decided.QuerySelector<IHtmlInputElement>("[type=checkbox][name='rows[0].Choice']")!.IsChecked);
        Assert.All([listed, alone], page => Assert.Equal("Why not?", page.QuerySelector("#left-1")!.TextContent.Trim()));

        async Task LeaveOutAsync(int position) => await PostSeenAsync(
            import, await trainer.GetPageAsync(import), ("rows[0].Position", $"{position}"), ("rows[0].Choice", "LeaveOut"));
    }

    [Fact]
    public async Task What_was_typed_stays_when_somebody_else_has_decided_on_the_import_meanwhile()
    {
        const string text = "Why?{~a ~b}\n\nWhen?{~a ~b}\n\nWhat belongs together?{=a -> b =c -> d}";
        var import = (await PasteAsync(text, "Gift")).Headers.Location!.ToString();
        var (list, row) = (await trainer.GetPageAsync(import), await trainer.GetPageAsync($"{import}/rows/2"));
        var editor = await trainer.GetPageAsync($"{import}/rows/3/question");
        var button = (await trainer.GetPageAsync($"{import}/rows/1")).QuerySelector("main [value=LeaveOut]")!.GetAttribute("name")!;
        await trainer.PostShownAsync($"{import}/rows/1", null, (button, "LeaveOut"), ("form.Stem", "Why?"), ("form.Key", ""));
        var id = long.Parse(import.Split('/')[^1], CultureInfo.InvariantCulture);
        Assert.Equal(1, await academy.App.InStoreAsync(db =>
            db.ImportRows.CountAsync(r => r.ImportId == id && r.Choice == RowChoice.LeaveOut)));

        var listed = await (await PostSeenAsync(import, list, ("rows[0].Position", "2"), ("rows[0].Stem", "When then?"))).ReadPageAsync();
        var mended = await (await PostSeenAsync($"{import}/rows/2", row, ("form.Stem", "When then?"))).ReadPageAsync();
        var edited = await (await PostAsync($"{import}/rows/3/question", editor, ("Question.Explanation", "It is."))).ReadPageAsync();

        Assert.All([listed, mended, edited], page => Assert.Contains(
            "顾知遥在", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal));
        Assert.All([listed, mended], page => Assert.Equal("When then?", page.QuerySelector("textarea[name$=Stem]")!.TextContent.Trim()));
        Assert.Equal("It is.", edited.QuerySelector("[name='Question.Explanation']")!.TextContent.Trim());
        await PostAsync($"{import}/rows/3/question", edited);
        Assert.Equal(2, await academy.App.InStoreAsync(db =>
            db.QuestionImports.Where(i => i.Id == id).Select(i => i.Revision).SingleAsync()));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_at_once_receives_one_import_and_takes_it_once()
    {
        var received = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PasteAsync("Is it so?{T}", "Gift")));
        var import = Assert.Single(received.Select(answer => answer.Headers.Location!.ToString()).Distinct());

        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => trainer.PostShownAsync(import, $"{import}/application")));

        Assert.All(taken, answer => Assert.Equal(import, answer.Headers.Location!.ToString()));
        Assert.Equal(
            1,
            await academy.App.InStoreAsync(db =>
                db.QuestionVersions.CountAsync(v => v.ImportId != null && v.Question.BankId == bank.Id)));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_on_the_page_of_its_bank()
    {
        var answer = await trainer.PostFileAsync(
            Uploading, "a.xlsx", new MemoryStream(new byte[Cataloger.MostBytes + (1 << 20)]), "Upload");

        Assert.Equal($"{Uploading}?tooLarge=true", answer.Headers.Location!.ToString());
        Assert.Contains(
            "20 MB",
            (await trainer.GetPageAsync(answer.Headers.Location.ToString())).QuerySelector("[role=alert]")!.TextContent,
            StringComparison.Ordinal);
    }

    /// <summary>Posts the form of the editor as it is filled in, with some fields filled in otherwise.</summary>
    private Task<HttpResponseMessage> PostAsync(string address, IHtmlDocument page, params (string Name, string Value)[] changes)
    {
        var fields = page.QuerySelectorAll<IHtmlInputElement>(
            "#editor input[name]:not([type=checkbox]):not([type=radio]):not([type=file]), #editor :checked[type=checkbox]")
            .Select(input => (input.Name!, input.Value))
            .Concat(page.QuerySelectorAll<IHtmlTextAreaElement>("#editor textarea").Select(area => (area.Name!, area.Value)))
            .Concat(page.QuerySelectorAll<IHtmlSelectElement>("#editor select").Select(select => (select.Name!, select.Value!)));
        return trainer.PostAsync(
            address,
            new FormUrlEncodedContent(fields
                .Where(field => changes.All(change => change.Name != field.Item1))
                .Concat(changes)
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    private Task<HttpResponseMessage> PostSeenAsync(string address, IHtmlDocument page, params (string, string)[] fields) =>
        trainer.PostFormAsync(address, address, [("Seen", page.QuerySelector("[name=Seen]")!.GetAttribute("value")!), .. fields]);

    private async Task<string> ReceivedAsync(string name, string content) =>
        (await UploadAsync(name, content)).Headers.Location!.ToString();

    private Task<HttpResponseMessage> MapAsync(string import, string headRow, params string[] roles) => trainer.PostFormAsync(
        $"{import}/columns",
        $"{import}/columns",
        [
            ("Sheets[0].IsRead", "true"),
            ("Sheets[0].HeadRow", headRow),
            .. roles.Select((role, column) => ($"Sheets[0].Columns[{column}]", role)),
        ]);

    private static IEnumerable<string> Chosen(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlSelectElement>(".column-roles select").Select(select => select.Value!);

    private Task<HttpResponseMessage> UploadAsync(string name, string content) =>
        trainer.PostFileAsync(Uploading, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "Upload");

    private Task<HttpResponseMessage> PasteAsync(string text, string format = "") =>
        trainer.PostFormAsync(Uploading, Uploading, ("Pasted", text), ("Format", format));

    private static string Title(IHtmlDocument page) => page.QuerySelector("h1")!.TextContent;
}
