using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

public sealed class DrillPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private AcademyApp App => academy.App;

    [Fact]
    public async Task A_drill_is_started_keyed_and_handed_in_and_its_page_tells_what_the_keys_come_to()
    {
        var person = await App.SignInAsync("E0021");
        var run = await StartAsync(person, Discipline.Keypad);
        var page = await person.GetPageAsync($"/drills/runs/{run}");
        var lines = Lines(page);

        var keys = Evenly($"{lines[0]}E{lines[1]}E");
        Assert.Equal("""{"acknowledged":1}""", await TextAsync(await SendAsync(person, page, run, 1, keys)));
        var handedIn = await person.PostFormAsync($"/drills/runs/{run}", $"/drills/runs/{run}/finish", ("score", "9999"));

        Assert.Equal($"/drills/runs/{run}/result", handedIn.Headers.Location?.ToString());
        var result = await person.GetPageAsync($"/drills/runs/{run}/result");
        var score = result.QuerySelector("[data-score]")!.GetAttribute("data-score");
        Assert.Equal((lines[0].Length + lines[1].Length).ToString(CultureInfo.InvariantCulture), score);
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_goes_on_with_what_was_taken_down()
    {
        var person = await App.SignInAsync("E0022");
        var run = await StartAsync(person, Discipline.SlipSums);
        var page = await person.GetPageAsync($"/drills/runs/{run}");
        await SendAsync(person, page, run, 1, new KeyStroke(400, '1'), new KeyStroke(500, 'E'));

        var form = (await person.GetPageAsync($"/drills/runs/{run}")).GetElementById("run")!;

        Assert.Equal(("1E", "1"), (form.GetAttribute("data-kept"), form.GetAttribute("data-acknowledged")));
        Assert.Equal($"/drills/runs/{run}", (await person.PostFormAsync("/drills", "/drills/slips-sums-600")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_cannot_be_taken_down_is_answered_with_the_reason()
    {
        var person = await App.SignInAsync("E0023");
        var run = await StartAsync(person, Discipline.Keypad);
        var page = await person.GetPageAsync($"/drills/runs/{run}");
        await SendAsync(person, page, run, 1, new KeyStroke(400, '1'));

        await AssertRefusedAsync("gap", await SendAsync(person, page, run, 3, new KeyStroke(900, '2')));
        await AssertRefusedAsync("other-keys", await SendAsync(person, page, run, 1, new KeyStroke(400, '2')));
        await AssertRefusedAsync("out-of-bounds", await SendAsync(person, page, run, 2, new KeyStroke(300_001, '2')));
        await AssertRefusedAsync("out-of-bounds", await SendAsync(person, page, run, 2, new KeyStroke(900, 'x')));
        await person.PostFormAsync($"/drills/runs/{run}", $"/drills/runs/{run}/finish");
        await AssertRefusedAsync("over", await SendAsync(person, page, run, 2, new KeyStroke(900, '2')));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(person, page, run, 1, new KeyStroke(400, '1'))).StatusCode);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"keys": null}""")]
    [InlineData("""{"keys": []}""")]
    [InlineData("""{"keys": [[1, " "]]}""")]
    [InlineData("""{"keys": [[1, "\n"]]}""")]
    [InlineData("""{"keys": [[1, "\ud83d"]]}""")]
    [InlineData("""{"keys": [[1, "77"]]}""")]
    [InlineData("""{"keys": [[1.5, "7"]]}""")]
    [InlineData("""{"keys": [[99999999999, "7"]]}""")]
    [InlineData("""{"keys": [["1", "7"]]}""")]
    [InlineData("""{"keys": [[1, 7]]}""")]
    [InlineData("""{"keys": [[1]]}""")]
    [InlineData("""{"keys": [7]}""")]
    [InlineData("""{"keys": "1:7"}""")]
    public async Task What_is_no_batch_of_keys_is_refused(string body)
    {
        var person = await App.SignInAsync("E0024");
        var run = await StartAsync(person, Discipline.Keypad);
        var token = (await person.GetPageAsync($"/drills/runs/{run}")).Token();

        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(person, token, run, 1, new StringContent(body))).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_run_is_not_found()
    {
        var (owner, other) = (await App.SignInAsync("E0025"), await App.SignInAsync("E0026"));
        var run = await StartAsync(owner, Discipline.Keypad);
        var page = await other.GetPageAsync("/drills/keypad-lines-300");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/drills/runs/{run}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/drills/runs/{run}/result")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(other, page, run, 1, new KeyStroke(1, '1'))).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.PostFormAsync("/drills/keypad-lines-300", $"/drills/runs/{run}/finish")).StatusCode);
    }

    [Fact]
    public async Task A_list_has_ones_best_and_says_what_does_not_count()
    {
        var person = await App.SignInAsync("E0027");
        Assert.NotNull((await person.GetPageAsync("/drills")).QuerySelector(".empty"));
        await KeyAsync("E0027", Keypad, Hit(KeysOf(Keypad, 30), perSecond: 5, seed: 11));
        await KeyAsync("E0027", Keypad with { Seed = 8 }, Evenly(KeysOf(Keypad with { Seed = 8 }, 60), apart: 150));

        var list = await person.GetPageAsync("/drills");

        Assert.Null(list.QuerySelector(".empty"));
        Assert.Equal(["存疑", "个人最好"], list.QuerySelectorAll("tbody .tag").Select(tag => tag.TextContent));
    }

    [Fact]
    public async Task A_result_in_doubt_is_shown_with_the_reason_in_words()
    {
        var run = await KeyAsync("E0028", SlipSums, Evenly(KeysOf(SlipSums, 3), apart: 150));

        var page = await (await App.SignInAsync("E0028")).GetPageAsync($"/drills/runs/{run}/result");

        Assert.Equal("3", page.QuerySelector("[data-score]")!.GetAttribute("data-score"));
        Assert.Contains("存疑", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("间隔几乎完全一样", page.QuerySelector(".drill-doubts")!.TextContent);
        Assert.DoesNotContain("个人最好，", page.QuerySelector(".score")!.TextContent);
    }

    [Fact]
    public async Task A_result_says_where_keys_were_missed_and_which_amounts_are_wrong()
    {
        var field = SlipSums.Tasks()[0].Fields[2];
        var wrong = field.Keys[..^1] + (field.Keys[^1] == '5' ? '6' : '5');
        var run = await KeyAsync("E0029", SlipSums, Hit(KeysOf(SlipSums, 2).Replace($"{field.Keys}E", $"{wrong}E"), 5, seed: 12));

        var page = await (await App.SignInAsync("E0029")).GetPageAsync($"/drills/runs/{run}/result");

        Assert.Equal("1", page.QuerySelector("[data-score]")!.GetAttribute("data-score"));
        Assert.Equal("1", page.QuerySelector(".heat .step-4")!.TextContent);
        Assert.Contains(
            $"第 {field.Page} 页打成 {Amount.Keyed(wrong)}，应为 {Amount.Keyed(field.Keys)}。",
            page.QuerySelector(".wrong-tasks")!.TextContent);
    }

    [Fact]
    public async Task What_is_given_up_leaves_no_result()
    {
        var person = await App.SignInAsync("E0030");
        var run = await StartAsync(person, Discipline.SlipHundred);

        var answer = await person.PostFormAsync($"/drills/runs/{run}", $"/drills/runs/{run}/abandonment");

        Assert.Equal("/drills", answer.Headers.Location?.ToString());
        Assert.Equal("/drills", (await person.GetAsync($"/drills/runs/{run}/result")).Headers.Location?.ToString());
        Assert.NotNull((await person.GetPageAsync("/drills")).QuerySelector(".empty"));
    }

    private static async Task<long> StartAsync(HttpClient person, Discipline discipline)
    {
        var answer = await person.PostFormAsync($"/drills/{discipline.Slug}", $"/drills/{discipline.Slug}");
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static List<string> Lines(IParentNode page) =>
        [.. JsonDocument.Parse(page.QuerySelector("#run")!.GetAttribute("data-work")!).RootElement.GetProperty("lines").EnumerateArray()
            .Select(line => line.GetProperty("keys").GetString()!)];

    private Task<long> KeyAsync(string number, DrillTerms terms, IReadOnlyList<KeyStroke> keys) =>
        App.InStoreAsync(db => db.KeyDrillAsync(App.Clock, number, terms, keys));

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient person, IParentNode page, long run, int number, params IReadOnlyList<KeyStroke> keys) =>
        PutAsync(
            person, page.Token(), run, number,
            JsonContent.Create(new { keys = keys.Select(stroke => new object[] { stroke.At, $"{stroke.Key}" }) }));

    private static async Task<HttpResponseMessage> PutAsync(HttpClient person, string token, long run, int number, HttpContent content)
    {
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/drills/runs/{run}/batches/{number}") { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        return await person.SendAsync(request);
    }

    private static async Task AssertRefusedAsync(string reason, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal($$"""{"acknowledged":1,"reason":"{{reason}}"}""", await TextAsync(answer));
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();
}
