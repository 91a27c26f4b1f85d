using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Faults;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>
/// How long answers wait at the bell: twenty candidates save, each a fifth of a second after the last answer, while forty people sign
/// in at once and forty-eight strangers guess without a pause, each at an address of their own. The server is a process of its own,
/// and passwords cost what they cost.
/// </summary>
[Collection("Measurements")]
public sealed class SignInMeasurements(OpenedAcademy opened) : IDisposable
{
    private const int Candidates = 20;
    private const int Honest = 40;
    private const int Strangers = 48;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Storm = TimeSpan.FromSeconds(20);

    /// <summary>What is promised beside any storm: nearly all who save, whoever saves, and the last who signs in.</summary>
    private static readonly TimeSpan UsualSave = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestSave = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSignIn = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentBag<HttpStatusCode> guesses = [];

    [Fact(Explicit = true)]
    public async Task Saves_while_people_and_strangers_sign_in()
    {
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        var numbers = await NumbersAsync();
        var hall = numbers.Take(Candidates).Select(number => new Examinee(number, new Random(7))).ToList();
        foreach (var candidate in hall) await candidate.SitDownAsync(server.Address);
        var figures = new Figures($"Saves of {Candidates} candidates", "Meanwhile", "median", "95 %", "99 %", "longest");

        await MeasureAsync(figures, hall, "nothing else", () => Task.Delay(TimeSpan.FromSeconds(10)));
        var all = TimeSpan.Zero;
        await MeasureAsync(figures, hall, $"{Honest} sign in at once", async () =>
        {
            all = await SignInAllAsync(server.Address, numbers.Skip(Candidates), 1);
            await Task.Delay(TimeSpan.FromSeconds(5));
        });
        var beside = TimeSpan.Zero;
        await MeasureAsync(figures, hall, $"{Strangers} guess, {Honest} sign in at once", async () =>
        {
            using var end = new CancellationTokenSource(Storm);
            var storm = Enumerable.Range(0, Strangers).Select(n => Task.Run(() => GuessAsync(server.Address, n, end.Token))).ToList();
            await Task.Delay(TimeSpan.FromSeconds(2));
            beside = await SignInAllAsync(server.Address, numbers.Skip(Candidates), 2);
            await Task.WhenAll(storm);
        });

        figures.Show();
        Tell($"All {Honest} are in after {all.TotalSeconds:0.0} s, beside {Strangers} strangers after {beside.TotalSeconds:0.0} s");
        Tell($"Guesses: {string.Join(", ", guesses.CountBy(status => status).Select(g => $"{g.Value} x {(int)g.Key}"))}");
        Tell($"Most memory of the server: {server.Usage.MostMemory >> 20} MB");
        Assert.All([all, beside], time => Assert.InRange(time, TimeSpan.Zero, LongestSignIn));
        Assert.DoesNotContain(guesses, status => (int)status >= 500);
    }

    public void Dispose() => folder.Dispose();

    private static void Tell(FormattableString line) =>
        TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static async Task MeasureAsync(Figures figures, IReadOnlyList<Examinee> hall, string what, Func<Task> act)
    {
        var times = new ConcurrentBag<TimeSpan>();
        using var end = new CancellationTokenSource();
        var saving = Task.WhenAll(hall.Select(candidate => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                times.Add(await Figures.TimeAsync(candidate.AnswerAsync));
                await Task.Delay(Pause);
            }
        })));
        await act();
        await end.CancelAsync();
        await saving;
        Assert.InRange(Figures.Quantile(times, 0.95), TimeSpan.Zero, UsualSave);
        Assert.InRange(times.Max(), TimeSpan.Zero, LongestSave);
        figures.Add(
            what, Figures.Quantile(times, 0.5), Figures.Quantile(times, 0.95), Figures.Quantile(times, 0.99), times.Max());
    }

    private static async Task<TimeSpan> SignInAllAsync(Uri server, IEnumerable<string> numbers, int network)
    {
        var doors = new List<(string Number, HttpClient Client, string Token)>();
        foreach (var (n, number) in numbers.Index())
        {
            var client = ClientOf(server, $"10.{network}.0.{n + 1}");
            doors.Add((number, client, (await client.GetPageAsync("/account/login")).Token()));
        }

        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(doors.Select(door => SendAsync(door.Client, door.Token, door.Number, OpenedAcademy.Password)));
        var all = Stopwatch.GetElapsedTime(start);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer));
        foreach (var (_, client, _) in doors) client.Dispose();
        return all;
    }

    private async Task GuessAsync(Uri server, int stranger, CancellationToken end)
    {
        using var client = ClientOf(server, $"10.66.0.{stranger + 1}");
        var token = (await client.GetPageAsync("/account/login")).Token();
        for (var n = 0; !end.IsCancellationRequested; n++)
            guesses.Add(await SendAsync(client, token, $"X{stranger:D2}{n / Tries.MostTries:D4}", "guess-1"));
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string token, string number, string password)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", token),
            KeyValuePair.Create("EmployeeNumber", number),
            KeyValuePair.Create("Password", password),
        ]);
        using var answer = await client.PostAsync("/account/login", form);
        return answer.StatusCode;
    }

    private static HttpClient ClientOf(Uri server, string address)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server };
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }

    private async Task<List<string>> NumbersAsync()
    {
        await using var store = new AcademyStore(opened);
        return await store.AskAsync((AcademyDb db) => db.Employees
            .Where(e => EF.Functions.Like(e.UserName, "E%") && e.Employment == Employment.Active && e.DisabledAt == null)
            .OrderBy(e => e.UserName)
            .Select(e => e.UserName!)
            .Skip(1)
            .Take(Candidates + Honest)
            .ToListAsync());
    }
}
