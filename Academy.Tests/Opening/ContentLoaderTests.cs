using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Learning;
using Academy.Domain.Opening;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Opening;

public sealed class ContentLoaderTests : IAsyncLifetime
{
    private const string SecondQuestion = "// [id:manners-002] [tag:clause:manners/ask-then]\n::二::再做什么？{~问好 =问事 ####再问事。}";

    private const string Further = "quizzes/further.yaml";

    private const string FurtherQuiz =
        """
        title: 再测
        description: 自测
        limitMinutes: 10
        passPoints: 3
        sections:
          - { type: single-choice, banks: [manners], draw: 1, points: 5 }

        """;

    private readonly SampleContent content = new();

    private AcademyStore Store => content.Store;

    public async ValueTask InitializeAsync() => await content.OpenAsync();

    public ValueTask DisposeAsync() => content.DisposeAsync();

    [Fact]
    public async Task A_content_folder_becomes_courses_banks_and_quizzes()
    {
        Assert.Equal(
            ["greet-first", "ask-then"],
            await Store.AskAsync((AcademyDb db) => db.Clauses.OrderBy(c => c.Number).Select(c => c.Slug).ToListAsync()));
        Assert.Equal("服务礼仪", await Store.AskAsync((AcademyDb db) => db.Banks.Select(b => b.Title).SingleAsync()));
        Assert.Equal(
            ["manners-001", "manners-002", "manners-003"],
            await Store.AskAsync((AcademyDb db) => db.Questions.OrderBy(q => q.Key).Select(q => q.Key).ToListAsync()));
        var quiz = await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync());
        Assert.Equal(("manners", "manners", TimeSpan.FromMinutes(10)), (quiz.Slug, quiz.Terms.Course, quiz.Terms.TimeLimit));
    }

    [Fact]
    public async Task Windows_are_counted_from_the_day_of_loading_in_bank_time()
    {
        var quiz = await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync());

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), quiz.Terms.OpensAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero), quiz.Terms.ClosesAt);
    }

    [Fact]
    public async Task Unchanged_content_is_not_loaded_again()
    {
        var before = Store.Contents();
        Store.Clock.Advance(TimeSpan.FromDays(1));

        await content.OpenAsync();

        Assert.Equal(before, Store.Contents());
    }

    [Fact]
    public async Task A_changed_lesson_is_revised_in_place_and_keeps_progress()
    {
        await AddReaderAsync();
        content.Change(SampleContent.Lesson, "title: 接待客户", "title: 迎接客户");
        content.Change(SampleContent.Lesson, "问清楚再办。", "问清楚，再去办。");

        await content.OpenAsync();

        var progress = await Store.AskAsync((AcademyDb db) => db.Progress.Include(p => p.Lesson).SingleAsync());
        Assert.Equal(("迎接客户", TestClock.Tuesday.AddHours(1)), (progress.Lesson.Title, progress.FinishedAt));
        Assert.Contains("问清楚，再去办。", progress.Lesson.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_is_the_folders_to_say_until_the_bank_decides_it()
    {
        content.Change(SampleContent.Course, "order: 1", "order: 1\nattestation: once");
        await content.OpenAsync();
        Assert.Equal(AttestationRule.Once, await RuleAsync());

        await Store.AskAsync((Registrar role) => role.CreateFirstAdministratorAsync("T1", "李问渔", "long-enough-7", default));
        await Store.TellAsync(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var (course, author) = (await db.Courses.SingleAsync(), await db.Employees.Select(e => e.Id).SingleAsync());
            var terms = CourseTerms.Of(course);
            await services.GetRequiredService<Editor>().DescribeAsync(
                new Actor(author, "T1", "李问渔"), course.Id, terms.AsSeen(), terms with { Attestation = AttestationRule.None }, default);
        });
        content.Change(SampleContent.Course, "order: 1", "order: 2");
        await content.OpenAsync();
        Assert.Equal(AttestationRule.None, await RuleAsync());

        Task<AttestationRule> RuleAsync() => Store.AskAsync((AcademyDb db) => db.Courses.Select(c => c.Attestation).SingleAsync());
    }

    [Fact]
    public async Task Clauses_keep_their_identity_while_their_slugs_stand()
    {
        var before = await ClauseAsync("ask-then");
        content.Change(SampleContent.Lesson, "## 再问事", "## 问清楚");
        content.Change(SampleContent.Lesson, "{#greet-first", "{#smile-first");

        await content.OpenAsync();

        Assert.Equal((before!.Id, "问清楚"), ((await ClauseAsync("ask-then"))!.Id, (await ClauseAsync("ask-then"))!.Title));
        Assert.Null(await ClauseAsync("greet-first"));
        Assert.NotNull(await ClauseAsync("smile-first"));
    }

    [Fact]
    public async Task What_is_loaded_is_found_by_its_words_and_what_is_gone_is_not()
    {
        Assert.Equal(["/courses/manners/greeting#ask-then"], (await FindAsync(CourseIndex.Kind, "问清楚再办")).Select(e => e.Address));
        Assert.Equal(["manners-002"], (await FindAsync(BankIndex.Kind, "再做")).Select(e => e.Key));
        content.Change(SampleContent.Lesson, "问清楚再办。", "听完再办。");
        content.Change(SampleContent.Bank, "再做什么", "然后做什么");

        await content.OpenAsync();

        Assert.Empty(await FindAsync(CourseIndex.Kind, "问清楚再办"));
        Assert.Single(await FindAsync(CourseIndex.Kind, "听完"));
        Assert.Empty(await FindAsync(BankIndex.Kind, "再做"));
        Assert.Equal(["manners-002"], (await FindAsync(BankIndex.Kind, "然后")).Select(e => e.Key));
    }

    [Fact]
    public async Task A_changed_question_is_a_new_version_and_papers_keep_the_old_one()
    {
        await AddReaderAsync();
        var attempt = (await Store.SeatAsync("E0001", "manners")).Id;
        content.Change(SampleContent.Bank, "先做什么？", "首先做什么？");
        Store.Clock.Advance(TimeSpan.FromMinutes(1));

        await content.OpenAsync();

        var versions = await Store.AskAsync((AcademyDb db) => db.QuestionVersions
            .Where(v => v.Question.Key == "manners-001")
            .OrderBy(v => v.Number)
            .ToListAsync());
        Assert.Equal([(1, "先做什么？"), (2, "首先做什么？")], versions.Select(v => (v.Number, v.Text.Stem)));
        Assert.Equal([Store.Clock.GetUtcNow(), null], versions.Select(v => v.SupersededAt));
        var paper = await Store.PaperAsync(attempt);
        Assert.Contains("先做什么？", paper.Slots.Select(s => s.Version.Text.Stem));
        Assert.Equal(1, await Store.AskAsync((AcademyDb db) => db.QuestionVersions.CountAsync(v => v.Question.Key == "manners-002")));
    }

    [Theory]
    [InlineData("passPoints: 6", "passPoints: 10")]
    [InlineData("limitMinutes: 10", "limitMinutes: 15")]
    [InlineData("points: 5", "points: 4")]
    [InlineData("course: manners", "course: manners\nmarking: all-or-nothing")]
    public async Task A_quiz_that_somebody_has_begun_stays_as_it_was_and_whoever_opens_is_told_until_it_is_mended(
        string part, string instead)
    {
        await AddReaderAsync();
        await Store.SeatAsync("E0001", "manners");
        var before = await Store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync());
        content.Change(SampleContent.Quiz, part, instead);
        content.Change(SampleContent.Quiz, "title: 礼仪小测", "title: 礼仪测验");

        await content.OpenAsync();
        await content.OpenAsync();

        var kept = await Store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync());
        Assert.Equal(before.Draft.Fingerprint, kept.Draft.Fingerprint);
        Assert.Equal(2, content.Warnings.Count(warning =>
            warning.Contains("manners", StringComparison.Ordinal) && warning.Contains("people have begun it", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            QuizTrail.QuizEdited,
            await Store.AskAsync((AcademyDb db) => db.AuditEntries.Select(e => e.Act).ToListAsync()));

        content.Change(SampleContent.Quiz, instead, part);
        await content.OpenAsync();

        Assert.Equal(2, content.Warnings.Count);
        Assert.Equal("礼仪测验", (await Store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync())).Terms.Title);
    }

    [Fact]
    public async Task A_quiz_that_stays_as_it_was_keeps_nobody_out_though_its_bank_shrank()
    {
        await AddReaderAsync();
        await Store.SeatAsync("E0001", "manners");
        content.Change(SampleContent.Bank, SecondQuestion, "");
        content.Change(SampleContent.Quiz, "draw: 2", "draw: 1");
        content.Change(SampleContent.Quiz, "passPoints: 6", "passPoints: 5");

        await content.OpenAsync();

        Assert.Equal(2, (await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync())).Blueprint.Count);
        Assert.Single(content.Warnings);
    }

    [Fact]
    public async Task A_closing_that_a_file_says_only_later_is_counted_from_then_and_results_may_wait_for_it()
    {
        content.Write(Further, FurtherQuiz);
        await content.OpenAsync();
        Store.Clock.Advance(TimeSpan.FromDays(10));
        content.Change(Further, "passPoints: 3", "passPoints: 3\ncloses: { days: 2, time: \"18:00\" }\nscore: after-closing");

        await content.OpenAsync();

        var terms = await Store.AskAsync((AcademyDb db) => db.Quizzes.Where(q => q.Slug == "further").Select(q => q.Terms).SingleAsync());
        Assert.Equal(Release.AfterClosing, terms.ScoreRelease);
        Assert.Equal(new DateTimeOffset(2026, 12, 6, 10, 0, 0, TimeSpan.Zero), terms.ClosesAt);
        Assert.Empty(content.Warnings);
    }

    [Fact]
    public async Task Why_a_file_is_not_taken_over_is_told_as_it_is()
    {
        content.Write(Further, FurtherQuiz + "opens: { days: 5, time: \"09:00\" }\n");
        await content.OpenAsync();
        content.Change(Further, "days: 5", "days: 1");
        content.Change(Further, "passPoints: 3", "passPoints: 3\ncloses: { days: 2, time: \"18:00\" }");

        await content.OpenAsync();

        var warning = Assert.Single(content.Warnings);
        Assert.Contains("further", warning, StringComparison.Ordinal);
        Assert.EndsWith(": WindowBackwards.", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draw: 1", "draw: 3")]
    [InlineData("banks: [manners], draw: 1", "questions: [manners-001, manners-009]")]
    public async Task Where_trainers_work_a_quiz_that_asks_for_too_much_is_not_taken_over_and_keeps_nobody_out(string part, string instead)
    {
        content.Write(Further, FurtherQuiz);
        await content.OpenAsync();
        await Store.TellAsync(async (AcademyDb db) =>
        {
            db.Add(new AuditEntry(
                new Actor(1, "T1", "T"), TestClock.Tuesday, QuestionTrail.QuestionEdited, QuestionTrail.Question, "own", "", null, null));
            await db.SaveChangesAsync();
        });
        content.Change(Further, part, instead);
        content.Write("quizzes/new.yaml", FurtherQuiz.Replace(part, instead, StringComparison.Ordinal));

        await content.OpenAsync();

        Assert.Equal(1, (await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync(q => q.Slug == "further"))).Blueprint.Count);
        Assert.False(await Store.AskAsync((AcademyDb db) => db.Quizzes.AnyAsync(q => q.Slug == "new")));
        Assert.Equal(2, content.Warnings.Count(warning => warning.EndsWith(": TooFewQuestions.", StringComparison.Ordinal)));

        content.Change(Further, instead, part);
        content.Change(Further, "title: 再测", "title: 三测");
        await content.OpenAsync();

        Assert.Equal("三测", (await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync(q => q.Slug == "further"))).Terms.Title);
    }

    [Fact]
    public async Task A_removed_question_is_retired_and_not_deleted()
    {
        content.Change(SampleContent.Bank, "// [id:manners-003] [tag:clause:manners/greet-first]\n::三::先问事。{FALSE####先问好。}", "");

        await content.OpenAsync();

        Assert.Equal(
            TestClock.Tuesday,
            await Store.AskAsync((AcademyDb db) => db.Questions.Where(q => q.Key == "manners-003").Select(q => q.RetiredAt).SingleAsync()));
        Assert.Equal(
            ["manners-001", "manners-002"],
            await Store.AskAsync((AcademyDb db) => db.QuestionVersions.InForce().Select(v => v.Question.Key).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_mended_quiz_keeps_its_window()
    {
        var before = await Store.AskAsync((AcademyDb db) => db.Quizzes.AsNoTracking().SingleAsync());
        content.Change(SampleContent.Quiz, "limitMinutes: 10", "limitMinutes: 15");
        Store.Clock.Advance(TimeSpan.FromDays(30));

        await content.OpenAsync();

        var after = await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync());
        Assert.Equal(
            (before.Id, before.Terms.OpensAt, before.Terms.ClosesAt, TimeSpan.FromMinutes(15)),
            (after.Id, after.Terms.OpensAt, after.Terms.ClosesAt, after.Terms.TimeLimit));
    }

    public static TheoryData<string, string, string, string, string> Problems => new()
    {
        { SampleContent.Lesson, "mark=\"T\"", "mark=\"X\"", "greeting.md", "X is no mark" },
        { SampleContent.Lesson, "{#ask-then", "{#greet-first", "manners", "greet-first" },
        { SampleContent.Lesson, "title: 接待客户\n", "", "greeting.md", "title" },
        { SampleContent.Course, "title: 服务礼仪\n", "", "courses/manners", "title" },
        { SampleContent.Course, "shortTitle: 礼仪", $"shortTitle: {new string('礼', 21)}", "courses/manners", "TitleTooLong" },
        { SampleContent.Course, "[greeting]", "[greeting, parting]", "courses/manners", "parting.md" },
        { SampleContent.Course, "2026-10-12", "in autumn", "courses/manners", "in autumn" },
        { SampleContent.Course, "order: 1", "order: [", "courses/manners", "" },
        { SampleContent.Bank, "先做什么？{=问好", "先做什么？{~问好", "manners.gift", "line 4" },
        { SampleContent.Bank, "[id:manners-002] ", "", "manners.gift", "line 7" },
        { SampleContent.Bank, "[id:manners-002]", "[id:manners-001]", "manners.gift", "manners-001" },
        { SampleContent.Quiz, "limitMinutes: 10\n", "", "quizzes/manners.yaml", "limitMinutes" },
        { SampleContent.Quiz, "single-choice", "free-choice", "quizzes/manners.yaml", "line 9" },
        { SampleContent.Quiz, "\"18:00\"", "\"at six\"", "quizzes/manners.yaml", "at six" },
        { SampleContent.Quiz, "passPoints: 6", "passPoints: 11", "quizzes/manners.yaml", "PassMalformed" },
        { SampleContent.Quiz, "title: 礼仪小测", "title: \"\"", "quizzes/manners.yaml", "TitleMissing" },
        { SampleContent.Quiz, "draw: 2", "draw: 3", "manners.yaml", "section 1 asks for 3 questions, 2 are certain" },
        {
            SampleContent.Quiz,
            "banks: [manners], draw: 2",
            "questions: [manners-001, manners-009]",
            "manners.yaml",
            "section 1 asks for 2 questions, 1 are certain"
        },
    };

    [Theory, MemberData(nameof(Problems))]
    public async Task A_problem_names_its_file_and_changes_nothing(string file, string part, string instead, string named, string problem)
    {
        var before = Store.Contents();
        content.Change(file, part, instead);

        var exception = await Assert.ThrowsAsync<ContentException>(content.OpenAsync);

        Assert.Contains(named, exception.File, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Store.Contents());
    }

    [Theory]
    [InlineData(
        "- { key: drill-1, type: numerical, stem: 几个？, answers: [三] }",
        "The question drill-1 cannot be so: NumberMalformed (Answers[0]).")]
    [InlineData("- { key: drill-1, type: single-choice, stem: 哪个？ }", "The question drill-1 cannot be so: TooFewOptions (Options).")]
    [InlineData("- { type: true-false, stem: 对吗？ }", "The question 1 has no key.")]
    [InlineData(
        "- { key: drill-1, type: true-false, stem: 对吗？ }\n- { key: drill-1, type: essay, stem: 谈谈。 }",
        "The key drill-1 stands in the bank twice.")]
    public async Task A_bank_with_a_question_that_cannot_be_asked_is_refused_with_its_name(string questions, string problem)
    {
        var before = Store.Contents();
        content.Write("banks/drill.yaml", $"title: 练习\nquestions:\n{questions}\n");

        var exception = await Assert.ThrowsAsync<ContentException>(content.OpenAsync);

        Assert.Equal($"banks/drill.yaml: {problem}", exception.Message);
        Assert.Equal(before, Store.Contents());
    }

    [Fact]
    public async Task A_statement_of_a_written_bank_is_judged_like_any_other()
    {
        content.Write("banks/drill.yaml", "title: 练习\nquestions:\n- { key: drill-1, type: true-false, stem: 对吗？, answer: true }\n");

        await content.OpenAsync();

        var text = await Store.AskAsync((AcademyDb db) =>
            db.QuestionVersions.Where(v => v.Question.Key == "drill-1").Select(v => v.Text).SingleAsync());
        Assert.Equal([new("true", "true", 100), new("false", "false", 0)], text.Options);
    }

    [Fact]
    public async Task A_bank_may_not_shrink_below_what_a_quiz_asks_for()
    {
        var before = Store.Contents();
        content.Change(SampleContent.Bank, SecondQuestion, "");

        var exception = await Assert.ThrowsAsync<ContentException>(content.OpenAsync);

        Assert.Equal("manners.yaml: section 1 asks for 2 questions, 1 are certain.", exception.Message);
        Assert.Equal(before, Store.Contents());
    }

    [Fact]
    public async Task A_bank_may_shrink_together_with_its_quiz()
    {
        content.Change(SampleContent.Bank, SecondQuestion, "");
        content.Change(SampleContent.Quiz, "draw: 2", "draw: 1");
        content.Change(SampleContent.Quiz, "passPoints: 6", "passPoints: 5");

        await content.OpenAsync();

        Assert.Equal(1, (await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync())).Blueprint.Count);
    }

    [Fact]
    public async Task One_problem_keeps_everything_out()
    {
        var before = Store.Contents();
        content.Change(SampleContent.Lesson, "title: 接待客户", "title: 迎接客户");
        content.Change(SampleContent.Quiz, "draw: 2", "draw: 3");

        await Assert.ThrowsAsync<ContentException>(content.OpenAsync);

        Assert.Equal(before, Store.Contents());
    }

    [Fact]
    public async Task A_mended_problem_loads()
    {
        content.Change(SampleContent.Quiz, "draw: 2", "draw: 3");
        await Assert.ThrowsAsync<ContentException>(content.OpenAsync);
        content.Change(SampleContent.Quiz, "draw: 3", "draw: 1");
        content.Change(SampleContent.Quiz, "passPoints: 6", "passPoints: 5");

        await content.OpenAsync();

        Assert.Equal(1, (await Store.AskAsync((AcademyDb db) => db.Quizzes.SingleAsync())).Blueprint.Count);
    }

    private Task<IReadOnlyList<IndexedText>> FindAsync(string kind, string typed) =>
        Store.AskAsync((AcademyDb db) => db.FullText.FindAsync(kind, SearchQuery.Of(typed), 0, 10, default));

    private Task<Clause?> ClauseAsync(string slug) =>
        Store.AskAsync((AcademyDb db) => db.Clauses.SingleOrDefaultAsync(c => c.Slug == slug));

    /// <summary>Somebody who has read the only lesson.</summary>
    private Task AddReaderAsync() => Store.TellAsync(async (AcademyDb db) =>
    {
        var branch = db.Add(new Branch("000", "总行", "Head office", BranchKind.HeadOffice, null)).Entity;
        var position = db.Add(new Position("teller", "柜员", "Teller")).Entity;
        await db.SaveChangesAsync();
        var reader = db.Add(new Employee("E0001", "苏映禾", branch.Id, position.Id, new DateOnly(2026, 11, 2))).Entity;
        await db.SaveChangesAsync();
        var lesson = await db.Lessons.SingleAsync();
        var progress = db.Add(new Progress(reader.Id, lesson.Id)).Entity;
        progress.Open(TestClock.Tuesday);
        progress.Finish(LessonMeasure.Of(lesson), null, TestClock.Tuesday.AddHours(1));
        await db.SaveChangesAsync();
    });
}
