using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Faults;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Measurements;

/// <summary>
/// How long answers wait while people and questions are imported: fifty candidates save all the time, each a fifth of a second
/// after the last answer, in the process that does everything else; and how long a turn keeps the others from writing.
/// </summary>
[Collection("Measurements")]
public sealed class TurnMeasurements(OpenedAcademy opened)
{
    private const int Candidates = 50;
    private const int Rows = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Words = ["柜面", "现金", "假币", "客户", "凭证", "交接", "登记", "复核", "挂失", "开户", "存款", "汇款", "密码", "印章", "尾箱"];

    private readonly TimedTurns turns = new();
    private readonly List<string> longest = [];
    private readonly Figures saves = new(
        $"Saves of {Candidates} candidates", "Meanwhile", "elapsed", "median", "99 %", "longest", "longest turn");

    [Fact(Explicit = true)]
    public async Task Saves_during_imports()
    {
        await using var app = new AcademyApp(
            opened, TimeProvider.System, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));
        var hall = await SeatAsync(app);
        var (administrator, trainer) = (await app.SignInAsync("A0001"), await app.SignInAsync("T0001"));
        await MeasureAsync(hall, "nothing else", () => Task.Delay(TimeSpan.FromSeconds(10)));

        var run = "";
        await MeasureAsync(hall, "people: preview", async () =>
            run = await UploadAsync(administrator, "/admin/people/imports", "a.csv", Roster("101", "在岗")));
        await MeasureAsync(hall, "people: all new", () => ApplyAsync(administrator, run));
        run = await UploadAsync(administrator, "/admin/people/imports", "a.csv", Roster("102", "产假"));
        await MeasureAsync(hall, "people: all moved", () => ApplyAsync(administrator, run));

        var import = "";
        await MeasureAsync(hall, "questions: preview", async () =>
            import = await UploadAsync(trainer, "/authoring/banks/1/import", "a.csv", Questions("甲")));
        await MeasureAsync(hall, "questions: all new", () => trainer.PostFormAsync(import, $"{import}/application", ("Seen", "0")));
        Assert.NotNull((await trainer.GetPageAsync(import)).QuerySelector("form[action$='/undoing']"));
        await MeasureAsync(hall, "questions: all tagged", () => trainer.PostFormAsync(
            "/authoring/banks/1",
            "/authoring/banks/1/selection",
            ("act", "Tag"),
            ("whole", "true"),
            ("isAnswered", "true"),
            ("addTags", "年度")));
        await MeasureAsync(hall, "questions: taken back", () => trainer.PostFormAsync(import, $"{import}/undoing"));
        Assert.Null((await trainer.GetPageAsync(import)).QuerySelector("form[action$='/undoing']"));

        import = await UploadAsync(trainer, "/authoring/banks/1/import", "b.gift", Texts("乙"));
        await trainer.PostFormAsync(import, $"{import}/application", ("Seen", "0"));
        import = await UploadAsync(trainer, "/authoring/banks/1/import", "b.gift", Texts("丙"));
        await MeasureAsync(hall, "questions: all revised", () => trainer.PostFormAsync(import, $"{import}/application", ("Seen", "0")));

        saves.Show();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', longest));
    }

    private async Task MeasureAsync(IReadOnlyList<Examinee> hall, string what, Func<Task> act)
    {
        turns.Lengths.Clear();
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
        var elapsed = await Figures.TimeAsync(act);
        await end.CancelAsync();
        await saving;
        var held = turns.Lengths.OrderDescending().ToList();
        saves.Add(what, elapsed, Figures.Quantile(times, 0.5), Figures.Quantile(times, 0.99), times.Max(), held[0]);
        var most = held.Take(5).Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0}"));
        longest.Add($"Longest turns, {what}, of {held.Count}: {string.Join(", ", most)} ms");
    }

    private static async Task<List<Examinee>> SeatAsync(AcademyApp app)
    {
        var numbers = await app.InStoreAsync(db => db.Employees
            .Where(e => EF.Functions.Like(e.UserName, "E%") && e.Employment == Employment.Active && e.DisabledAt == null)
            .OrderBy(e => e.UserName)
            .Select(e => e.UserName!)
            .Skip(1)
            .Take(Candidates)
            .ToListAsync());
        var hall = numbers.ConvertAll(number => new Examinee(number, new Random(number.GetHashCode(StringComparison.Ordinal))));
        foreach (var candidate in hall) await candidate.SitDownAsync(app.Address);
        return hall;
    }

    private static async Task ApplyAsync(HttpClient administrator, string run)
    {
        var fingerprint = (await administrator.GetPageAsync(run)).QuerySelector("[name=Fingerprint]")!.GetAttribute("value")!;
        await administrator.PostFormAsync(run, run, ("Fingerprint", fingerprint));
        Assert.Null((await administrator.GetPageAsync(run)).QuerySelector("[name=Fingerprint]"));
    }

    private static async Task<string> UploadAsync(HttpClient client, string page, string name, string content) =>
        (await client.PostFileAsync(page, name, new MemoryStream(Encoding.UTF8.GetBytes(content)), "Upload")).Headers.Location!.ToString();

    private static string Roster(string branch, string state) =>
        "工号,姓名,机构编号,岗位,状态\n" + string.Concat(Enumerable.Range(1, Rows).Select(n => $"R{n:D6},张三丰,{branch},柜员,{state}\n"));

    private static string Texts(string mark) => string.Join("\n\n", Enumerable.Range(1, Rows).Select(n =>
        $"// [id:m-{n}]\n第 {n} 号凭证（{mark}）交接时，柜员与主管应当当面核对张数并在登记簿上签名，对吗？{{T}}"));

    private static string Questions(string mark)
    {
        var random = new Random(1);
        return "题型,题干,选项A,选项B,选项C,选项D,答案,解析,难度,标签\n" + string.Concat(Enumerable.Range(1, Rows).Select(n =>
            $"单选题,{Sentence(8)}{mark}{n}，应当怎样办理？,{string.Join(',', Enumerable.Range(0, 4).Select(o => $"{Sentence(4)}{n}{o}"))},"
            + $"A,{Sentence(10)},中,常考\n"));

        string Sentence(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]));
    }
}
