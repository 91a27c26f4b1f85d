using System.Globalization;
using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Academy.Tests.Hosting;
using Academy.Tests.Opening;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Questions;

/// <summary>What an import brings waits where nobody sees it until all of it is there, and goes there to be removed.</summary>
public sealed class AnteroomTests(OpenedAcademy opened)
{
    private const int Rows = 450;
    private const int QuestionsInATurn = 200;

    private static readonly Actor Trainer = new(1, "T0001", "T");

    /// <summary>Everything that is done within the turn that takes an import, one after the other.</summary>
    public static TheoryData<string> StepsOfTaking =>
    [
        "INSERT ON QuestionVersions WHEN NEW.ImportId IS NOT NULL AND NEW.Number = 2",
        "UPDATE OF BankId ON Categories",
        "UPDATE OF BankId ON Questions",
        "UPDATE OF AppliedAt ON QuestionImports",
        "INSERT ON AuditEntries",
    ];

    public static TheoryData<string> StepsOfTakingBack =>
    [
        "UPDATE OF BankId ON Questions",
        "DELETE ON QuestionVersions",
        "UPDATE OF IsLatest ON QuestionVersions",
        "UPDATE OF SupersededAt ON QuestionVersions",
        "UPDATE OF UndoneAt ON QuestionImports",
        "INSERT ON AuditEntries",
    ];

    [Fact]
    public async Task Nobody_sees_anything_of_an_import_before_all_of_it_is_there()
    {
        var turns = new EachTurn();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));
        var import = await ReceiveAsync(store);
        var (before, banks) = (await QuestionsAsync(store), await BanksAsync(store));
        var seen = new List<(int Questions, int Banks)>();

        turns.Begins = async () => seen.Add((await QuestionsAsync(store), await BanksAsync(store)));
        Assert.Null(await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default)));
        turns.Begins = null;

        Assert.Equal([before, before + Rows], seen.Select(sight => sight.Questions).Distinct());
        Assert.True(seen.Count(sight => sight.Questions == before) > Rows / QuestionsInATurn);
        Assert.Equal([banks], seen.Select(sight => sight.Banks).Distinct());
        Assert.Equal(0, await WaitingAsync(store));
    }

    [Fact]
    public async Task A_server_that_is_started_beside_an_import_leaves_what_that_has_brought_so_far()
    {
        var turns = new EachTurn();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));
        // Another process has another text of the connection at most, and shares nothing but the files.
        await using var other = new AcademyStore(given => given with
        {
            DataDirectory = store.Folder,
            Database = $"{given.ConnectionString.Replace(given.DataDirectory, store.Folder, StringComparison.Ordinal)};Pooling=False",
        });
        var (import, before) = (await ReceiveAsync(store), await QuestionsAsync(store));

        turns.Begins = () => other.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));
        Assert.Null(await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default)));
        turns.Begins = null;

        Assert.Equal(before + Rows, await QuestionsAsync(store));
        Assert.Equal(0, await WaitingAsync(store));
    }

    [Fact]
    public async Task What_somebody_takes_out_of_the_anteroom_is_missed_and_all_is_brought_again()
    {
        var turns = new EachTurn();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));
        var (import, before, losses) = (await ReceiveAsync(store), await QuestionsAsync(store), 1);

        turns.Begins = () =>
        {
            if (losses > 0 && Loses(store) > 0) losses--;
            return Task.CompletedTask;
        };
        Assert.Null(await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default)));
        turns.Begins = null;

        Assert.Equal((0, before + Rows), (losses, await QuestionsAsync(store)));
    }

    [Fact]
    public async Task An_import_that_loses_questions_again_and_again_is_refused_in_words()
    {
        var turns = new EachTurn();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));
        var (import, before) = (await ReceiveAsync(store), await ContentsAsync(store));

        turns.Begins = () => Task.FromResult(Loses(store));
        var refusal = await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default));
        turns.Begins = null;

        Assert.Equal(ImportRefusal.ChangedMeanwhile, refusal);
        Assert.Equal(before, await ContentsAsync(store));
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_at_once_and_removed_some_at_a_time()
    {
        var turns = new EachTurn();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));
        var before = await ContentsAsync(store);
        var import = await ReceiveAsync(store);
        await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default));
        var (full, seen, left) = (await QuestionsAsync(store), new List<int>(), new List<int>());

        turns.Begins = async () =>
        {
            seen.Add(await QuestionsAsync(store));
            left.Add(await store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.ImportId == import)));
        };
        Assert.Null(await store.AskAsync((Cataloger c) => c.UndoAsync(import, Trainer, default)));
        turns.Begins = null;

        Assert.Equal([full, full - Rows], seen.Distinct());
        Assert.All(left.Zip(left.Skip(1)), pair => Assert.InRange(pair.First - pair.Second, 0, QuestionsInATurn));
        Assert.Equal(before, await ContentsAsync(store));
    }

    [Theory, MemberData(nameof(StepsOfTaking))]
    public async Task A_fault_at_any_step_of_taking_leaves_nothing_of_it(string step)
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "// [id:own-1]\nOwn?{T}");
        await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default));
        var second = await ReceiveAsync(store, $"// [id:own-1]\nOwn?{{F}}\n\n$CATEGORY: $course$/top/新抽屉\n\n{Questions(3)}");
        var before = await ContentsAsync(store);

        store.Execute($"CREATE TRIGGER Fault BEFORE {step} BEGIN SELECT RAISE(ABORT, 'fault'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => store.AskAsync((Cataloger c) => c.ApplyAsync(second, 0, Trainer, default)));
        store.Execute("DROP TRIGGER Fault");

        Assert.Equal(before, await ContentsAsync(store));
        Assert.Null(await store.AskAsync((Cataloger c) => c.ApplyAsync(second, 0, Trainer, default)));
    }

    [Theory, MemberData(nameof(StepsOfTakingBack))]
    public async Task A_fault_at_any_step_of_taking_back_takes_nothing(string step)
    {
        await using var store = new AcademyStore(opened);
        var first = await ReceiveAsync(store, "// [id:own-1]\nOwn?{T}");
        await store.AskAsync((Cataloger c) => c.ApplyAsync(first, 0, Trainer, default));
        var import = await ReceiveAsync(store, $"// [id:own-1]\nOwn?{{F}}\n\n{Questions(3)}");
        await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default));
        var before = await ContentsAsync(store);

        store.Execute($"CREATE TRIGGER Fault BEFORE {step} BEGIN SELECT RAISE(ABORT, 'fault'); END");
        await Assert.ThrowsAnyAsync<Exception>(() => store.AskAsync((Cataloger c) => c.UndoAsync(import, Trainer, default)));
        store.Execute("DROP TRIGGER Fault");

        Assert.Equal(before, await ContentsAsync(store));
        Assert.Null(await store.AskAsync((Cataloger c) => c.UndoAsync(import, Trainer, default)));
    }

    [Fact]
    public async Task Where_the_search_cannot_follow_an_import_is_taken_all_the_same_and_found_after_the_next_opening()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "拓印机怎样保管？{T}");
        store.Execute("CREATE TRIGGER Fault BEFORE INSERT ON SearchTexts BEGIN SELECT RAISE(ABORT, 'fault'); END");

        Assert.Null(await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default)));
        Assert.False(await IsIndexedAsync());

        store.Execute("DROP TRIGGER Fault");
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));
        Assert.True(await IsIndexedAsync());

        Task<bool> IsIndexedAsync() => store.AskAsync((AcademyDb db) => db.QuestionImports.Select(i => i.IsIndexed).SingleAsync());
    }

    [Fact]
    public async Task What_a_stopped_program_has_left_waiting_is_removed_at_the_next_opening()
    {
        await using var store = new AcademyStore(opened);
        var before = await ContentsAsync(store);
        await store.TellAsync(async (AcademyDb db) =>
        {
            var room = db.Add(new Bank("~")).Entity;
            await db.SaveChangesAsync();
            var drawer = db.Add(new Category("上", null, room.Id)).Entity;
            await db.SaveChangesAsync();
            var lower = db.Add(new Category("下", drawer.Id, room.Id)).Entity;
            await db.SaveChangesAsync();
            var question = db.Add(new Question("left", room.Id, lower.Id)).Entity;
            question.Write(Specimens.TrueFalse, null, store.Clock.GetUtcNow());
            question.Tags.Add(new QuestionTag("常考"));
            await db.SaveChangesAsync();
        });

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));

        Assert.Equal(before, await ContentsAsync(store));
    }

    [Fact]
    public async Task What_a_paper_stands_on_is_given_back_out_of_use_and_keeps_nobody_from_opening_or_importing()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, Questions(5));
        await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default));
        var attempt = await store.SeatAsync("E0001");
        store.Execute(
            $"""
            INSERT INTO Banks (Slug, Title, Description, RequiresReview) VALUES ('~', '', '', 0);
            UPDATE Questions SET BankId = (SELECT Id FROM Banks WHERE Slug = '~')
            WHERE Id IN (SELECT QuestionId FROM QuestionVersions WHERE ImportId = {import});
            UPDATE Slots SET VersionId = (SELECT Id FROM QuestionVersions WHERE ImportId = {import} LIMIT 1)
            WHERE AttemptId = {attempt.Id} AND Number = 1;
            """);

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));

        Assert.Equal(0, await WaitingAsync(store));
        var left = await store.AskAsync((AcademyDb db) => db.Questions.Where(q => q.Key.StartsWith("wait-")).ToListAsync());
        Assert.NotNull(Assert.Single(left).RetiredAt);
        Assert.Equal(
            await store.AskAsync((AcademyDb db) => db.QuestionImports.Select(i => i.BankId).SingleAsync()), left[0].BankId);
        var next = await ReceiveAsync(store, "Next?{T}");
        Assert.Null(await store.AskAsync((Cataloger c) => c.ApplyAsync(next, 0, Trainer, default)));
    }

    private static string Questions(int count) => string.Join("\n\n", Enumerable.Range(1, count).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"// [id:wait-{n}] [tag:常考]\n第 {n} 号凭证要登记吗？{{T}}")));

    private static async Task<long> ReceiveAsync(AcademyStore store, string? content = null)
    {
        var bank = await store.AskAsync((AcademyDb db) => db.Banks.OrderBy(b => b.Id).Select(b => b.Id).FirstAsync());
        var source = new UploadedQuestions("own.gift", Encoding.UTF8.GetBytes(content ?? Questions(Rows)), QuestionFormat.Gift);
        return (await store.AskAsync((Cataloger c) => c.ReceiveAsync(bank, source, Trainer, default))).ImportId!.Value;
    }

    /// <summary>Takes a question away that waits, whoever did that; says how many rows went.</summary>
    private static int Loses(AcademyStore store)
    {
        const string Lost = "(SELECT Id FROM Questions WHERE BankId = (SELECT Id FROM Banks WHERE Slug = '~') LIMIT 1)";
        using var connection = store.Connect();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"""
            DELETE FROM QuestionTags WHERE QuestionId = {Lost};
            DELETE FROM QuestionVersions WHERE QuestionId = {Lost};
            DELETE FROM Questions WHERE Id = {Lost};
            """;
        return command.ExecuteNonQuery();
    }

    private static Task<int> QuestionsAsync(AcademyStore store) =>
        store.AskAsync((AcademyDb db) => db.Questions.Of(db.Banks).CountAsync());

    private static Task<int> BanksAsync(AcademyStore store) => store.AskAsync((AcademyDb db) => db.Banks.CountAsync());

    private static async Task<int> WaitingAsync(AcademyStore store) =>
        await store.AskAsync((AcademyDb db) => db.Set<Bank>().CountAsync()) - await BanksAsync(store);

    /// <summary>All rows that banks consist of, whether anybody sees them or not.</summary>
    private static Task<List<string>> ContentsAsync(AcademyStore store)
    {
        string[] tables = ["Banks|", "Categories|", "Questions|", "QuestionTags|", "QuestionVersions|"];
        return Task.FromResult(store.Contents().Where(row => tables.Any(row.StartsWith)).Order().ToList());
    }
}
