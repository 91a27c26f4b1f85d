using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Academy.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Attack;

/// <summary>
/// What an attacked academy has besides what every academy begins with: one of each thing that there is a form for, in each state that
/// the form acts on.
/// </summary>
internal sealed class Stock
{
    private const string AddingABank = "/authoring/banks/new";
    private const string AddingACompetition = "/authoring/competitions/new";
    private const string Bank = "/authoring/banks/1";
    private const string Categories = $"{Bank}/categories";
    private const string Roster = "工号,姓名,机构编号,岗位\nE0003,李闻钰,302,大堂经理\n";

    private readonly Dictionary<string, IReadOnlyList<string>> places;

    private Stock(Dictionary<string, IReadOnlyList<string>> places) => this.places = places;

    public static async Task<Stock> OfAsync(WalkedAcademy academy)
    {
        var app = academy.App;
        var (trainer, administrator) = (await app.SignInAsync("T0001"), await app.SignInAsync("A0001"));
        var (draft, published) = ($"/authoring/quizzes/{await QuizAsync(app, false)}", $"/authoring/quizzes/{await QuizAsync(app, true)}");
        var ready = await ImportAsync(trainer, Bank, "题.txt", "1. 双击算一次吗？（ ）\nA. 算\nB. 不算\n答案：A\n");
        var taken = await ImportAsync(trainer, await UndrawnBankAsync(trainer), "已导.txt", "1. 双击算两次吗？（ ）\nA. 算\nB. 不算\n答案：B\n");
        await trainer.PostShownAsync(taken, $"{taken}/application");
        var doubtful = await ImportAsync(trainer, Bank, "待改.txt", "1. 没有答案的题？\nA. 甲\nB. 乙\n\n2. 双击对吗？\n答案：对\n");
        var table = await ImportAsync(trainer, Bank, "表.csv", "问法,甲,乙,对的\n哪个？,先收,先付,A\n");
        foreach (var title in new[] { "柜面", "信贷" }) await trainer.PostFormAsync(Categories, Categories, ("Title", title));
        var competitions = new[] { await CompetitionAsync(trainer, "没发布"), await CompetitionAsync(trainer, "已发布") };
        await trainer.PostShownAsync(competitions[1], $"{competitions[1]}/publication");
        await app.InStoreAsync(db => db.KeyByMachineAsync(app.Clock, "E0061"));
        var (contested, objection) = await ContestedAsync(app);
        return new Stock(new Dictionary<string, IReadOnlyList<string>>
        {
            ["/competitions/events/{id:long}/objection"] = [$"/competitions/events/{contested}/objection"],
            ["/judging/objections/{id:long}"] = [$"/judging/objections/{objection}"],
            ["/authoring/competitions/{id:long}"] = competitions,
            ["/competitions/events/{id:long}"] = await RunningEventsAsync(app),
            ["/authoring/banks/{id:long}/categories/{category:long}"] = await LinksAsync(trainer, Categories, "tbody th a"),
            ["/authoring/imports/{id:long}"] = [taken, ready, doubtful],
            ["/authoring/imports/{id:long}/rows/{position:int}"] = [$"{doubtful}/rows/1"],
            ["/authoring/imports/{id:long}/rows/{position:int}/question"] = [$"{doubtful}/rows/1/question"],
            ["/authoring/imports/{id:long}/columns"] = [$"{table}/columns"],
            ["/authoring/quizzes/{id:long}"] = [draft, published],
            ["/authoring/quizzes/{id:long}/preview"] = [$"{draft}/preview"],
            ["/authoring/quizzes/{id:long}/sections/{number:int}"] = [$"{draft}/sections/1"],
            ["/authoring/quizzes/{id:long}/publication"] = [$"{draft}/publication"],
            ["/authoring/marking/{attemptId:long}/{slot:int}"] = await WaitingAsync(app),
            ["/admin/certificates/{id:long}/revocation"] = await RevocableAsync(app),
            ["/branch/people/{number}"] = ["/branch/people/E0001"],
            ["/admin/people/imports/{id:long}"] = [await RosterAsync(administrator)],
        });
    }

    /// <summary>Addresses of the row's route at which there is something.</summary>
    public IReadOnlyList<string> AddressesOf(WalkedAcademy academy, EndpointRow row) =>
        row.Method == "GET" && places.TryGetValue(row.Route, out var known) ? known : [academy.AddressOf(row)];

    private static Task<List<string>> RevocableAsync(AcademyApp app) => app.InStoreAsync(db => db.Certificates
        .Where(c => c.RenewedBy == null && c.Revocation == null)
        .OrderBy(c => c.Id)
        .Select(c => $"/admin/certificates/{c.Id}/revocation")
        .ToListAsync());

    private static async Task<long> QuizAsync(AcademyApp app, bool isPublished)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AcademyDb>();
        var maker = scope.ServiceProvider.GetRequiredService<QuizMaker>();
        var trainer = await db.Employees.Numbered("T0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync();
        var shipped = (await db.Quizzes.AsNoTracking().SingleAsync(q => q.Slug == Sittings.CourseQuiz)).Draft;
        var draft = shipped with { Terms = shipped.Terms with { Title = isPublished ? "已发布" : "未发布", Course = null } };
        var quiz = (await maker.AddAsync(trainer, QuizMaker.NewSlug(), draft, CancellationToken.None)).QuizId!.Value;
        var seen = (await db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == quiz)).Draft.Fingerprint;
        if (isPublished) Assert.Null(await maker.PublishAsync(trainer, quiz, seen, CancellationToken.None));
        return quiz;
    }

    /// <summary>No paper draws from it, so that what it took in can be taken back.</summary>
    private static async Task<string> UndrawnBankAsync(HttpClient trainer) =>
        (await trainer.PostFormAsync(AddingABank, AddingABank, ("Form.Title", "备用"), ("Form.Access", "Private")))
            .Headers.Location!.ToString();

    private static async Task<string> CompetitionAsync(HttpClient trainer, string title) => (await trainer.PostFormAsync(
        AddingACompetition,
        AddingACompetition,
        ("Form.Title", title),
        ("Form.OpensAt", "2026-12-01T08:00"),
        ("Form.ClosesAt", "2026-12-08T18:00"),
        ("Form.Events[0].Discipline", "keypad-lines-300"),
        ("Form.Events[0].Tries", "1"))).Headers.Location!.ToString();

    /// <summary>An event that is over, in which E0001 took part and to whose results somebody else has objected.</summary>
    private static Task<(long Event, long Objection)> ContestedAsync(AcademyApp app) => app.InStoreAsync(async db =>
    {
        var now = app.Clock.GetUtcNow();
        var trainer = await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync();
        var terms = new CompetitionTerms("有异议的", "", now.AddDays(-3), now.AddHours(-1), [new EventTerms("keypad-lines-300", 1)]);
        var competition = db.Add(new Competition(terms, trainer)).Entity;
        await db.SaveChangesAsync();
        await db.Competitions.Where(c => c.Id == competition.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.PublishedAt, now.AddDays(-4)));
        var held = competition.Events.Single().Id;
        await db.KeyDrillAsync(app.Clock, "E0001", Typist.Keypad, Typist.Hit(Typist.KeysOf(Typist.Keypad, 40), 5, seed: 40), held);
        var other = await db.Employees.Numbered("E0042").Select(e => e.Id).SingleAsync();
        var objection = db.Add(new Objection(held, other, "计时有误", now)).Entity;
        await db.SaveChangesAsync();
        return (held, objection.Id);
    });

    private static Task<IReadOnlyList<string>> RunningEventsAsync(AcademyApp app) => app.InStoreAsync(async db =>
    {
        var now = app.Clock.GetUtcNow();
        var running = db.Set<Event>().Where(e => e.Competition.OpensAt <= now && e.Competition.ClosesAt > now);
        return (IReadOnlyList<string>)await running.Select(e => $"/competitions/events/{e.Id}").ToListAsync();
    });

    private static async Task<string> ImportAsync(HttpClient trainer, string bank, string name, string content)
    {
        var file = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var answer = await trainer.PostFileAsync($"{bank}/import", name, file, "Upload");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<string> RosterAsync(HttpClient administrator)
    {
        var roster = new MemoryStream(Encoding.UTF8.GetBytes(Roster));
        return (await administrator.PostFileAsync("/admin/people/imports", "roster.csv", roster, "Upload")).Headers.Location!.ToString();
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(HttpClient client, string page, string links) =>
        [.. (await client.GetPageAsync(page)).QuerySelectorAll(links).Select(link => link.GetAttribute("href")!)];

    /// <summary>The written answers of a paper that was handed in.</summary>
    private static Task<IReadOnlyList<string>> WaitingAsync(AcademyApp app) => app.InStoreAsync(async db =>
    {
        var id = await db.SitAsync(app.Clock, "E0001", Sittings.EveryType, slot => slot.RightValue());
        var paper = await db.Attempts.WithPaper().AsNoTracking().SingleAsync(a => a.Id == id);
        return (IReadOnlyList<string>)[.. paper.Slots
            .Where(slot => slot.Question.Type is QuestionType.ShortAnswer or QuestionType.Essay)
            .Select(slot => $"/authoring/marking/{id}/{slot.Number}")];
    });
}
