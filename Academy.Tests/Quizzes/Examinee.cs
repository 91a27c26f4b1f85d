using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Web.Pages.Questions.Asking;
using Academy.Web.Pages.Quizzes;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Quizzes;

/// <summary>Somebody who sits before a paper, as HTTP sees it.</summary>
internal sealed class Examinee
{
    private readonly AcademyApp app;
    private readonly string token;
    private Attempt begun = null!;

    private Examinee(AcademyApp app, HttpClient browser, long id, string token) =>
        (this.app, Browser, Id, this.token) = (app, browser, id, token);

    public HttpClient Browser { get; }
    public long Id { get; }
    public string Page => $"/attempts/{Id}";
    public string Result => $"{Page}/result";

    public static async Task<Examinee> SeatAsync(AcademyApp app, string number = "E0001", string quiz = Sittings.CourseQuiz)
    {
        var browser = await app.SignInAsync(number);
        var cover = $"/quizzes/{await app.QuizIdAsync(quiz)}";
        var started = await browser.PostFormAsync(cover, $"{cover}/start");
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var page = started.Headers.Location!.ToString();
        var examinee = new Examinee(app, browser, long.Parse(page.Split('/')[^1], null), (await browser.GetPageAsync(page)).Token());
        examinee.begun = await examinee.PaperAsync();
        return examinee;
    }

    public Task<IHtmlDocument> OpenAsync() => Browser.GetPageAsync(Page);

    /// <summary>Chooses what the bank calls so.</summary>
    public Task<HttpResponseMessage> SaveAsync(int slot, int revision, string? key, double ageMs = 0) =>
        AnswerAsync(slot, revision, key is null ? null : JsonSerializer.Serialize(key), ageMs);

    public Task<HttpResponseMessage> SaveChoicesAsync(int slot, int revision, params string[] keys) =>
        AnswerAsync(slot, revision, JsonSerializer.Serialize(keys));

    /// <summary>Answers so that the store keeps this value.</summary>
    public Task<HttpResponseMessage> AnswerAsync(int slot, int revision, string? stored, double ageMs = 0) =>
        SendAsync(slot, JsonSerializer.Serialize(new { revision, value = OnPaper(slot, stored), ageMs }));

    /// <summary>A stored value as the page says it.</summary>
    public JsonNode? OnPaper(int slot, string? stored) =>
        begun.Slots.SingleOrDefault(s => s.Number == slot)?.Asked(begun.MarkingScheme) is { } asked
            ? AnswerInputs.ValueOf(asked with { Stored = stored })
            : null;

    /// <summary>The field of a form in which that is chosen which the bank calls so.</summary>
    public KeyValuePair<string, string> Checked(int slot, string key) =>
        KeyValuePair.Create($"slot-{slot}", begun.Slots[slot - 1].PaperKey(key));

    public async Task<HttpResponseMessage> SendAsync(int slot, string json, long? attempt = null, bool withToken = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/attempts/{attempt ?? Id}/responses/{slot}");
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (withToken) request.Headers.Add("RequestVerificationToken", token);
        return await Browser.SendAsync(request);
    }

    /// <summary>Posts fields as a form of the page would, with its token.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        Browser.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields]));

    public Task<HttpResponseMessage> SubmitAsync() => PostAsync($"{Page}/submit", []);

    public Task<Attempt> PaperAsync() => app.InStoreAsync(db => db.Attempts.WithPaper().AsNoTracking().SingleAsync(a => a.Id == Id));

    public async Task<List<(int Slot, int Revision, string? Value)>> StoredAsync() =>
        [.. (await PaperAsync()).Responses.OrderBy(r => r.Slot).Select(r => (r.Slot, r.Revision, r.Value))];
}

internal static class ExamineeWords
{
    public static Task<long> QuizIdAsync(this AcademyApp app, string slug) =>
        app.InStoreAsync(db => db.Quizzes.Where(q => q.Slug == slug).Select(q => q.Id).SingleAsync());

    public static async Task<JsonElement> ReadJsonAsync(this HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The conflict tells what is stored, and why.</summary>
    public static async Task AssertRefusedAsync(this HttpResponseMessage answer, int revision, string value, string reason)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var body = await answer.ReadJsonAsync();
        Assert.Equal(["reason", "revision", "value"], body.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(
            (revision, value, reason),
            (
                body.GetProperty("revision").GetInt32(),
                JsonSerializer.Serialize(body.GetProperty("value")),
                body.GetProperty("reason").GetString()));
    }
}
