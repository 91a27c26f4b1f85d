using System.Globalization;
using Academy.Tests.Faults;
using Academy.Tests.Hosting;

namespace Academy.Tests.Measurements;

/// <summary>How long lists, searches and coverage of a grown bank take, as each role sees them.</summary>
internal sealed class ListMeasurements(AcademyProcess server)
{
    private const int Requests = 40;
    private const int WarmUp = 20;

    private static readonly (string Number, string Role, (string Page, string Address)[] Pages)[] Roles =
    [
        ("A0001", "administrator",
        [
            ("dashboard", "/"),
            ("people, first page", "/admin/people"), ("people, middle page", "/admin/people?page=250"),
            ("people, last page", "/admin/people?page=500"),
            ("people of a branch and a position", "/admin/people?branch=1100&position=teller"),
            ("people of a role", "/admin/people?role=branch-head"),
            ("people by name", "/admin/people?q=王"), ("people by pinyin", "/admin/people?q=wang an"),
            ("a person", "/admin/people/G005000"), ("branches", "/admin/branches"), ("a branch", "/admin/branches/1100"),
            ("positions", "/admin/positions"),
            ("assignments, first page", "/admin/assignments"), ("assignments, last page", "/admin/assignments?page=3"),
            ("an assignment", "/admin/assignments/9"),
            ("coverage of the bank", "/branch"), ("coverage of all units", "/branch?by=all"),
            ("coverage by position", "/branch?by=positions"),
            ("coverage of a branch", "/branch?at=1100"), ("who is missing", "/branch?unit=1100&subject=course-professional-ethics"),
            ("people and what they miss", "/branch/people"), ("people and what they miss, last page", "/branch/people?page=489"),
            ("people who miss something, by pinyin", "/branch/people?missing=true&q=wang"),
            ("coverage as a workbook", "/branch/coverage.xlsx"),
            ("signatures", "/branch/attestations"), ("signatures that are missing", "/branch/attestations?missing=true"),
            ("audit trail, first page", "/admin/audit"), ("audit trail, last page", "/admin/audit?page=490"),
            ("audit trail by name", "/admin/audit?q=王"), ("audit trail, nothing found", "/admin/audit?q=nothing like it"),
            ("authors' courses", "/authoring/courses"), ("search", "/search?q=客户"), ("search for people", "/search?q=wang&in=people"),
        ]),
        ("T0001", "trainer",
            [
                ("dashboard", "/"),
                ("assignments", "/admin/assignments"),
                ("a new assignment", "/admin/assignments/new"),
                ("signatures", "/branch/attestations"),
                ("authors' courses", "/authoring/courses"),
                ("search", "/search?q=客户"),
            ]),
        ("B0001", "branch head",
            [
                ("dashboard", "/"),
                ("coverage", "/branch"),
                ("people and what they miss", "/branch/people"),
                ("signatures", "/branch/attestations"),
                ("search for people", "/search?q=wang&in=people"),
                ("coverage as a workbook", "/branch/coverage.xlsx"),
            ]),
        ("G005000", "employee",
            [
                ("dashboard", "/"), ("assignments", "/assignments"), ("courses", "/courses"), ("quizzes", "/quizzes"), ("inbox", "/inbox"),
                ("search", "/search?q=客户"),
            ]),
    ];

    public async Task MeasureAsync()
    {
        var figures = new Figures(
            $"Lists of the grown bank, round trip on loopback, one client, {Requests} requests after {WarmUp}",
            "Page",
            "least",
            "median",
            "95 %",
            "processor");
        foreach (var (number, role, pages) in Roles)
        {
            using var client = await server.SignInAsync(number);
            foreach (var (page, address) in pages) await AddAsync(figures, $"{page} ({role})", () => ReadAsync(client, address));
        }

        using var administrator = await server.SignInAsync("A0001");
        var name = 0;
        await AddAsync(figures, "coverage of the bank after a change (administrator)", () => ReadAsync(administrator, "/branch"),
            before: () => RenameAsync(administrator, string.Create(CultureInfo.InvariantCulture, $"柜员{++name}")));
        figures.Show();
        TestContext.Current.TestOutputHelper!.WriteLine($"The server holds {server.Usage.Memory >> 20} MB.");
    }

    private async Task AddAsync(Figures figures, string page, Func<Task> visit, Func<Task>? before = null)
    {
        List<TimeSpan> times = [], processor = [];
        for (var i = 0; i < WarmUp + Requests; i++)
        {
            if (before is not null) await before();
            var used = server.Usage.Processor;
            times.Add(await Figures.TimeAsync(visit));
            processor.Add(server.Usage.Processor - used);
        }

        var counted = times.Skip(WarmUp).ToList();
        figures.Add(
            page,
            counted.Min(),
            Figures.Quantile(counted, 0.5),
            Figures.Quantile(counted, 0.95),
            TimeSpan.FromTicks((long)processor.Skip(WarmUp).Average(p => p.Ticks)));
    }

    private static async Task ReadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static Task<HttpResponseMessage> RenameAsync(HttpClient client, string name) =>
        client.PostShownAsync("/admin/positions/teller", null, ("Name", name), ("EnglishName", "Teller"));
}
