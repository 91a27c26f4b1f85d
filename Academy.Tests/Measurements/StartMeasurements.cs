using System.Globalization;
using System.Net;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Faults;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Measurements;

/// <summary>
/// What starting a quiz costs that draws from ten thousand questions: one start after the other in this process, and thirty
/// at once at a server of its own, with the memory that it holds at most.
/// </summary>
[Collection("Measurements")]
public sealed class StartMeasurements : IDisposable
{
    private const int Starts = 30;

    private static readonly QuizTerms Terms = new()
    {
        Title = "大题库抽查",
        TimeLimit = TimeSpan.FromMinutes(30),
        PassPoints = Points.Of(60),
        AttemptsAllowed = 1,
    };

    private static readonly Blueprint Paper = new(
        [
            new Section(QuestionType.SingleChoice, Points.Of(5), ["large"], 10, []),
            new Section(QuestionType.MultipleChoice, Points.Of(5), ["large"], 10, []),
        ], true, true);

    private readonly TemporaryFolder folder = new();

    [Fact(Explicit = true)]
    public async Task Starts_of_a_quiz_on_a_large_bank()
    {
        await using (var opening = new AcademyProcess(folder.Path)) await opening.StartAsync();
        await using var store = new AcademyStore(given => given with { DataDirectory = folder.Path });
        var figures = new Figures($"Starts of a quiz of {Paper.Count} questions on a bank of ten thousand", "What", "median", "95 %");
        var quiz = await store.AskAsync((AcademyDb db) => AddAsync(db));
        var allocated = await StartEachAsync(store, quiz, figures);
        var most = await StartAtOnceAsync(store, quiz, figures);

        figures.Show();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Allocated by one start: {allocated / 1e6:0.0} MB"));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Most memory of the server: {most >> 20} MB"));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<long> AddAsync(AcademyDb db)
    {
        await BankMeasurements.FillAsync(db);
        var quiz = new Quiz("large", new QuizDraft(Terms, Paper));
        Assert.Null(quiz.Publish(TestClock.Tuesday));
        db.Add(quiz);
        await db.SaveChangesAsync();
        return quiz.Id;
    }

    /// <summary>Lets people start one after the other, and gives what one start allocates in the median.</summary>
    private static async Task<long> StartEachAsync(AcademyStore store, long quiz, Figures figures)
    {
        var (times, allocations) = (new List<TimeSpan>(), new List<long>());
        foreach (var person in await PeopleAsync(store, 60, Starts + 5))
        {
            await store.TellAsync(async (Invigilator invigilator) =>
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                times.Add(
                    await Figures.TimeAsync(async () => Assert.NotNull((await invigilator.StartAsync(quiz, person, default)).AttemptId)));
                allocations.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
            });
        }

        figures.Add("one after the other, in the program", Figures.Quantile(times.Skip(5), 0.5), Figures.Quantile(times.Skip(5), 0.95));
        return allocations.Skip(5).Order().ElementAt(Starts / 2);
    }

    /// <summary>Lets as many people press the button at once, and gives how much memory the server held at most.</summary>
    private async Task<long> StartAtOnceAsync(AcademyStore store, long quiz, Figures figures)
    {
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        var people = new List<(HttpClient Client, string Token)>();
        foreach (var number in await NumbersAsync(store))
        {
            var client = await server.SignInAsync(number);
            using var cover = await client.GetAsync($"/quizzes/{quiz}");
            // Who has left cannot sign in.
            if (cover.StatusCode == HttpStatusCode.OK && people.Count < Starts) people.Add((client, (await cover.ReadPageAsync()).Token()));
            else client.Dispose();
        }

        Assert.Equal(Starts, people.Count);
        var times = new List<TimeSpan>();
        var all = await Figures.TimeAsync(async () =>
            times.AddRange(await Task.WhenAll(people.Select(p => Figures.TimeAsync(() => StartAsync(p.Client, p.Token, quiz))))));
        figures.Add($"{Starts} at once, over loopback", Figures.Quantile(times, 0.5), Figures.Quantile(times, 0.95));
        figures.Add($"{Starts} at once, until the last has its paper", all);
        foreach (var (client, _) in people) client.Dispose();
        return server.Usage.MostMemory;
    }

    private static async Task StartAsync(HttpClient person, string token, long quiz)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await person.PostAsync($"/quizzes/{quiz}/start", form);
        Assert.StartsWith("/attempts/", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Task<List<string>> NumbersAsync(AcademyStore store) => store.AskAsync((AcademyDb db) =>
        db.Employees
            .Where(e => EF.Functions.Like(e.UserName, "E%"))
            .OrderBy(e => e.UserName)
            .Select(e => e.UserName!)
            .Take(Starts + 10)
            .ToListAsync());

    private static Task<List<long>> PeopleAsync(AcademyStore store, int skip, int count) =>
        store.AskAsync((AcademyDb db) => db.Employees.OrderBy(e => e.UserName).Skip(skip).Take(count).Select(e => e.Id).ToListAsync());
}
