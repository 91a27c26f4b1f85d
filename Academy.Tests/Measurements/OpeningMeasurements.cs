using System.Net;
using Academy.Tests.Faults;
using Academy.Tests.Hosting;

namespace Academy.Tests.Measurements;

/// <summary>How long the doors take to open: from the start of the process until <c>/health/ready</c> says so.</summary>
[Collection("Measurements")]
public sealed class OpeningMeasurements
{
    private const int Times = 3;

    [Fact(Explicit = true)]
    public async Task Opening()
    {
        List<TimeSpan> first = [], later = [];
        for (var i = 0; i < Times; i++)
        {
            using var folder = new TemporaryFolder();
            first.Add(await OpenAsync(folder.Path));
            later.Add(await OpenAsync(folder.Path));
        }

        var figures = new Figures($"Opening, process start to /health/ready, median of {Times}", "Start", "median");
        figures.Add("first: creates the database and the demonstration bank", Figures.Quantile(first, 0.5));
        figures.Add("later: the content is unchanged", Figures.Quantile(later, 0.5));
        figures.Show();
    }

    internal static async Task<TimeSpan> OpenAsync(string dataDirectory)
    {
        await using var server = new AcademyProcess(dataDirectory);
        return await Figures.TimeAsync(async () =>
        {
            await server.StartAsync();
            using var client = new HttpClient { BaseAddress = server.Address };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        });
    }
}
