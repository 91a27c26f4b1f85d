using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Academy.Tests.Hosting;
using Academy.Tests.Security;

namespace Academy.Tests.Attack;

/// <summary>
/// Whatever anybody sends, the academy answers it, in time, and by none of its own failures. What is sent follows from the seed; the
/// long run is asked for by name.
/// </summary>
public sealed class FuzzTests(OpenedAcademy opened, ITestOutputHelper output)
{
    private const int RequestsOfAnAcademy = 1000;

    /// <summary>A pattern that is slow at what was sent would take longer; other tests beside it do not.</summary>
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Fact]
    public Task No_request_makes_the_academy_fail() => FuzzAsync(seed: 20261129, requests: 300, Generous);

    [Fact(Explicit = true)]
    public Task No_request_of_many_makes_the_academy_fail() =>
        FuzzAsync(seed: Environment.TickCount, requests: 20_000, TimeSpan.FromSeconds(3));

    private async Task FuzzAsync(int seed, int requests, TimeSpan longest)
    {
        var (failures, slow, sent) = (new List<string>(), new List<string>(), new Dictionary<int, int>());
        for (var from = 0; from < requests; from += RequestsOfAnAcademy)
        {
            await using var academy = new WalkedAcademy(opened);
            await academy.InitializeAsync();
            var fuzz = new Fuzz(academy, await Stock.OfAsync(academy), new Random(seed + from));
            for (var n = from; n < Math.Min(requests, from + RequestsOfAnAcademy); n++)
            {
                var watch = Stopwatch.StartNew();
                var (request, status) = await fuzz.SendAsync();
                sent[status] = sent.GetValueOrDefault(status) + 1;
                if (status >= 500) failures.Add($"{status} {request}");
                if (watch.Elapsed > longest) slow.Add($"{watch.Elapsed.TotalSeconds:F1} s {request}");
            }
        }

        output.WriteLine($"seed {seed}: {string.Join(", ", sent.OrderBy(s => s.Key).Select(s => $"{s.Value} x {s.Key}"))}");
        Assert.True(failures.Count == 0, $"seed {seed}:\n{string.Join('\n', failures)}");
        Assert.True(slow.Count == 0, $"seed {seed}, over {longest.TotalSeconds} s:\n{string.Join('\n', slow)}");
    }

    private sealed class Fuzz(WalkedAcademy academy, Stock stock, Random random)
    {
        private readonly Dictionary<string, (HttpClient Client, string Token)> signedIn = [];

        public async Task<(string Request, int Status)> SendAsync()
        {
            var person = Any(WalkedAcademy.People);
            var (client, token) = await SignedInAsync(person);
            using var request = random.Next(100) switch
            {
                < 35 => new HttpRequestMessage(HttpMethod.Get, Query(Mangle(AddressOf("GET")))),
                < 50 => Put(AddressOf("PUT"), token),
                < 60 => PostUnreadable(token),
                _ => await PostAsync(client),
            };
            var content = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync());
            using var answer = await client.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.Headers.Location?.ToString().Contains("/account/login", StringComparison.Ordinal) == true) signedIn.Remove(person);
            return ($"{person} {request.Method} {request.RequestUri} {Short(content)}", (int)answer.StatusCode);
        }

        /// <summary>A form as it is shown, with some of its fields filled in otherwise, twice, under other names or not at all.</summary>
        private async Task<HttpRequestMessage> PostAsync(HttpClient client)
        {
            var page = AddressOf("GET");
            using var answer = await client.GetAsync(page);
            var forms = answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html"
                ? ShownForm.On(page, await answer.ReadPageAsync())
                : [];
            if (forms.Count == 0) return new HttpRequestMessage(HttpMethod.Get, Query(page));

            var form = forms[random.Next(forms.Count)];
            var fields = form.Fields.SelectMany(field => field.Key == "__RequestVerificationToken" ? [field] : Mutate(field)).ToList();
            if (random.Next(4) == 0) fields.Add(new(Any(Oddities.Names), Any(Oddities.Values)));
            var action = random.Next(8) == 0 ? Mangle(form.Action) : form.Action;
            return new HttpRequestMessage(HttpMethod.Post, action) { Content = form.Send(fields, Any(Oddities.Files)) };
        }

        private HttpRequestMessage PostUnreadable(string token)
        {
            var (type, body) = Any(Oddities.Unreadable);
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            var request = new HttpRequestMessage(HttpMethod.Post, Query(AddressOf("POST"))) { Content = content };
            request.Headers.Add("RequestVerificationToken", token);
            return request;
        }

        private KeyValuePair<string, string>[] Mutate(KeyValuePair<string, string> field) => random.Next(12) switch
        {
            0 or 1 or 2 => [new(field.Key, Any(Oddities.Values))],
            3 => [],
            4 => [field, new(field.Key, Any(Oddities.Values))],
            5 => [new($"{field.Key}[{Any(["0", "-1", "x", "", "2147483647"])}]", field.Value)],
            6 => [new($"{field.Key}.{Any(["Key", "Value", "Length", "x"])}", Any(Oddities.Values))],
            _ => [field],
        };

        private HttpRequestMessage Put(string address, string token)
        {
            var type = new MediaTypeHeaderValue(Any(["application/json", "application/json", "text/plain"]));
            var content = new StringContent(Any(Oddities.Answers), type);
            var request = new HttpRequestMessage(HttpMethod.Put, Mangle(address)) { Content = content };
            request.Headers.Add("RequestVerificationToken", token);
            return request;
        }

        /// <summary>An address with one of its parts in place of which another stands, mostly as it is.</summary>
        private string Mangle(string address)
        {
            var parts = address.Split('/');
            if (random.Next(3) == 0 && parts.Length > 1) parts[random.Next(1, parts.Length)] = Any(Oddities.Segments);
            return string.Join('/', parts);
        }

        private string Query(string address)
        {
            var names = Enumerable.Range(0, random.Next(4)).Select(_ =>
                $"{Uri.EscapeDataString(Any(Oddities.Names))}={Uri.EscapeDataString(Any(Oddities.Values))}");
            return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{string.Join('&', names)}";
        }

        private string AddressOf(string method) =>
            Any(stock.AddressesOf(academy, Any([.. EndpointTable.Rows.Where(row => row.Method == method)])));

        /// <summary>Somebody whom a request before has signed out signs in again; whom one has locked out stays outside.</summary>
        private async Task<(HttpClient Client, string Token)> SignedInAsync(string person)
        {
            if (signedIn.TryGetValue(person, out var known)) return known;

            var client = academy.App.NewClient();
            const string Door = "/account/login";
            if (person != "nobody")
                await client.PostFormAsync(Door, Door, ("EmployeeNumber", person), ("Password", OpenedAcademy.Password));
            using var answer = await client.GetAsync("/account/password");
            var page = answer.IsSuccessStatusCode ? await answer.ReadPageAsync() : await client.GetPageAsync(Door);
            return signedIn[person] = (client, page.Token());
        }

        private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

        private static string Short(string content) => content.Length > 600 ? $"{content[..600]}…" : content;
    }
}
