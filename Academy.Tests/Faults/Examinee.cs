using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Academy.Tests.Hosting;

namespace Academy.Tests.Faults;

/// <summary>An employee at a quiz who answers as fast as the answers are acknowledged, and knows each that was.</summary>
public sealed class Examinee(string number, Random random)
{
    private readonly CookieContainer cookies = new();
    private readonly Dictionary<int, int> acknowledged = [];
    private readonly Dictionary<(int Slot, int Revision), string> sent = [];

    private HttpClient client = null!;
    private string token = "";
    private Paper paper = null!;

    /// <summary>Sent, but not acknowledged: stored or not, it is to be sent again as it is.</summary>
    private (int Slot, int Revision)? open;

    public string Quiz { get; private set; } = "";
    public string Attempt { get; private set; } = "";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task SitDownAsync(Uri server)
    {
        client = ClientOf(server);
        await client.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", number), ("Password", OpenedAcademy.Password));
        var course = await client.GetPageAsync("/courses/counterfeit-currency");
        Quiz = course.QuerySelector("main a[href^='/quizzes/']")!.GetAttribute("href")!;
        token = course.Token();
        await StartAsync();
        paper = await ReadPaperAsync();
    }

    /// <summary>Presses the button that starts the quiz.</summary>
    public async Task StartAsync() => Attempt = await PressAsync($"{Quiz}/start");

    public Task HandInAsync() => PressAsync($"{Attempt}/submit");

    /// <summary>Answers until the server is gone, and tells the hall of each acknowledgement.</summary>
    public async Task AnswerUntilGoneAsync(Action acknowledge)
    {
        try
        {
            while (true)
            {
                await AnswerAsync();
                acknowledge();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            client.Dispose();
        }
    }

    /// <summary>Comes back to a server that was started again, and says what of the acknowledged answers it has not kept.</summary>
    public async Task<IReadOnlyList<string>> ReturnAsync(Uri server)
    {
        client = ClientOf(server);
        var asked = Now;
        var found = await ReadPaperAsync();
        Assert.Equal(paper.Deadline, found.Deadline);
        // The page tells both in whole seconds.
        Assert.InRange(asked + found.TimeLeft, found.Deadline.AddSeconds(-1) - (Now - asked), found.Deadline.AddSeconds(1));
        return [.. found.Slots.Where(IsLost).Select(slot =>
            $"{number}: slot {slot.Number} has revision {slot.Revision} = {slot.Value}, acknowledged was {acknowledged[slot.Number]}")];
    }

    /// <summary>Sends one answer, first the one that is still open, and waits until it is acknowledged.</summary>
    public async Task AnswerAsync()
    {
        var (slot, revision) = open ??= Next();
        var value = JsonDocument.Parse(sent[(slot, revision)]).RootElement;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api{Attempt}/responses/{slot}")
        {
            Content = JsonContent.Create(new { revision, value }),
        };
        request.Headers.Add("RequestVerificationToken", token);
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{number}: slot {slot}, revision {revision}: {answer.StatusCode}");
        acknowledged[slot] = revision;
        open = null;
    }

    /// <summary>Gets a page with all its text.</summary>
    public async Task ReadAsync(string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
    }

    private async Task<string> PressAsync(string address)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(address, form);
        return answer.Headers.Location!.ToString();
    }

    private (int Slot, int Revision) Next()
    {
        var slot = paper.Slots[random.Next(paper.Slots.Count)];
        var next = (slot.Number, Revision: acknowledged.GetValueOrDefault(slot.Number) + 1);
        sent[next] = slot.Choose(random);
        return next;
    }

    /// <summary>What is stored must be what was sent under its revision, and that no lower than the highest acknowledged.</summary>
    private bool IsLost(PaperSlot stored) =>
        acknowledged.TryGetValue(stored.Number, out var revision)
        && (stored.Revision < revision || sent[(stored.Number, stored.Revision)] != stored.Value);

    private async Task<Paper> ReadPaperAsync()
    {
        var page = await client.GetPageAsync(Attempt);
        token = page.Token();
        return Paper.Of(page);
    }

    private HttpClient ClientOf(Uri server) =>
        new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server };
}
