using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Domain.Competitions.Drills;
using Academy.Tests.Hosting;
using AngleSharp.Dom;
using static Academy.Tests.Competitions.Typist;

namespace Academy.Tests.Competitions;

public sealed class TypingPagesTests(SharedAcademy academy) : IClassFixture<SharedAcademy>
{
    private static readonly string Passage = Text.Text!.Replace("\n", "");

    private AcademyApp App => academy.App;

    [Fact]
    public async Task A_text_is_started_typed_and_handed_in_and_its_page_tells_what_it_comes_to()
    {
        var person = await App.SignInAsync("E0031");
        var run = await StartAsync(person);
        var page = await person.GetPageAsync($"/drills/runs/{run}");
        var text = WorkOf(page).Replace("\n", "");

        App.Clock.Advance(TimeSpan.FromSeconds(40));
        var answer = await SendAsync(person, page, run, Phrases(text[..40], perMinute: 120));
        Assert.Equal("""{"acknowledged":1}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(text[..40], (await person.GetPageAsync($"/drills/runs/{run}")).GetElementById("run")!.GetAttribute("data-kept"));
        await person.PostFormAsync($"/drills/runs/{run}", $"/drills/runs/{run}/finish");

        var result = await person.GetPageAsync($"/drills/runs/{run}/result");
        Assert.Equal("40", result.QuerySelector("[data-score]")!.GetAttribute("data-score"));
        Assert.Equal("8.0 字 / 分，一字没错", result.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_result_says_what_is_wrong_missing_or_extra_and_where()
    {
        var typed = $"{Passage[..60]}鑫{Passage[61..100]}{Passage[102..150]}淼{Passage[150..300]}";
        var run = await TypeAsync("E0032", typed);

        var page = await (await App.SignInAsync("E0032")).GetPageAsync($"/drills/runs/{run}/result");

        Assert.Equal("296", page.QuerySelector("[data-score]")!.GetAttribute("data-score"));
        Assert.Equal(
            ["300 字", "−1 字", "−2 字", "−1 字", "296 字"],
            page.QuerySelectorAll(".score-terms")[0].QuerySelectorAll("dd").Select(term => term.TextContent));
        Assert.Equal(
            [$"打成“鑫”，应为“{Passage[60]}”。", $"漏了“{Passage[100..102]}”。", "多了“淼”。"],
            page.QuerySelectorAll(".differences .muted").Select(place => place.TextContent));
        Assert.Contains($"{Passage[50..60]}{Passage[60]}{Passage[61..71]}", page.QuerySelector(".difference")!.TextContent);
    }

    [Fact]
    public async Task Whoever_is_not_accurate_reads_why_there_is_no_result_and_what_was_missed()
    {
        var typed = string.Concat(Passage[..300].Select((character, i) => i % 10 == 3 ? '鑫' : character));
        var run = await TypeAsync("E0033", typed, perMinute: 90);

        var page = await (await App.SignInAsync("E0033")).GetPageAsync($"/drills/runs/{run}/result");

        Assert.Equal("", page.QuerySelector("[data-score]")!.GetAttribute("data-score") ?? "");
        Assert.Equal("准确率 90.0%，不到 95.0%，这次没有成绩", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(30, page.QuerySelectorAll(".differences li").Length);
        Assert.InRange(page.QuerySelectorAll(".missed-characters li").Length, 5, 10);
    }

    [Fact]
    public async Task The_cover_tells_the_rules_and_the_list_offers_it()
    {
        var person = await App.SignInAsync("E0034");

        var cover = await person.GetPageAsync("/drills/typing-text-300");

        Assert.Equal("汉字录入", cover.QuerySelector("h1")!.TextContent);
        Assert.Contains("准确率要到 95%", cover.QuerySelector(".rules")!.TextContent);
        Assert.NotNull(cover.QuerySelector("#trial"));
        Assert.Contains("汉字录入", (await person.GetPageAsync("/drills")).QuerySelector(".items")!.TextContent);
    }

    /// <summary>Nobody else types at the same pace: two equal rhythms are in doubt.</summary>
    private async Task<long> TypeAsync(string number, string typed, int perMinute = 100) => await App.InStoreAsync(db =>
        db.KeyDrillAsync(App.Clock, number, Text, Phrases(typed, perMinute)));

    private static string WorkOf(IParentNode page) =>
        JsonDocument.Parse(page.QuerySelector("#run")!.GetAttribute("data-work")!).RootElement.GetProperty("text").GetString()!;

    private static async Task<long> StartAsync(HttpClient person)
    {
        var answer = await person.PostFormAsync("/drills/typing-text-300", "/drills/typing-text-300");
        return long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient person, IParentNode page, long run, List<KeyStroke> strokes)
    {
        var keys = strokes.Select(stroke => new object[] { stroke.At, $"{stroke.Key}" });
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/drills/runs/{run}/batches/1");
        request.Content = JsonContent.Create(new { keys });
        request.Headers.Add("RequestVerificationToken", page.Token());
        var answer = await person.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }
}
