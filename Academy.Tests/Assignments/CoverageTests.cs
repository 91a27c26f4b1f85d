using Academy.Domain.Assignments;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Assignments;

/// <summary>E0001 is a teller at outlet 102 of branch 100, E0003 a teller at 301.</summary>
public sealed class CoverageTests(OpenedAcademy opened) : IAsyncLifetime
{
    private const string Ethics = "professional-ethics";
    private const string Key = "course-professional-ethics";

    private readonly CoveredBank bank = new(opened);

    public async ValueTask InitializeAsync() => await bank.WithdrawAllAsync();

    public ValueTask DisposeAsync() => bank.DisposeAsync();

    [Fact]
    public async Task Who_has_finished_is_done_at_once_and_nobody_else()
    {
        await bank.AssignAsync(Ethics, b => b.Named("E0001", "E0003"));
        Assert.Equal(CoverageState.Missing, await bank.StateAsync("E0001", Key));

        await bank.CompleteAsync("E0001", Ethics);

        Assert.Equal(CoverageState.Done, await bank.StateAsync("E0001", Key));
        Assert.Equal(CoverageState.Missing, await bank.StateAsync("E0003", Key));
        Assert.Equal(CoverageState.NotAsked, await bank.StateAsync("E0004", Key));
    }

    [Fact]
    public async Task Who_is_on_leave_is_counted_out_and_counted_in_again_afterwards()
    {
        await bank.AssignAsync(Ethics, b => b.In("102"));
        var before = await TallyAsync("102");

        await bank.ChangeAsync("E0001", e => e.GoOnLeave(LeaveKind.Maternity, CoveredBank.Today));
        Assert.Equal(before.Due - 1, (await TallyAsync("102")).Due);
        Assert.Equal(CoverageState.Away, await bank.StateAsync("E0001", Key));

        await bank.ChangeAsync("E0001", e => e.Return(CoveredBank.Today));
        Assert.Equal(before, await TallyAsync("102"));
    }

    [Fact]
    public async Task Who_has_left_is_neither_counted_nor_named()
    {
        await bank.AssignAsync(Ethics, b => b.In("102"));
        var before = await TallyAsync("102");

        await bank.ChangeAsync("E0001", e => e.Depart(CoveredBank.Today, bank.Store.Clock.GetUtcNow()));

        Assert.Equal(before.Due - 1, (await TallyAsync("102")).Due);
        Assert.DoesNotContain((await bank.LookAsync()).People, p => p.Number == "E0001");
    }

    [Fact]
    public async Task Who_moves_counts_where_the_person_is_now()
    {
        await bank.AssignAsync(Ethics, b => b.In("100"));
        await bank.CompleteAsync("E0001", Ethics);
        var (there, elsewhere) = (await TallyAsync("102"), await TallyAsync("101"));

        await bank.DoAsync(async db =>
        {
            var (person, to) =
                (await db.Employees.WithPosting().Numbered("E0001").SingleAsync(), await db.Branches.SingleAsync(b => b.Code == "101"));
            person.Move(to.Id, person.PositionId, CoveredBank.Today);
        });

        Assert.Equal(new Tally(there.Due - 1, there.Done - 1), await TallyAsync("102"));
        Assert.Equal(new Tally(elsewhere.Due + 1, elsewhere.Done + 1), await TallyAsync("101"));
    }

    [Fact]
    public async Task A_recurring_assignment_wants_a_completion_of_its_period()
    {
        await bank.AssignAsync(Ethics, b => b.Named("E0001"), Recurrence.EveryQuarter, startedDaysAgo: 20);
        await bank.CompleteAsync("E0001", Ethics, daysAgo: 21);
        Assert.Equal(CoverageState.Missing, await bank.StateAsync("E0001", Key));

        await bank.CompleteAsync("E0001", Ethics, daysAgo: 20);
        Assert.Equal(CoverageState.Done, await bank.StateAsync("E0001", Key));

        bank.Store.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(CoverageState.Missing, await bank.StateAsync("E0001", Key));
    }

    [Fact]
    public async Task A_course_that_is_signed_each_edition_is_missing_again_with_a_new_one()
    {
        await bank.AssignAsync(Ethics, b => b.Named("E0001"));
        await bank.CompleteAsync("E0001", Ethics, edition: 1);
        Assert.Equal(CoverageState.Done, await bank.StateAsync("E0001", Key));

        await bank.DoAsync(async db =>
        {
            var course = await db.Courses.Include(c => c.Editions).Include(c => c.Lessons).SingleAsync(c => c.Slug == Ethics);
            course.AskFor(AttestationRule.EachEdition);
            course.Publish(course.Edition + 1, CoveredBank.Today, null, "", default);
        });
        Assert.Equal(CoverageState.Missing, await bank.StateAsync("E0001", Key));

        await bank.CompleteAsync("E0001", Ethics, edition: 2);
        Assert.Equal(CoverageState.Done, await bank.StateAsync("E0001", Key));
    }

    [Fact]
    public async Task What_two_assignments_ask_for_is_done_when_both_are()
    {
        await bank.AssignAsync(Ethics, b => b.Named("E0001"));
        await bank.AssignAsync(Ethics, b => b.As("teller"), Recurrence.EveryYear);
        await bank.CompleteAsync("E0001", Ethics, daysAgo: 30);

        Assert.Equal(CoverageState.Missing, await bank.StateAsync("E0001", Key));
    }

    [Fact]
    public async Task A_newcomer_has_until_the_day_for_newcomers()
    {
        await bank.AssignAsync(Ethics, b => b.In("102"), startedDaysAgo: 60);
        await bank.DoAsync(async db =>
        {
            var colleague = await db.Employees.Numbered("E0001").SingleAsync();
            db.Add(new Employee("N0001", "新人", colleague.BranchId, colleague.PositionId, CoveredBank.Today.AddDays(-3)));
        });

        var coverage = await bank.LookAsync();
        var (newcomer, subject) = (coverage.People.Single(p => p.Number == "N0001"), Assert.Single(coverage.Subjects));
        await bank.Store.TellAsync<Domain.Data.AcademyDb>(async db =>
        {
            var duties = await db.DutiesAsync(coverage, subject, [newcomer], CancellationToken.None);
            Assert.Equal(CoveredBank.Today.AddDays(11), Assert.Single(duties[newcomer.Id]).DueOn);
        });
        Assert.True(subject.DueOn < CoveredBank.Today);
    }

    [Fact]
    public async Task A_retired_course_is_asked_of_nobody()
    {
        await bank.AssignAsync(Ethics, b => b.In("000"));
        await bank.DoAsync(async db => (await db.Courses.SingleAsync(c => c.Slug == Ethics)).Retire());

        Assert.Empty((await bank.LookAsync()).Subjects);
    }

    [Fact]
    public async Task Before_scores_are_released_handing_in_is_all_that_shows()
    {
        const string Quiz = "quarter-4-service";
        await bank.AssignAsync(Quiz, b => b.In("000"), kind: SubjectKind.Quiz);
        await bank.DoAsync(async db =>
        {
            var (quiz, person) = (await db.Quizzes.SingleAsync(q => q.Slug == Quiz), await db.Employees.Numbered("E0001").SingleAsync());
            typeof(Quiz).GetProperty("Terms")!.SetValue(quiz, quiz.Terms with { ScoreRelease = Release.AfterClosing });
            var workplace = new Workplace(person.BranchId, person.PositionId);
            var attempt = new Attempt(quiz, person.Id, workplace, 1, [], "R-0001", bank.Store.Clock.GetUtcNow());
            attempt.Submit(bank.Store.Clock.GetUtcNow());
            db.Add(attempt);
        });
        var papers = await bank.Store.AskAsync<Domain.Data.AcademyDb, List<(long EmployeeId, bool HasPassed)>>(async db =>
            [.. (await db.Attempts.Where(a => a.Quiz.Slug == Quiz && a.SubmittedAt != null).ToListAsync()).GroupBy(
                a => a.EmployeeId, (id, all) => (id, all.Any(a => a.HasPassed)))]);
        Assert.Contains(papers, p => p.HasPassed);
        Assert.Contains(papers, p => !p.HasPassed);

        var coverage = await bank.LookAsync();
        var subject = Assert.Single(coverage.Subjects);
        Assert.All(papers, p => Assert.Equal(CoverageState.Done, coverage.StateOf(coverage.Person(p.EmployeeId)!, subject)));
        Assert.Equal(papers.Count, coverage.People.Count(p => coverage.StateOf(p, subject) == CoverageState.Done));

        bank.Store.Clock.Advance(TimeSpan.FromDays(4));
        coverage = await bank.LookAsync();
        Assert.All(papers, p =>
            Assert.Equal(
                p.HasPassed ? CoverageState.Done : CoverageState.Missing,
                coverage.StateOf(coverage.Person(p.EmployeeId)!, subject)));
    }

    [Fact]
    public async Task Rows_by_unit_alone_and_by_position_add_up_to_the_whole()
    {
        await bank.AssignAsync(Ethics, b => b.In("000"));
        foreach (var number in new[] { "E0001", "E0003", "E0004" }) await bank.CompleteAsync(number, Ethics);
        var coverage = await bank.LookAsync();
        var top = coverage.Units.Single(u => u.ParentId is null);
        var whole = coverage.Count([new CoverageScope(top)], coverage.Subjects).Single();

        Assert.Equal(whole.Sum, Sum(coverage.Units.Select(u => new CoverageScope(u, IsOwn: true))));
        Assert.Equal(whole.Sum, Sum(coverage.Below(top).Select(u => new CoverageScope(u)).Prepend(new CoverageScope(top, IsOwn: true))));
        Assert.Equal(whole.Sum, Sum(coverage.Positions.Select(p => new CoverageScope(top, Position: p))));
        Assert.Equal(whole.Sum.Missing, coverage.PeopleIn(new CoverageScope(top), coverage.Subjects[0], CoverageState.Missing).Count());

        Tally Sum(IEnumerable<CoverageScope> rows) =>
            coverage.Count([.. rows], coverage.Subjects).Aggregate(default(Tally), (sum, row) => sum + row.Sum);
    }

    [Fact]
    public async Task Counting_ends_even_if_units_hang_in_a_circle()
    {
        await bank.AssignAsync(Ethics, b => b.Named("E0001"));
        await CoveredBank.CloseCircleAsync(bank.Store, "100", "200");
        var coverage = await bank.LookAsync();
        var top = new CoverageScope(coverage.Units.Single(u => u.ParentId is null));

        var rows = await Task.Run(() => coverage.Count([top], coverage.Subjects)).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, rows.Single().Sum.Due);
    }

    private async Task<Tally> TallyAsync(string unit)
    {
        var coverage = await bank.LookAsync();
        return coverage.Count([new CoverageScope(coverage.Units.Single(u => u.Code == unit))], coverage.Subjects)[0].Sum;
    }
}
