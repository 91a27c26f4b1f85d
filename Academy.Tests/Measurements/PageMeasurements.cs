using Academy.Tests.Faults;
using Academy.Tests.Hosting;

namespace Academy.Tests.Measurements;

/// <summary>
/// How long pages take one employee: the round trip on loopback to the program in its own process, whole body read.
/// The server's own time is less than that.
/// </summary>
[Collection("Measurements")]
public sealed class PageMeasurements : IDisposable
{
    private const string Number = "E0042";
    private const int Requests = 200;
    private const int WarmUp = 200;

    private readonly TemporaryFolder folder = new();

    [Fact(Explicit = true)]
    public async Task Pages_of_the_demonstration_bank()
    {
        await using var server = new AcademyProcess(folder.Path);
        await MeasureAsync(server, "demonstration bank");
    }

    [Fact(Explicit = true)]
    public async Task Pages_of_a_grown_bank()
    {
        await using var server = new AcademyProcess(folder.Path);
        var growth = new Figures("Growing to 10,000 people and 1,000,000 responses", "What", "once");
        growth.Add(
            "demo grow",
            await Figures.TimeAsync(() => server.RunAsync("demo", "grow", "--employees", "10000", "--responses", "1000000")));
        growth.Add("a later start", await OpeningMeasurements.OpenAsync(folder.Path));
        growth.Show();
        await MeasureAsync(server, "grown bank");
        await new ListMeasurements(server).MeasureAsync();
    }

    public void Dispose() => folder.Dispose();

    private static async Task MeasureAsync(AcademyProcess server, string bank)
    {
        var figures = new Figures(
            $"Pages of the {bank}, round trip on loopback, one client ({Number}), {Requests} requests after {WarmUp}",
            "Page",
            "median",
            "95 %");
        await server.StartAsync();
        var examinee = new Examinee(Number, new Random(1));
        await examinee.SitDownAsync(server.Address);
        await AddAsync(figures, "dashboard", () => examinee.ReadAsync("/"));
        await AddAsync(figures, "lesson", () => examinee.ReadAsync("/courses/counterfeit-currency/seizing"));
        await AddAsync(figures, "quiz cover", () => examinee.ReadAsync(examinee.Quiz));
        await AddAsync(figures, "attempt", () => examinee.ReadAsync(examinee.Attempt));
        await AddAsync(figures, "saving an answer", examinee.AnswerAsync);
        await AddAsync(figures, "starting a quiz", examinee.StartAsync, before: examinee.HandInAsync);
        figures.Show();
    }

    private static async Task AddAsync(Figures figures, string page, Func<Task> visit, Func<Task>? before = null)
    {
        var times = new List<TimeSpan>(WarmUp + Requests);
        for (var i = 0; i < WarmUp + Requests; i++)
        {
            if (before is not null) await before();
            times.Add(await Figures.TimeAsync(visit));
        }

        times.RemoveRange(0, WarmUp);
        figures.Add(page, Figures.Quantile(times, 0.5), Figures.Quantile(times, 0.95));
    }
}
