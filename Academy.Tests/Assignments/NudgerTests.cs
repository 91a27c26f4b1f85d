using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>Thousands are nudged some at a time, each once.</summary>
public sealed class NudgerTests : IAsyncDisposable
{
    private const string Subject = "course-professional-ethics";
    private const int Newcomers = 700;

    private readonly Interruption other = new();
    private readonly AcademyStore store;

    public NudgerTests(OpenedAcademy opened) => store = new AcademyStore(opened, other.Into);

    [Fact]
    public async Task Who_is_stopped_among_thousands_has_told_of_every_letter_and_goes_on_by_nudging_again()
    {
        await EmployAsync();
        var missing = await MissingAsync();
        Assert.True(missing.Count > Newcomers);
        await RunAsync($"CREATE TRIGGER Stop BEFORE INSERT ON Letters WHEN NEW.RecipientId = {missing[^50]} "
            + "BEGIN SELECT RAISE(ABORT, 'stopped'); END;");

        await Assert.ThrowsAsync<DbUpdateException>(() => NudgeAsync());

        var first = await WrittenToAsync();
        Assert.InRange(first.Count, 1, missing.Count - 1);
        Assert.Equal(first.Count, await ToldOfAsync());

        await RunAsync("DROP TRIGGER Stop;");
        Assert.Equal(missing.Count - first.Count, await NudgeAsync());
        Assert.Equal(missing.Order(), (await WrittenToAsync()).Order());
        Assert.Equal(missing.Count, await ToldOfAsync());
        Assert.Equal(0, await NudgeAsync());
    }

    [Fact]
    public async Task Two_who_nudge_thousands_at_once_write_to_each_once()
    {
        await EmployAsync();
        var missing = await MissingAsync();

        var nudged = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => NudgeAsync())));

        Assert.Equal(missing.Count, nudged.Sum());
        Assert.Equal(missing.Order(), (await WrittenToAsync()).Order());
        Assert.Equal(missing.Count, await ToldOfAsync());
    }

    [Fact]
    public async Task Who_leaves_while_the_others_are_nudged_is_left_in_peace()
    {
        var missing = await MissingAsync();
        other.Await("SELECT \"l\".\"RecipientId\"", () => store.TellAsync(async (AcademyDb db) =>
        {
            var leaver = await db.Employees.WithPosting().SingleAsync(e => e.Id == missing[0]);
            leaver.Depart(CoveredBank.Today, store.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }));

        Assert.Equal(missing.Count - 1, await NudgeAsync());
        Assert.Equal(missing.Skip(1).Order(), (await WrittenToAsync()).Order());
    }

    [Fact]
    public async Task Who_nudges_about_a_course_or_a_quiz_has_not_changed_it()
    {
        var before = await ChangesAsync();

        Assert.True(await NudgeAsync() > 0);
        Assert.True(await NudgeAsync("quiz-quarter-4-service") > 0);

        Assert.All(before, count => Assert.NotEqual(0, count));
        Assert.Equal(before, await ChangesAsync());
    }

    [Fact]
    public async Task Nobody_is_nudged_about_what_is_asked_no_longer() => Assert.Equal(0, await NudgeAsync("course-nothing"));

    [Theory]
    [InlineData("B0001", "102", true)]
    [InlineData("B0001", "200", false)]
    [InlineData("B0001", "000", false)]
    [InlineData("A0001", "000", true)]
    [InlineData("T0001", "102", false)]
    [InlineData("E0042", "102", false)]
    public async Task Branch_heads_write_within_their_unit_administrators_to_all_and_nobody_else(string number, string unit, bool mayWrite)
    {
        var (coverage, _, _) = await LookAsync();
        var scope = new CoverageScope(coverage.Units.Single(u => u.Code == unit));
        var forged = scope with { Unit = scope.Unit with { Path = (await LookAsync()).Scope.Unit.Path } };
        var actor = await ActorAsync(number);

        Assert.Equal(mayWrite, await NudgeAsync(scope) is not null);
        Assert.Equal(mayWrite, await NudgeAsync(forged) is not null);
        Assert.Equal(mayWrite, (await WrittenToAsync()).Count > 0);

        Task<int?> NudgeAsync(CoverageScope asked) =>
            store.AskAsync((Nudger nudger) => nudger.NudgeAsync(asked, Subject, actor, CancellationToken.None));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private Task<int[]> ChangesAsync() => store.AskAsync(async (AcademyDb db) => new[]
    {
        await db.ChangeLinesOfCourse("professional-ethics").CountAsync(),
        await db.ChangeLines(QuizTrail.ChangesOfQuiz, "quarter-4-service").CountAsync(),
    });

    /// <summary>Has so many people join branch 102 that nudging them takes several turns.</summary>
    private Task EmployAsync() => store.TellAsync(async (AcademyDb db) =>
    {
        var (branch, post) = (await db.Branches.SingleAsync(b => b.Code == "102"), await db.Positions.SingleAsync(p => p.Slug == "teller"));
        var since = new DateOnly(2026, 1, 5);
        db.AddRange(Enumerable.Range(1, Newcomers).Select(n => new Employee($"N{n:D4}", "新人", branch.Id, post.Id, since)));
        await db.SaveChangesAsync();
    });

    private Task<Actor> ActorAsync(string number) => store.AskAsync((AcademyDb db) =>
        db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());

    private Task<int?> NudgeAsync(string subject = Subject) => store.AskAsync(async (Nudger nudger) =>
    {
        var (_, scope, _) = await LookAsync();
        var actor = await ActorAsync("B0001");
        return await nudger.NudgeAsync(scope, subject, actor, CancellationToken.None);
    });

    private async Task<List<long>> MissingAsync()
    {
        var (coverage, scope, subject) = await LookAsync();
        return [.. coverage.PeopleIn(scope, subject, CoverageState.Missing).Select(p => p.Id)];
    }

    private async Task<(Coverage Coverage, CoverageScope Scope, CoveredSubject Subject)> LookAsync()
    {
        var coverage = await store.AskAsync((CoverageLedger ledger) => ledger.ReadAsync(CancellationToken.None));
        return (coverage, new CoverageScope(coverage.Units.Single(u => u.Code == "102")), coverage.Subjects.Single(s => s.Key == Subject));
    }

    private Task<List<long>> WrittenToAsync() => store.AskAsync((AcademyDb db) => db.Letters.Select(l => l.RecipientId).ToListAsync());

    /// <summary>How many people the trail says were written to.</summary>
    private Task<int> ToldOfAsync() => store.AskAsync(async (AcademyDb db) =>
        (await db.AuditEntries.Where(e => e.Act == AssignmentTrail.PeopleNudged).ToListAsync())
            .Sum(e => e.After["People"]!.Split(", ").Length));

    private Task RunAsync(string sql) => store.TellAsync((AcademyDb db) => db.Database.ExecuteSqlRawAsync(sql));
}
