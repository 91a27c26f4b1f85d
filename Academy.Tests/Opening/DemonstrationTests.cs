using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.Opening.Growth;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Academy.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Opening;

public sealed class DemonstrationTests(OpenedAcademy opened)
{
    public static TheoryData<string, string, string?> People => new()
    {
        { "A0001", Roles.Administrator, null },
        { "T0001", Roles.Trainer, null },
        { "J0001", Roles.Judge, null },
        { "B0001", Roles.BranchHead, "100" },
        { "B0002", Roles.BranchHead, "200" },
        { "U0001", Roles.Auditor, null },
        { "E0001", Roles.Employee, null },
        { "E0120", Roles.Employee, null },
    };

    [Theory, MemberData(nameof(People))]
    public async Task Whoever_the_design_names_is_there_in_that_role(string number, string role, string? branch)
    {
        await using var store = new AcademyStore(opened);

        var person = await store.AskAsync((AcademyDb db) => db.Employees.Numbered(number).Include(e => e.Branch).SingleAsync());
        var roles = await store.AskAsync((AcademyDb db) => db.UserRoles
            .Where(r => r.UserId == person.Id)
            .Join(db.Roles, held => held.RoleId, r => r.Id, (held, r) => r.Name)
            .ToListAsync());

        Assert.Contains(role, roles);
        Assert.Equal(branch ?? person.Branch.Code, person.Branch.Code);
        Assert.Equal(role == Roles.Employee, roles.Count == 1);
    }

    [Fact]
    public async Task Employees_are_numbered_without_a_gap()
    {
        await using var store = new AcademyStore(opened);

        var numbers = await store.AskAsync((AcademyDb db) => db.Employees
            .Where(e => e.UserName!.StartsWith('E'))
            .Select(e => e.UserName)
            .Order()
            .ToListAsync());

        Assert.Equal(Enumerable.Range(1, 120).Select(n => $"E{n:D4}"), numbers);
    }

    [Fact]
    public async Task The_organization_is_a_tree_of_head_office_branches_and_outlets()
    {
        await using var store = new AcademyStore(opened);

        var branches = await store.AskAsync((AcademyDb db) => db.Branches.Include(b => b.Parent).AsNoTracking().ToListAsync());

        Assert.All(branches, branch => Assert.Equal(
            branch.Kind switch { BranchKind.HeadOffice => null, BranchKind.Branch => BranchKind.HeadOffice, _ => BranchKind.Branch },
            branch.Parent?.Kind));
        Assert.All(branches, branch => Assert.Equal($"{branch.Parent?.Path ?? "/"}{branch.Code}/", branch.Path));
        Assert.Single(branches, branch => branch.Kind == BranchKind.HeadOffice);
    }

    [Fact]
    public async Task The_first_employee_has_no_history()
    {
        await using var store = new AcademyStore(opened);
        var first = await store.AskAsync((AcademyDb db) => db.Employees.Numbered("E0001").Select(e => e.Id).SingleAsync());

        Assert.False(await store.AskAsync((AcademyDb db) => db.Attempts.AnyAsync(a => a.EmployeeId == first)));
        Assert.False(await store.AskAsync((AcademyDb db) => db.Set<Domain.Learning.Progress>().AnyAsync(p => p.EmployeeId == first)));
    }

    [Fact]
    public async Task Past_attempts_are_graded_as_real_ones()
    {
        await using var store = new AcademyStore(opened);

        var attempts = await store.AskAsync((AcademyDb db) =>
            db.Attempts.Include(a => a.Quiz).Include(a => a.Slots).Include(a => a.Responses).AsSplitQuery().AsNoTracking().ToListAsync());

        Assert.True(attempts.Count > 300);
        Assert.All(attempts, attempt =>
        {
            Assert.InRange(attempt.SubmittedAt!.Value, attempt.StartedAt, attempt.DueAt);
            Assert.True(attempt.SubmittedAt < TestClock.Tuesday);
            Assert.Equal(attempt.Slots.Count, attempt.Responses.Count);
            Assert.Equal(attempt.Score, PointsSum.Sum(attempt.Responses, r => r.Awarded!.Value));
            Assert.Equal(attempt.Score >= attempt.PassPoints, attempt.HasPassed);
            Assert.Equal((attempt.Quiz.Terms.PassPoints, attempt.Slots.Count), (attempt.PassPoints, attempt.SlotCount));
        });
        Assert.Contains(attempts, attempt => attempt.WasTimedOut);
        Assert.Contains(attempts, attempt => !attempt.HasPassed);
    }

    [Fact]
    public async Task Past_drills_come_to_what_their_keys_do_and_nothing_of_them_is_in_doubt()
    {
        await using var store = new AcademyStore(opened);

        var runs = await store.AskAsync((AcademyDb db) => db.DrillRuns.AsNoTracking().ToListAsync());

        Assert.Equal((35, 72), (runs.Count(run => run.EventId is null), runs.Count(run => run.EventId is not null)));
        Assert.Equal(Discipline.Practiced.Select(discipline => discipline.Slug).Order(), runs.Select(r => r.Discipline).Distinct().Order());
        foreach (var run in runs)
        {
            Assert.InRange(run.EndedAt!.Value, run.StartedAt.AddMinutes(2), run.DueAt);
            Assert.Empty(run.Doubts);
            Assert.Equal((await store.AskAsync((AcademyDb db) => db.ResultOfAsync(run, CancellationToken.None))).Score, run.Score);
        }

        Assert.True(runs.Count(run => run.Counts) >= 105);
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        await using var store = new AcademyStore(opened);
        var before = store.Contents();
        store.Clock.Advance(TimeSpan.FromDays(2));

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));

        Assert.Equal(before, store.Contents());
    }

    [Theory]
    [InlineData("Production", 0)]
    [InlineData("Staging", 0)]
    [InlineData("Development", 127)]
    public async Task The_demonstration_bank_comes_in_development_only(string environment, int people)
    {
        using var folder = new TemporaryFolder();
        await using var app = AcademyHost.CreateBuilder(
            [
                $"--environment={environment}", $"--contentRoot={AppContext.BaseDirectory}", $"--Academy:DataDirectory={folder.Path}",
                $"--Academy:ContentDirectory={Repository.File("content")}", "--Academy:Demonstration=true",
                "--Academy:DemonstrationPassword=qinglan-2026",
            ]).Build();

        await app.OpenAsync();

        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(people, await scope.ServiceProvider.GetRequiredService<AcademyDb>().Employees.CountAsync());
    }

    [Fact]
    public async Task Growing_fills_up_to_the_given_size_and_running_it_again_adds_nothing()
    {
        await using var store = new AcademyStore(opened);
        var responses = await store.AskAsync((AcademyDb db) => db.Responses.CountAsync()) + 4_000;

        await store.TellAsync((DemonstrationGrowth growth) => growth.GrowAsync(300, responses, 40, CancellationToken.None));
        var grown = store.Contents();
        await store.TellAsync((DemonstrationGrowth growth) => growth.GrowAsync(300, responses, 40, CancellationToken.None));

        Assert.Equal(300, await store.AskAsync((AcademyDb db) => db.Employees.CountAsync()));
        Assert.Equal(40, await store.AskAsync((AcademyDb db) => db.Branches.CountAsync()));
        Assert.InRange(await store.AskAsync((AcademyDb db) => db.Responses.CountAsync()), responses, responses + 20);
        Assert.Equal(grown, store.Contents());
    }

    [Fact]
    public async Task Whoever_is_grown_can_sign_in_as_an_employee()
    {
        await using var app = new AcademyApp(opened);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DemonstrationGrowth>().GrowAsync(130, 0, null, CancellationToken.None);

        Assert.Equal(System.Net.HttpStatusCode.OK, (await (await app.SignInAsync("G000001")).GetAsync("/quizzes")).StatusCode);
    }
}
