using System.Net;
using System.Net.Http.Json;
using Academy.Tests.Hosting;

namespace Academy.Tests.Faults;

/// <summary>
/// A contestant's page: it sends the keys of each second once, those that were not acknowledged again as they were, and then whatever
/// has come together meanwhile.
/// </summary>
public sealed class Keyer(string number, int place)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly CookieContainer cookies = new();
    private readonly Random random = new(place);
    private readonly List<object[]> held = [];

    private HttpClient client = null!;
    private string token = "";
    private int acknowledged;

    public long Run { get; private set; }

    /// <summary>All that was acknowledged.</summary>
    public string Keys { get; private set; } = "";

    public async Task SignInAsync(Uri server)
    {
        client = ClientOf(server);
        await client.PostFormAsync("/account/login", "/account/login", ("EmployeeNumber", number), ("Password", OpenedAcademy.Password));
    }

    /// <summary>Gets the page of an event, as everybody does before the bell.</summary>
    public async Task LookAtAsync(long eventId) => token = (await client.GetPageAsync($"/competitions/events/{eventId}")).Token();

    public async Task StartAsync(long eventId)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var started = await client.PostAsync($"/competitions/events/{eventId}", form);
        Run = long.Parse(started.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        token = (await client.GetPageAsync($"/drills/runs/{Run}")).Token();
    }

    /// <summary>Goes to a server that was started again.</summary>
    public void MoveTo(Uri server) => client = ClientOf(server);

    /// <summary>Keys for so long; each acknowledged batch is told with how long it took, by the moment at which it was sent.</summary>
    public async Task KeyAsync(TimeSpan length, TimeProvider clock, Action<DateTimeOffset, TimeSpan> acknowledge)
    {
        var start = clock.GetTimestamp();
        await Task.Delay(Second * random.NextDouble());
        using var beat = new PeriodicTimer(Second);
        object[][] open = [];
        for (var second = 1; ; second++)
        {
            if (clock.GetElapsedTime(start) < length) Hit(second);
            else if (open.Length == 0) return;

            if (open.Length == 0) (open, _) = (held.ToArray(), held.RemoveAll(_ => true));
            var (sentAt, sending) = (clock.GetUtcNow(), clock.GetTimestamp());
            if (await SendAsync(open))
            {
                acknowledge(sentAt, clock.GetElapsedTime(sending));
                open = [];
            }

            await beat.WaitForNextTickAsync();
        }
    }

    /// <summary>Five keys, evenly enough for nobody to look at how they came.</summary>
    private void Hit(int second)
    {
        for (var key = 0; key < 5; key++) held.Add([(second * 1_000) + (key * 190) + random.Next(100), $"{random.Next(10)}"]);
    }

    private async Task<bool> SendAsync(object[][] keys)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/drills/runs/{Run}/batches/{acknowledged + 1}")
        {
            Content = JsonContent.Create(new { keys }),
        };
        request.Headers.Add("RequestVerificationToken", token);
        try
        {
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
            Assert.True(answer.IsSuccessStatusCode, $"{number}, batch {acknowledged + 1}: {answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return false;
        }

        acknowledged++;
        Keys += string.Concat(keys.Select(key => key[1]));
        return true;
    }

    private HttpClient ClientOf(Uri server)
    {
        var moved = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server };
        moved.DefaultRequestHeaders.Add("X-Forwarded-For", $"10.7.{place / 250}.{1 + (place % 250)}");
        return moved;
    }
}
