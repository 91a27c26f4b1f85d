using System.Text;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Opening;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Questions;

/// <summary>A file of questions is looked at, mended, taken whole and, while nothing uses it, taken back.</summary>
public sealed class CatalogerTests(OpenedAcademy opened)
{
    private const string Gift = """
        $CATEGORY: $course$/top/柜面/现金

        // [id:own-1] [tag:clause:counter/cash] [tag:常考]
        ::收付::现金收付谁先谁后？{=先收后付 ~先付后收 ~随便 ####先收后付，不垫款。}

        ::验钞::发现假币怎么办？{~退还 ~交给保安}

        ::换班::换班要交接。{T}
        """;

    [Fact]
    public async Task What_cannot_be_taken_waits_to_be_mended_and_nothing_is_in_the_bank()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, Gift);
        await store.TellAsync<AcademyDb>(async db =>
        {
            var rows = await db.ImportRows.Where(r => r.ImportId == import).OrderBy(r => r.Position).ToListAsync();
            Assert.Equal([RowChoice.Add, RowChoice.Undecided, RowChoice.Add], rows.Select(r => r.Choice));
            Assert.Equal(ReadingProblem.NoRightAnswer, rows[1].Problem);
            Assert.Equal(0, await db.QuestionVersions.CountAsync(v => v.ImportId == import));
        });
        Assert.Equal(ImportRefusal.ToMend, await ApplyAsync(store, import));
    }

    [Fact]
    public async Task A_mended_row_is_taken_with_the_others_and_all_of_it_is_in_force()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, Gift);
        await ChangeAsync(
            store,
            import,
            2,
            row => row.Mend(Mending.Read(new WrittenFields(QuestionType.SingleChoice, "发现假币怎么办？", "退还\n收缴", "B", "")).Text!));
        Assert.Null(await ApplyAsync(store, import));
        await store.TellAsync<AcademyDb>(async db =>
        {
            var questions = await db.Questions
                .Include(q => q.Versions)
                .Include(q => q.Category!.Parent)
                .Include(q => q.Tags)
                .Where(q => q.Versions.Any(v => v.ImportId == import))
                .OrderBy(q => q.Id)
                .ToListAsync();
            Assert.Equal(["收付", "验钞", "换班"], questions.Select(q => q.Name));
            Assert.Equal(
                ("own-1", "现金", "柜面", "counter/cash"),
                (questions[0].Key, questions[0].Category!.Title, questions[0].Category!.Parent!.Title, questions[0].Current!.Text.Topic));
            Assert.Equal(["常考"], questions[0].Tags.Select(t => t.Tag));
            Assert.All(questions, question => Assert.True(question is { IsOwn: true, Current.Number: 1 }));
            Assert.Equal(ImportTrail.QuestionsImported, await db.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Act).FirstAsync());
        });
    }

    [Fact]
    public async Task A_mended_row_keeps_what_the_file_says_of_its_place_and_worth()
    {
        await using var store = new AcademyStore(opened);
        var receipt = await ReceiveAsync(
            store,
            new UploadedQuestions("a.csv", "题号,题干,A,B,答案,分值,难度,章节,标签\n17,哪个？,甲,乙,C,2.5,难,第一章,常考"u8.ToArray()));
        await ChangeAsync(store, receipt.ImportId!.Value, 1, row => row.Mend(Mending.Read(row.Fields! with { Key = "B" }).Text!));
        Assert.Null(await ApplyAsync(store, receipt.ImportId!.Value));

        var question = await store.AskAsync<AcademyDb, Question>(db => db.Questions
            .Include(q => q.Versions)
            .Include(q => q.Category)
            .Include(q => q.Tags)
            .SingleAsync(q => q.Versions.Any(v => v.ImportId == receipt.ImportId)));
        Assert.Equal(("17", "第一章", "常考"), (question.Name, question.Category!.Title, Assert.Single(question.Tags).Tag));
        Assert.Equal((2.5m, 3), (question.Latest!.Text.Points, question.Latest.Text.Difficulty));
    }

    [Fact]
    public async Task What_brings_the_next_version_still_does_once_it_is_mended()
    {
        await using var store = new AcademyStore(opened);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-6]\nQ?{T}")));
        var import = await ReceiveAsync(store, "// [id:own-6]\nQ?{~a ~b}");
        await ChangeAsync(store, import, 1, row => row.Mend(Mending.Read(row.Fields! with { Key = "A" }).Text!));
        Assert.Null(await ApplyAsync(store, import));
        Assert.Equal(2, await store.AskAsync<AcademyDb, int>(db => db.QuestionVersions.CountAsync(v => v.Question.Key == "own-6")));
    }

    [Fact]
    public async Task Where_a_bank_demands_review_what_comes_in_waits_for_it()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync<AcademyDb>(async db =>
        {
            (await db.Banks.FirstAsync()).RequiresReview = true;
            await db.SaveChangesAsync();
        });
        var import = await ReceiveAsync(store, "Q?{T}");
        Assert.Null(await ApplyAsync(store, import));
        Assert.Equal(
            VersionState.InReview,
            await store.AskAsync<AcademyDb, VersionState>(db => db.QuestionVersions
                .Where(v => v.ImportId == import)
                .Select(v => v.State)
                .SingleAsync()));
    }

    [Fact]
    public async Task A_key_that_the_bank_has_brings_the_next_version()
    {
        await using var store = new AcademyStore(opened);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-2]\nQ?{T}")));
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-2]\nQ?{F}")));
        var states = await store.AskAsync<AcademyDb, List<(int, bool)>>(async db =>
            [.. (await db.QuestionVersions.Where(v => v.Question.Key == "own-2").OrderBy(v => v.Number).ToListAsync())
                .Select(v => (v.Number, v.IsCurrent))]);
        Assert.Equal([(1, false), (2, true)], states);
    }

    [Fact]
    public async Task An_import_is_taken_once()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "Q?{T}");
        Assert.Null(await ApplyAsync(store, import));
        Assert.Null(await ApplyAsync(store, import));
        Assert.Equal(1, await store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.ImportId == import)));
        Assert.Equal(ImportRefusal.AppliedBefore, await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Head, default)));
    }

    [Fact]
    public async Task A_question_of_a_file_is_not_put_right_with_one_that_cannot_be_asked()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "Q?{T}");

        Assert.Equal(ImportRefusal.ToMend, await store.AskAsync((Cataloger c) =>
            c.RewriteAsync(import, 0, 1, Specimens.TrueFalse with { Options = [] }, Trainer, default)));
    }

    [Fact]
    public async Task Nothing_is_done_with_an_import_that_somebody_else_has_decided_on_meanwhile()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "Q?{T}\n\nWhy?{~a ~b}\n\nWhen?{~a ~b}");
        Assert.Null(await store.AskAsync((Cataloger c) => c.DecideAsync(import, 0, [Out(1), Out(2)], Head, default)));

        Assert.Equal(
            Enumerable.Repeat<ImportRefusal?>(ImportRefusal.DecidedMeanwhile, 4),
            [
                await store.AskAsync((Cataloger c) => c.DecideAsync(import, 0, [Out(3)], Trainer, default)),
                await store.AskAsync((Cataloger c) => c.RewriteAsync(import, 0, 1, Specimens.TrueFalse, Trainer, default)),
                await store.AskAsync((Cataloger c) => c.LeaveOutTheRestAsync(import, 0, Trainer, default)),
                await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default)),
            ]);
        Assert.Equal(
            [RowChoice.LeaveOut, RowChoice.LeaveOut, RowChoice.Undecided],
            await store.AskAsync((AcademyDb db) => db.ImportRows.OrderBy(r => r.Position).Select(r => r.Choice).ToListAsync()));
    }

    [Fact]
    public async Task What_somebody_decides_while_an_import_is_being_taken_is_not_taken_unseen()
    {
        var meanwhile = new Meanwhile();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(meanwhile)));
        var import = await ReceiveAsync(store, "Q?{T}");

        meanwhile.Act = () => store.Execute("UPDATE QuestionImports SET Revision = 1");

        Assert.Equal(
            ImportRefusal.DecidedMeanwhile, await store.AskAsync((Cataloger c) => c.ApplyAsync(import, 0, Trainer, default)));
        Assert.Equal(0, await store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.ImportId == import)));
    }

    [Fact]
    public async Task A_decision_that_comes_twice_is_one()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, Gift);
        var fields = new WrittenFields(QuestionType.SingleChoice, "发现假币怎么办？", "退还\n收缴", "B", "");
        Func<Cataloger, int, Task<ImportRefusal?>>[] acts =
        [
            (c, seen) => c.DecideAsync(import, seen, [new RowDecision(2, null, fields with { Key = "" }), Out(1)], Trainer, default),
            (c, seen) => c.LeaveOutTheRestAsync(import, seen, Trainer, default),
            (c, seen) => c.DecideAsync(import, seen, [new RowDecision(2, null, fields)], Trainer, default),
            (c, seen) => c.RewriteAsync(import, seen, 3, Specimens.Single, Trainer, default),
        ];

        foreach (var (seen, act) in acts.Index())
        {
            Assert.Null(await store.AskAsync((Cataloger c) => act(c, seen)));
            Assert.Null(await store.AskAsync((Cataloger c) => act(c, seen)));
        }
    }

    [Fact]
    public async Task Whoever_may_not_edit_the_bank_any_more_does_nothing_with_its_imports()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "Q?{T}\n\nWhy?{~a ~b}");
        store.Execute("UPDATE Banks SET Access = 'Usable'");

        Assert.Equal(
            Enumerable.Repeat<ImportRefusal?>(ImportRefusal.NotEditable, 5),
            [
                await store.AskAsync((Cataloger c) => c.DecideAsync(import, 0, [Out(1)], Trainer, default)),
                await store.AskAsync((Cataloger c) => c.RewriteAsync(import, 0, 1, Specimens.TrueFalse, Trainer, default)),
                await store.AskAsync((Cataloger c) => c.LeaveOutTheRestAsync(import, 0, Trainer, default)),
                await UndoAsync(store, import),
                (await ReceiveAsync(store, new UploadedQuestions("own.gift", "Who?{T}"u8.ToArray()))).Refusal,
            ]);
        Assert.Null(await store.AskAsync((Cataloger c) => c.DecideAsync(import, 0, [Out(2)], Head, default)));
        Assert.Equal(ImportRefusal.NotEditable, await ApplyAsync(store, import));
        Assert.Equal(0, await store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.ImportId == import)));
    }

    [Fact]
    public async Task Taken_and_taken_back_several_times_at_once_it_is_taken_and_taken_back_once()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "Q?{T}\n\nQ again?{F}");

        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ApplyAsync(store, import))));
        Assert.Equal([null, null, null], taken);
        Assert.Equal(2, await store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.ImportId == import)));

        var undone = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => UndoAsync(store, import))));
        Assert.Equal([null, null, null], undone);
        Assert.Equal(ImportRefusal.NotApplied, await store.AskAsync((Cataloger c) => c.UndoAsync(import, Head, default)));
        Assert.Equal(
            [ImportTrail.QuestionsImported, ImportTrail.QuestionsImportUndone],
            await store.AskAsync((AcademyDb db) => db.AuditEntries
                .Where(e => e.Subject == BankTrail.Bank && e.ActorId == Trainer.Id)
                .OrderBy(e => e.Id)
                .Select(e => e.Act)
                .ToListAsync()));
    }

    [Fact]
    public async Task A_file_received_twice_at_once_is_one_import_until_somebody_decides_on_it()
    {
        await using var store = new AcademyStore(opened);
        var imports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReceiveAsync(store, Gift))));

        var import = Assert.Single(imports.Distinct());
        Assert.Equal(3, await store.AskAsync((AcademyDb db) => db.ImportRows.CountAsync()));
        Assert.Null(await store.AskAsync((Cataloger c) => c.DecideAsync(import, 0, [Out(1)], Trainer, default)));
        Assert.NotEqual(import, await ReceiveAsync(store, Gift));
    }

    [Fact]
    public async Task The_rows_of_an_import_that_was_taken_or_taken_back_are_not_changed_any_more()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "Q?{T}");
        Assert.Null(await ApplyAsync(store, import));
        Assert.Equal([ImportRefusal.AppliedBefore, ImportRefusal.AppliedBefore, ImportRefusal.AppliedBefore], await ChangeAllAsync());

        Assert.Null(await UndoAsync(store, import));
        Assert.Equal([ImportRefusal.UndoneBefore, ImportRefusal.UndoneBefore, ImportRefusal.UndoneBefore], await ChangeAllAsync());
        Assert.Equal(ImportRefusal.UndoneBefore, await ApplyAsync(store, import));
        Assert.Equal(
            (RowChoice.Add, "Q?"),
            await store.AskAsync(async (AcademyDb db) =>
                await db.ImportRows.SingleAsync() is var row ? (row.Choice, row.Draft!.Text.Stem.Plain) : default));

        async Task<ImportRefusal?[]> ChangeAllAsync() =>
        [
            await store.AskAsync((Cataloger c) => c.DecideAsync(import, 0, [Out(1)], Trainer, default)),
            await store.AskAsync((Cataloger c) => c.RewriteAsync(import, 0, 1, Specimens.TrueFalse, Trainer, default)),
            await store.AskAsync((Cataloger c) => c.LeaveOutTheRestAsync(import, 0, Trainer, default)),
        ];
    }

    [Fact]
    public async Task Two_rows_that_bring_the_next_version_of_one_question_bring_two()
    {
        await using var store = new AcademyStore(opened);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-7]\nQ?{T}")));
        var import = await ReceiveAsync(store, "// [id:own-7]\nQ?{F}\n\nQ?{T}");
        await ChangeAsync(store, import, 2, row => Assert.True(row.Choose(RowChoice.Revise)));

        Assert.Null(await ApplyAsync(store, import));

        Assert.Equal(
            [(1, false), (2, false), (3, true)],
            await store.AskAsync(async (AcademyDb db) =>
                (await db.QuestionVersions.Where(v => v.Question.Key == "own-7").OrderBy(v => v.Number).ToListAsync())
                    .Select(v => (v.Number, v.IsCurrent))));
    }

    [Fact]
    public async Task A_question_that_left_the_bank_meanwhile_is_not_revised_and_nothing_is_taken()
    {
        await using var store = new AcademyStore(opened);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-8]\nQ?{T}")));
        var import = await ReceiveAsync(store, "// [id:own-8]\nQ?{F}\n\nNew?{T}");
        store.Execute("UPDATE Questions SET BankId = (SELECT MAX(Id) FROM Banks) WHERE Key = 'own-8'");

        Assert.Equal(ImportRefusal.TargetGone, await ApplyAsync(store, import));
        Assert.Equal(0, await store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.ImportId == import)));
    }

    [Fact]
    public async Task A_question_that_is_removed_while_its_next_version_is_prepared_is_missed_in_words()
    {
        var other = new Interruption();
        await using var store = new AcademyStore(opened, other.Into);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-8]\nQ?{T}")));
        var import = await ReceiveAsync(store, "// [id:own-8]\nQ?{F}");
        other.Await("FROM \"Categories\"", () => store.TellAsync(async (AcademyDb db) =>
        {
            await db.QuestionVersions.Where(v => v.Question.Key == "own-8").ExecuteDeleteAsync();
            await db.Questions.Where(q => q.Key == "own-8").ExecuteDeleteAsync();
        }));

        Assert.Equal(ImportRefusal.TargetGone, await ApplyAsync(store, import));
    }

    [Fact]
    public async Task A_draft_that_is_approved_while_the_next_version_is_prepared_makes_place_for_it()
    {
        var meanwhile = new Meanwhile();
        await using var store = new AcademyStore(
            opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(meanwhile)));
        await store.TellAsync<AcademyDb>(async db =>
        {
            (await db.Banks.FirstAsync()).RequiresReview = true;
            await db.SaveChangesAsync();
        });
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-9]\nQ?{T}")));
        store.Execute("UPDATE Banks SET RequiresReview = 0");
        var import = await ReceiveAsync(store, "// [id:own-9]\nQ?{F}");

        meanwhile.Act = () => store.Execute("UPDATE QuestionVersions SET State = 'Approved' WHERE IsLatest AND State = 'InReview'");
        Assert.Null(await ApplyAsync(store, import));

        var question = await store.AskAsync((AcademyDb db) => db.Questions.Include(q => q.Versions).SingleAsync(q => q.Key == "own-9"));
        Assert.Equal(2, question.Current!.Number);
    }

    [Fact]
    public async Task What_an_import_took_the_place_of_is_in_force_again_though_a_draft_stands_between()
    {
        await using var store = new AcademyStore(opened);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-10]\nQ?{T}")));
        await store.TellAsync<AcademyDb>(async db =>
        {
            var question = await db.Questions.Include(q => q.Versions).SingleAsync(q => q.Key == "own-10");
            question.Write(question.Current!.Text with { Stem = "Really?" }, 1, store.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var before = await store.AskAsync<AcademyDb, string>(StateAsync);
        var import = await ReceiveAsync(store, "// [id:own-10]\nQ?{F}");
        Assert.Null(await ApplyAsync(store, import));

        Assert.Null(await UndoAsync(store, import));

        Assert.Equal(before, await store.AskAsync<AcademyDb, string>(StateAsync));
    }

    [Fact]
    public async Task What_a_stopped_program_had_not_yet_put_into_the_index_is_found_after_the_next_opening()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "拓印机怎样保管？{T}");
        Assert.Null(await ApplyAsync(store, import));
        await store.TellAsync(async (AcademyDb db) =>
        {
            await using var turn = await db.TakeTurnAsync(default);
            await db.FullText.RemoveAsync(BankIndex.Kind, [$"import-{import}-1"], default);
            await turn.CommitAsync(default);
        });
        store.Execute("UPDATE QuestionImports SET IsIndexed = 0");

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(default));

        Assert.Single(await store.AskAsync((AcademyDb db) =>
            db.FullText.FindAsync(BankIndex.Kind, SearchQuery.Of("拓印机"), 0, 10, default)));
        Assert.True(await store.AskAsync((AcademyDb db) => db.QuestionImports.Select(i => i.IsIndexed).SingleAsync()));
    }

    [Fact]
    public async Task An_import_taken_back_leaves_the_bank_as_it_was()
    {
        await using var store = new AcademyStore(opened);
        Assert.Null(await ApplyAsync(store, await ReceiveAsync(store, "// [id:own-3]\nQ?{T}")));
        var before = await store.AskAsync<AcademyDb, string>(StateAsync);
        var import = await ReceiveAsync(store, "// [id:own-3]\nQ?{F}\n\nNew?{T}");
        Assert.Null(await ApplyAsync(store, import));
        Assert.NotEqual(before, await store.AskAsync<AcademyDb, string>(StateAsync));

        Assert.Null(await UndoAsync(store, import));

        Assert.Equal(before, await store.AskAsync<AcademyDb, string>(StateAsync));
    }

    [Fact]
    public async Task What_is_taken_is_found_by_its_words_until_it_is_taken_back()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "拓印机怎样保管？{T}");
        Assert.Null(await ApplyAsync(store, import));
        Assert.Equal($"import-{import}-1", Assert.Single(await FindAsync()).Key);

        Assert.Null(await UndoAsync(store, import));

        Assert.Empty(await FindAsync());

        Task<IReadOnlyList<IndexedText>> FindAsync() => store.AskAsync<AcademyDb, IReadOnlyList<IndexedText>>(db =>
            db.FullText.FindAsync(BankIndex.Kind, SearchQuery.Of("拓印机"), 0, 10, default));
    }

    [Fact]
    public async Task What_somebody_has_written_on_since_is_not_taken_back()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "// [id:own-4]\nQ?{T}");
        Assert.Null(await ApplyAsync(store, import));
        await store.TellAsync<AcademyDb>(async db =>
        {
            var question = await db.Questions.Include(q => q.Versions).SingleAsync(q => q.Key == "own-4");
            question.Write(question.Current!.Text with { Stem = "Really?" }, 1, store.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        Assert.Equal(ImportRefusal.InUse, await UndoAsync(store, import));
    }

    [Fact]
    public async Task What_a_paper_has_drawn_is_in_use()
    {
        await using var store = new AcademyStore(opened);
        var import = await ReceiveAsync(store, "// [id:own-5]\nQ?{T}");
        Assert.Null(await ApplyAsync(store, import));
        await store.TellAsync<AcademyDb>(async db =>
        {
            var quiz = await db.Quizzes.FirstAsync();
            var named = new Blueprint([new Section(QuestionType.TrueFalse, Points.Of(1), [], 0, ["own-5@1"])], true, true);
            Assert.Empty(quiz.Change(new QuizDraft(quiz.Terms with { PassPoints = Points.Zero }, named), isSat: false, TestClock.Tuesday));
            await db.SaveChangesAsync();
        });
        Assert.Equal(ImportRefusal.InUse, await UndoAsync(store, import));
    }

    [Theory]
    [InlineData("just some words", null, ImportRefusal.UnknownFormat, null)]
    [InlineData("// {}", null, ImportRefusal.Empty, null)]
    [InlineData("<quiz><question", QuestionFormat.MoodleXml, ImportRefusal.Empty, ReadingProblem.BrokenXml)]
    [InlineData("<!DOCTYPE quiz><quiz/>", QuestionFormat.MoodleXml, ImportRefusal.Empty, ReadingProblem.DocumentType)]
    [InlineData("no workbook", QuestionFormat.Xlsx, ImportRefusal.Empty, ReadingProblem.Unreadable)]
    [InlineData("题干,答案", QuestionFormat.Csv, ImportRefusal.Empty, ReadingProblem.NoQuestions)]
    public async Task A_file_without_questions_leaves_nothing_behind_and_says_what_stands_against_it(
        string content, QuestionFormat? format, ImportRefusal refusal, ReadingProblem? problem)
    {
        await using var store = new AcademyStore(opened);
        var receipt = await ReceiveAsync(store, new UploadedQuestions("a.txt", Encoding.UTF8.GetBytes(content), format));

        Assert.Null(receipt.ImportId);
        Assert.Equal((refusal, problem), (receipt.Refusal, receipt.Problems is [var first, ..] ? first.Problem : (ReadingProblem?)null));
        Assert.Equal(0, await store.AskAsync<AcademyDb, int>(db => db.QuestionImports.CountAsync()));
    }

    [Fact]
    public async Task A_sheet_that_is_not_read_is_said_beside_the_questions_of_the_others()
    {
        await using var store = new AcademyStore(opened);
        var workbook = RosterSamples.Workbook(("好", [["题干", "答案"], ["对吗？", "对"]]), ("坏", [["题干", "题目", "答案"], ["一", "二", "对"]]));
        var receipt = await ReceiveAsync(store, new UploadedQuestions("a.xlsx", workbook));

        var import = await store.AskAsync<AcademyDb, QuestionImport>(db =>
            db.QuestionImports.Include(i => i.Rows).SingleAsync(i => i.Id == receipt.ImportId));
        Assert.Single(import.Rows);
        Assert.Equal([new ReadingMessage(0, 1, ReadingProblem.DuplicateColumn, "坏: 题干、题目")], import.HeadProblems);
    }

    [Theory]
    [InlineData("a.csv", "问,一,二,对的\n哪个？,甲,乙,B", ReadingProblem.NoSheetHeads)]
    [InlineData("a.csv", "题目,A,B\n哪个？,甲,乙", ReadingProblem.MissingColumn)]
    [InlineData("a.csv", "题目,题干,A,B,答案\n哪个？,哪个？,甲,乙,B", ReadingProblem.DuplicateColumn)]
    public async Task A_table_whose_heads_leave_a_doubt_is_kept_for_somebody_to_say_what_its_columns_hold(
        string name, string content, ReadingProblem problem)
    {
        await using var store = new AcademyStore(opened);
        var kept = (await ReceiveAsync(store, new UploadedQuestions(name, Encoding.UTF8.GetBytes(content)))).ImportId!.Value;
        var import = await store.AskAsync((AcademyDb db) => db.QuestionImports.SingleAsync(i => i.Id == kept));
        Assert.Equal(problem, Assert.Single(import.HeadProblems).Problem);
        Assert.Equal(ImportRefusal.NothingToTake, await ApplyAsync(store, kept));
    }

    [Fact]
    public async Task What_somebody_said_of_the_columns_is_kept_with_the_import()
    {
        await using var store = new AcademyStore(opened);
        var mappings = new Dictionary<string, SheetMapping>
        {
            [""] = new(1, new Dictionary<int, SheetRole>
            {
                [0] = new(SheetPart.Stem),
                [1] = new(SheetPart.Option),
                [2] = new(SheetPart.Option, 1),
                [3] = new(SheetPart.Key),
            }),
        };
        var decided = await ReceiveAsync(
            store,
            new UploadedQuestions("a.csv", "问,一,二,对的\n哪个？,甲,乙,B"u8.ToArray(), QuestionFormat.Csv, mappings));

        var import = await store.AskAsync<AcademyDb, QuestionImport>(db =>
            db.QuestionImports.Include(i => i.Rows).SingleAsync(i => i.Id == decided.ImportId));
        Assert.Equal("b", Assert.Single(import.Rows).Draft!.Text.Options.Single(o => o.IsRight).Key);
        Assert.Equal((1, new SheetRole(SheetPart.Option, 1)), (import.Mappings![""].HeadRow, import.Mappings[""].Columns[2]));
    }

    private static readonly Actor Trainer = new(2, "T0001", "T");
    private static readonly Actor Head = new(1, "A0001", "A");

    private static RowDecision Out(int position) => new(position, RowChoice.LeaveOut);

    private static async Task<long> ReceiveAsync(AcademyStore store, string content)
    {
        var receipt = await ReceiveAsync(store, new UploadedQuestions("own.gift", Encoding.UTF8.GetBytes(content), QuestionFormat.Gift));
        Assert.Null(receipt.Refusal);
        return receipt.ImportId!.Value;
    }

    private static async Task<ReceivedFile> ReceiveAsync(AcademyStore store, UploadedQuestions source)
    {
        var bank = await store.AskAsync((AcademyDb db) => db.Banks.Select(b => b.Id).FirstAsync());
        return await store.AskAsync<Cataloger, ReceivedFile>(c => c.ReceiveAsync(bank, source, Trainer, default));
    }

    private static async Task<ImportRefusal?> ApplyAsync(AcademyStore store, long import)
    {
        var seen = await store.AskAsync((AcademyDb db) =>
            db.QuestionImports.Where(i => i.Id == import).Select(i => i.Revision).SingleAsync());
        return await store.AskAsync((Cataloger c) => c.ApplyAsync(import, seen, Trainer, default));
    }

    private static Task<ImportRefusal?> UndoAsync(AcademyStore store, long import) =>
        store.AskAsync<Cataloger, ImportRefusal?>(c => c.UndoAsync(import, Trainer, default));

    private static Task ChangeAsync(AcademyStore store, long import, int position, Action<ImportRow> change) =>
        store.TellAsync<AcademyDb>(async db =>
        {
            change(await db.ImportRows.SingleAsync(r => r.ImportId == import && r.Position == position));
            await db.SaveChangesAsync();
        });

    private static async Task<string> StateAsync(AcademyDb db) =>
        string.Join('\n', (await db.QuestionVersions.Include(v => v.Question).OrderBy(v => v.Id).ToListAsync())
            .Select(v => $"{v.Question.Key} {v.Number} {v.IsCurrent} {v.IsLatest} {v.Text.Stem.Plain}"));
}
