using System.Text;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Academy.Tests.Questions;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Data;

/// <summary>
/// What takes long is done before the turn, or in many turns: a turn runs as many statements for many as for few, where few fill a
/// turn, and before every statement outside of the turns somebody else writes without waiting.
/// </summary>
public sealed class ShortTurnsTests(OpenedAcademy opened)
{
    private const string Course = "civilized-service";
    private const string Bank = "柜面业务";

    /// <summary>Prepares an act on so many of something. What is given back does it, and says whether it did.</summary>
    private delegate Task<Func<Task<bool>>> Act(AcademyStore store, int size);

    private static readonly Dictionary<string, (int Few, int Many, Act PrepareAsync)> Acts = new()
    {
        ["taking new people in"] = (50, 500, (store, size) => TakePeopleAsync(store, Roster(size, "101", "在岗"))),
        ["moving people by a list"] = (50, 500, MovePeopleAsync),
        ["keeping a file of questions"] = (50, 500, KeepFileAsync),
        ["taking new questions in"] = (50, 500, async (store, size) =>
            await TakeQuestionsAsync(store, await AddBankAsync(store), Questions(size, "T"))),
        ["taking next versions in"] = (50, 500, async (store, size) =>
            await TakeQuestionsAsync(store, await ImportedAsync(store, size), Questions(size, "F"))),
        ["taking new questions back"] = (50, 500, async (store, size) =>
            await TakeBackAsync(store, await AddBankAsync(store), Questions(size, "T"))),
        ["taking next versions back"] = (50, 500, async (store, size) =>
            await TakeBackAsync(store, await ImportedAsync(store, size), Questions(size, "F"))),
        ["tagging questions"] = (50, 500, TagAsync),
        ["publishing a quiz on a bank"] = (60, 600, PublishQuizAsync),
        ["publishing a lesson among others"] = (3, 30, PublishLessonAsync),
        ["retiring the lesson that readers lacked"] = (200, 600, RetireLessonAsync),
        ["nudging people"] = (200, 600, NudgeAsync),
        ["issuing passwords"] = (200, 600, IssuePasswordsAsync),
        ["finalizing a competition that many have left"] = (5, 50, FinalizeCompetitionAsync),
    };

    public static TheoryData<string> Names => [.. Acts.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_turn_is_as_long_for_many_as_for_few_and_outside_of_it_everybody_writes(string name)
    {
        var (few, many, act) = Acts[name];

        var (forFew, forMany) = (await LongestTurnAsync(act, few), await LongestTurnAsync(act, many));

        Assert.True(
            forMany.Count == forFew.Count,
            $"{forFew.Count} statements for {few}, {forMany.Count} for {many}, the most of them:\n{Tell(forMany)}");
    }

    [Fact]
    public async Task The_keys_of_a_drill_are_looked_at_before_the_turn_that_ends_it()
    {
        var turns = new TracedTurns();
        await using var store = new AcademyStore(opened, turns.Into);
        var run = await store.StartDrillAsync("E0001", Discipline.Keypad);
        Assert.Null((await store.SendKeysAsync("E0001", run, 1, new KeyStroke(400, '1'))).Refusal);
        turns.Forget();

        Assert.Null(await store.FinishDrillAsync("E0001", run));

        Assert.Contains(turns.Longest, statement => statement.Contains("\"DrillBatches\"", StringComparison.Ordinal));
        Assert.DoesNotContain(turns.Longest, statement =>
            statement.Contains("\"DrillBatches\"", StringComparison.Ordinal) && statement.Contains("\"Keys\"", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> LongestTurnAsync(Act act, int size)
    {
        var turns = new TracedTurns();
        await using var store = new AcademyStore(opened, turns.Into);
        var doAsync = await act(store, size);
        using var bystander = new Bystander(store);
        turns.Forget();
        turns.Outside = bystander.Write;
        Assert.True(await doAsync());
        turns.Outside = null;
        Assert.Equal(0, bystander.Refused);
        Assert.NotEqual(0, bystander.Written);
        return turns.Longest;
    }

    /// <summary>The kinds of statements that there are most of, by how they begin.</summary>
    private static string Tell(IEnumerable<string> turn) => string.Join('\n', turn
        .CountBy(statement => statement[..Math.Min(statement.Length, 60)])
        .OrderByDescending(kind => kind.Value)
        .Take(3)
        .Select(kind => $"{kind.Value} {kind.Key}"));

    private static async Task<Func<Task<bool>>> TakePeopleAsync(AcademyStore store, string roster)
    {
        var run = await store.ReceiveAsync(roster);
        var plan = await store.PlanAsync(run);
        return async () => await store.ApplyAsync(run, plan.Fingerprint) == RosterOutcome.Applied;
    }

    private static async Task<Func<Task<bool>>> MovePeopleAsync(AcademyStore store, int people)
    {
        await store.ImportAsync(Roster(people, "101", "在岗"));
        return await TakePeopleAsync(store, Roster(people, "102", "产假"));
    }

    private static async Task<Func<Task<bool>>> KeepFileAsync(AcademyStore store, int questions)
    {
        var bank = await AddBankAsync(store);
        return async () => (await ReceiveAsync(store, bank, Questions(questions, "T"))).Refusal is null;
    }

    /// <summary>A bank that has so many questions from a file.</summary>
    private static async Task<long> ImportedAsync(AcademyStore store, int questions)
    {
        var bank = await AddBankAsync(store);
        Assert.True(await (await TakeQuestionsAsync(store, bank, Questions(questions, "T")))());
        return bank;
    }

    private static async Task<Func<Task<bool>>> TakeQuestionsAsync(AcademyStore store, long bank, string gift)
    {
        var (trainer, import) = (await TrainerAsync(store), (await ReceiveAsync(store, bank, gift)).ImportId!.Value);
        return async () => await store.AskAsync((Cataloger role) => role.ApplyAsync(import, 0, trainer, None)) is null;
    }

    private static async Task<Func<Task<bool>>> TakeBackAsync(AcademyStore store, long bank, string gift)
    {
        var (trainer, import) = (await TrainerAsync(store), (await ReceiveAsync(store, bank, gift)).ImportId!.Value);
        Assert.Null(await store.AskAsync((Cataloger role) => role.ApplyAsync(import, 0, trainer, None)));
        return async () => await store.AskAsync((Cataloger role) => role.UndoAsync(import, trainer, None)) is null;
    }

    private static async Task<Func<Task<bool>>> TagAsync(AcademyStore store, int size)
    {
        var (trainer, bank) = (await TrainerAsync(store), await FillBankAsync(store, size));
        var seen = await store.AskAsync((AcademyDb db) =>
            db.QuestionVersions.Latest().Where(v => v.Question.Bank.Slug == bank).Seen().ToListAsync());
        return async () => (await store.AskAsync((Curator role) => role.TagAsync(trainer, seen, ["年度"], [], None))).Done == size;
    }

    private static async Task<Func<Task<bool>>> PublishQuizAsync(AcademyStore store, int size)
    {
        var (trainer, bank) = (await TrainerAsync(store), await FillBankAsync(store, size));
        var draft = new QuizDraft(
            new QuizTerms { Title = "小测", TimeLimit = TimeSpan.FromMinutes(20), PassPoints = Points.Of(30) },
            new Blueprint([new Section(QuestionType.SingleChoice, Points.Of(5), [bank], 10, [])], true, true));
        var (id, _) = await store.AskAsync((QuizMaker role) => role.AddAsync(trainer, QuizMaker.NewSlug(), draft, None));
        return async () => await store.AskAsync((QuizMaker role) => role.PublishAsync(trainer, id!.Value, draft.Fingerprint, None)) is null;
    }

    private static async Task<Func<Task<bool>>> PublishLessonAsync(AcademyStore store, int lessons)
    {
        const string slug = "first-days";
        var desk = new Learning.Desk(store);
        await desk.AddCourseAsync(slug);
        for (var n = 1; n <= lessons; n++)
        {
            await desk.AddLessonAsync(slug, $"day-{n}");
            await desk.WriteAsync(slug, $"day-{n}", $"## 第 {n} 条\n\n您好。");
        }

        Assert.Null(await desk.PublishAsync(slug));
        Assert.Null(await desk.WriteAsync(slug, "day-2", "## 再问好\n\n早上好。"));
        return async () => await desk.PublishAsync(slug) is null;
    }

    /// <summary>As many readers as said have read all lessons of a course but the last.</summary>
    private static async Task<Func<Task<bool>>> RetireLessonAsync(AcademyStore store, int readers)
    {
        var (trainer, now) = (await TrainerAsync(store), store.Clock.GetUtcNow());
        await EmployAsync(store, readers);
        var last = await store.AskAsync(async (AcademyDb db) =>
        {
            var lessons = await db.Lessons.InForce().Where(l => l.Course.Slug == Course).OrderBy(l => l.Number).ToListAsync();
            foreach (var person in await db.Employees.Where(e => EF.Functions.Like(e.UserName, "N%")).ToListAsync())
                foreach (var lesson in lessons.SkipLast(1)) db.Add(Read(person.Id, lesson));
            await db.SaveChangesAsync();
            return lessons[^1].Id;
        });
        return async () =>
        {
            var before = await CompletionsAsync();
            await store.TellAsync((Editor role) => role.RetireLessonAsync(trainer, last, None));
            return await CompletionsAsync() >= before + readers;
        };

        Progress Read(long person, Lesson lesson)
        {
            var progress = new Progress(person, lesson.Id);
            progress.Open(now - TimeSpan.FromHours(2));
            Assert.Null(progress.Finish(LessonMeasure.Of(lesson), null, now));
            return progress;
        }

        Task<int> CompletionsAsync() => store.AskAsync((AcademyDb db) => db.Completions.CountAsync());
    }

    private static async Task<Func<Task<bool>>> NudgeAsync(AcademyStore store, int people)
    {
        var actor = await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("B0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
        await EmployAsync(store, people);
        var coverage = await store.AskAsync((CoverageLedger ledger) => ledger.ReadAsync(None));
        var scope = new CoverageScope(coverage.Units.Single(u => u.Code == "102"));
        return async () =>
            await store.AskAsync((Nudger role) => role.NudgeAsync(scope, "course-professional-ethics", actor, None)) >= people;
    }

    private static async Task<Func<Task<bool>>> IssuePasswordsAsync(AcademyStore store, int people)
    {
        var actor = await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("A0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
        var unit = await EmployAsync(store, people);
        var waiting = await store.AskAsync((AcademyDb db) => db.WaitingForPasswordAsync(unit, false, None));
        return async () => (await store.AskAsync((AccountKeeper role) =>
            role.IssuePasswordsAsync(actor, unit, false, waiting.AsSeen(), None))).Issued.Count >= people;
    }

    /// <summary>A competition of which as many as said have left the keypad without handing in.</summary>
    private static async Task<Func<Task<bool>>> FinalizeCompetitionAsync(AcademyStore store, int people)
    {
        var (trainer, opens) = (await TrainerAsync(store), store.Clock.GetUtcNow().AddHours(1));
        var terms = new CompetitionTerms("小赛", "", opens, opens.AddDays(1), [new("keypad-lines-300", 1)]);
        var id = (await store.AskAsync((Convener role) => role.AddAsync(terms, trainer, None))).CompetitionId!.Value;
        Assert.Null(await store.AskAsync((Convener role) => role.PublishAsync(id, terms.AsSeen(), trainer, None)));
        await EmployAsync(store, people);
        await store.TellAsync(async (AcademyDb db) =>
        {
            var keypad = await db.Events.Where(e => e.CompetitionId == id).Select(e => e.Id).SingleAsync();
            foreach (var person in await db.Employees.Where(e => EF.Functions.Like(e.UserName, "N%")).ToListAsync())
                db.Add(new DrillRun(person.Id, person.BranchId, new DrillTerms(Discipline.Keypad, person.Id), opens, keypad));
            await db.SaveChangesAsync();
        });
        store.Clock.SetUtcNow(opens.AddDays(2));
        return async () => await store.AskAsync((Convener role) => role.FinalizeAsync(id, "成绩无误", trainer, None)) is null;
    }

    private static Task<long> EmployAsync(AcademyStore store, int people) => store.AskAsync(async (AcademyDb db) =>
    {
        var (unit, post) = (await db.Branches.SingleAsync(b => b.Code == "102"), await db.Positions.SingleAsync(p => p.Slug == "teller"));
        var since = new DateOnly(2026, 1, 5);
        db.AddRange(Enumerable.Range(1, people).Select(n => new Employee($"N{n:D4}", "新人", unit.Id, post.Id, since)));
        await db.SaveChangesAsync();
        return unit.Id;
    });

    private static async Task<long> AddBankAsync(AcademyStore store)
    {
        var trainer = await TrainerAsync(store);
        return (await store.AskAsync((Librarian role) => role.AddBankAsync(
            trainer, Librarian.NewSlug(), new BankTerms(Bank, "", BankAccess.Private, false), None))).BankId!.Value;
    }

    private static async Task<string> FillBankAsync(AcademyStore store, int questions)
    {
        var (id, now) = (await AddBankAsync(store), store.Clock.GetUtcNow());
        return await store.AskAsync(async (AcademyDb db) =>
        {
            var bank = await db.Banks.SingleAsync(b => b.Id == id);
            for (var n = 1; n <= questions; n++)
                db.Add(new Question($"Q-{n}", bank)).Entity.Write(Specimens.Single, null, now).Approve(null, now);
            await db.SaveChangesAsync();
            return bank.Slug;
        });
    }

    private static Task<ReceivedFile> ReceiveAsync(AcademyStore store, long bank, string gift) => store.AskAsync(async (Cataloger role) =>
        await role.ReceiveAsync(
            bank, new UploadedQuestions("a.gift", Encoding.UTF8.GetBytes(gift), QuestionFormat.Gift), await TrainerAsync(store), None));

    private static Task<Actor> TrainerAsync(AcademyStore store) => new Learning.Desk(store).TrainerAsync();

    private static string Roster(int people, string branch, string state) =>
        "工号,姓名,机构编号,岗位,状态\n" + string.Concat(Enumerable.Range(1, people).Select(n => $"R{n:D6},张三丰,{branch},柜员,{state}\n"));

    private static string Questions(int count, string key) =>
        string.Join("\n\n", Enumerable.Range(1, count).Select(n => $"// [id:own-{n}] [tag:常考]\n第 {n} 号凭证要登记吗？{{{key}}}"));
}
