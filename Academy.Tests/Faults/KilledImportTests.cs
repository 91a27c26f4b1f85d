using System.Globalization;
using System.Text;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Academy.Tests.Faults;

/// <summary>An import whose server is killed in the middle is there whole, or nothing of it is.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Rows = 3_000;
    private const string Applied = "SELECT COUNT(*) FROM QuestionImports WHERE AppliedAt IS NOT NULL";

    private readonly TemporaryFolder folder = new();
    private readonly int seed = Random.Shared.Next();
    private readonly Random random;

    public KilledImportTests(OpenedAcademy opened)
    {
        opened.CopyTo(folder.Path);
        random = new Random(seed);
    }

    [Fact]
    public Task People_are_all_there_or_none_when_the_server_is_killed() => ImportPeopleAndKillAsync(times: 1);

    [Fact(Explicit = true)]
    public Task People_are_all_there_or_none_however_often_the_server_is_killed() => ImportPeopleAndKillAsync(times: 10);

    [Fact]
    public Task Questions_are_all_there_and_found_or_none_when_the_server_is_killed() => ImportQuestionsAndKillAsync(times: 1);

    [Fact(Explicit = true)]
    public Task Questions_are_all_there_and_found_or_none_however_often_the_server_is_killed() => ImportQuestionsAndKillAsync(times: 10);

    [Fact]
    public async Task A_server_that_is_killed_while_the_index_still_follows_finishes_it_when_it_is_started_again()
    {
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        using (var trainer = await server.SignInAsync("T0001"))
        {
            var import = await UploadAsync(trainer, "/authoring/banks/1/import", "k.gift", Questions(7));
            var taking = trainer.PostFormAsync(import, $"{import}/application", ("Seen", "0"));
            while (!taking.IsCompleted && Count(Applied) == 0) await Task.Yield();
            server.Kill();
            await Assert.ThrowsAnyAsync<Exception>(() => taking);
        }

        Assert.Equal(0, Count("SELECT COUNT(*) FROM QuestionImports WHERE IsIndexed"));
        await server.StartAsync();
        Assert.Equal(1, Count("SELECT COUNT(*) FROM QuestionImports WHERE IsIndexed"));
        AssertWhole(7);
    }

    public void Dispose() => folder.Dispose();

    private async Task ImportPeopleAndKillAsync(int times)
    {
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        for (var kill = 0; kill < times; kill++)
        {
            using (var administrator = await server.SignInAsync("A0001"))
            {
                var run = await UploadAsync(administrator, "/admin/people/imports", "roster.csv", Roster(kill));
                var page = await administrator.GetPageAsync(run);
                var fingerprint = page.QuerySelector("[name=Fingerprint]")!.GetAttribute("value")!;
                await KillAsync(server, administrator, run, run, ("Fingerprint", fingerprint));
            }

            await server.StartAsync();
            var people = Count($"SELECT COUNT(*) FROM Employees WHERE UserName LIKE 'K{kill}%'");
            var applied = Count("SELECT COUNT(*) FROM RosterRuns WHERE AppliedAt IS NOT NULL AND Id = (SELECT MAX(Id) FROM RosterRuns)");
            Assert.True(people == applied * Rows, $"Seed {seed}, kill {kill}: {people} people, applied {applied} times");
            Assert.Equal(
                (people, people, people),
                (Count($"SELECT COUNT(*) FROM Postings p JOIN Employees e ON e.Id = p.EmployeeId WHERE e.UserName LIKE 'K{kill}%'"),
                    Count($"SELECT COUNT(*) FROM RosterSteps WHERE Key LIKE 'K{kill}%'"),
                    Count($"SELECT COUNT(*) FROM AuditEntries WHERE SubjectKey LIKE 'K{kill}%'")));
        }
    }

    private async Task ImportQuestionsAndKillAsync(int times)
    {
        await using var server = new AcademyProcess(folder.Path);
        await server.StartAsync();
        for (var kill = 0; kill < times; kill++)
        {
            using (var trainer = await server.SignInAsync("T0001"))
            {
                var import = await UploadAsync(trainer, "/authoring/banks/1/import", "k.gift", Questions(kill));
                await KillAsync(server, trainer, import, $"{import}/application", ("Seen", "0"));
            }

            await server.StartAsync();
            AssertWhole(kill);
        }
    }

    private void AssertWhole(int kill)
    {
        var questions = Count($"SELECT COUNT(*) FROM Questions WHERE Key LIKE 'k{kill}-%'");
        var applied = Count($"{Applied} AND Id = (SELECT MAX(Id) FROM QuestionImports)");
        Assert.True(questions == applied * Rows, $"Seed {seed}, kill {kill}: {questions} questions, applied {applied} times");
        Assert.Equal(
            (questions, questions),
            (Count($"SELECT COUNT(*) FROM QuestionVersions v JOIN Questions q ON q.Id = v.QuestionId WHERE q.Key LIKE 'k{kill}-%'"),
                Count($"SELECT COUNT(*) FROM SearchTexts WHERE Kind = 'question' AND Key LIKE 'k{kill}-%'")));
    }

    private async Task KillAsync(
        AcademyProcess server, HttpClient client, string page, string address, params (string, string)[] fields)
    {
        var taking = client.PostFormAsync(page, address, fields);
        await Task.WhenAny(taking, Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 2_000))));
        server.Kill();
        try
        {
            await taking;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // That was the kill.
        }
    }

    private static async Task<string> UploadAsync(HttpClient client, string page, string name, string content) =>
        (await client.PostFileAsync(page, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "Upload")).Headers.Location!.ToString();

    private static string Roster(int kill) =>
        "工号,姓名,机构编号,岗位\n" + string.Concat(Enumerable.Range(1, Rows).Select(n => $"K{kill}{n:D5},张三丰,101,柜员\n"));

    private static string Questions(int kill) =>
        string.Join("\n\n", Enumerable.Range(1, Rows).Select(n => $"// [id:k{kill}-{n}]\n第 {n} 号凭证要登记吗（{kill}）？{{T}}"));

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "academy.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
