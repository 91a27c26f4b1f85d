using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Assignments;

public sealed class DeanTests(OpenedAcademy opened)
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly AssignmentTerms Terms = new(new Audience([], [1], []), Today, Today.AddDays(30), Recurrence.None, 14);
    private static readonly Subject Course = new(SubjectKind.Course, 1);

    public static TheoryData<AssignmentTerms, AssignmentRefusal?> Cases => new()
    {
        { Terms, null },
        { Terms with { Audience = new Audience([], [], []) }, AssignmentRefusal.NobodyChosen },
        { Terms with { DueOn = Today.AddDays(-1) }, AssignmentRefusal.DueBeforeStart },
        { Terms with { StartsOn = Today.AddDays(-9), DueOn = Today.AddDays(-1) }, AssignmentRefusal.DueInThePast },
        { Terms with { Recurrence = Recurrence.EveryQuarter, DueOn = Today.AddMonths(3) }, AssignmentRefusal.DueAfterNextStart },
        { Terms with { Recurrence = Recurrence.EveryYear, DueOn = Today.AddMonths(3) }, null },
        { Terms with { NewcomerDays = -1 }, AssignmentRefusal.BadNewcomerDays },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Terms_that_cannot_be_kept_are_refused(AssignmentTerms terms, AssignmentRefusal? refusal) =>
        Assert.Equal(refusal, terms.Objection(Today, isNew: true));

    [Fact]
    public async Task Making_changing_and_withdrawing_leave_their_lines_in_the_trail()
    {
        await using var store = new AcademyStore(opened);
        await store.TellAsync(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<AcademyDb>();
            var dean = services.GetRequiredService<Dean>();
            var by = new Actor(await db.Employees.Numbered("T0001").Select(e => e.Id).SingleAsync(), "T0001", "顾知遥");
            var ct = CancellationToken.None;
            var id = (await dean.AssignAsync(Course, Terms, by, ct)).AssignmentId!.Value;
            Assert.Null(await dean.ChangeAsync(id, Terms.AsSeen(), Terms with { DueOn = Today.AddDays(40) }, by, ct));
            Assert.Null(await dean.WithdrawAsync(id, by, ct));
            Assert.Null(await dean.WithdrawAsync(id, by, ct));
            var other = new Actor(await db.Employees.Numbered("A0001").Select(e => e.Id).SingleAsync(), "A0001", "顾知遥");
            Assert.Equal(AssignmentRefusal.AlreadyWithdrawn, await dean.WithdrawAsync(id, other, ct));
        });

        var trail = await store.AskAsync((AcademyDb db) => db.AuditEntries
            .Where(e => e.Subject == AssignmentTrail.Assignment)
            .OrderBy(e => e.Id)
            .AsNoTracking()
            .ToListAsync());
        Assert.Equal(
            [AssignmentTrail.AssignmentMade, AssignmentTrail.AssignmentEdited, AssignmentTrail.AssignmentWithdrawn],
            trail.Select(e => e.Act));
        Assert.Equal(("2026-12-24", "2027-01-03"), (trail[1].Before["DueOn"], trail[1].After["DueOn"]));
        Assert.Equal("青岚农商银行总行", trail[0].After["Branches"]);
    }

    [Fact]
    public async Task The_same_is_asked_of_the_same_people_once_until_it_is_withdrawn()
    {
        await using var store = new AcademyStore(opened);
        var (trainer, administrator) = (await ActorAsync(store, "T0001"), await ActorAsync(store, "A0001"));
        await store.TellAsync(async (Dean dean) =>
        {
            var terms = Terms with { Audience = new Audience([3, 4], [2, 1], []) };
            var first = await dean.AssignAsync(Course, terms, trainer, CancellationToken.None);

            Assert.Equal(first, await dean.AssignAsync(
                Course, terms with { Audience = new Audience([4, 3], [1, 2], []) }, trainer, CancellationToken.None));
            Assert.Equal(
                (first.AssignmentId, AssignmentRefusal.AlreadyAsked),
                await dean.AssignAsync(Course, terms, administrator, CancellationToken.None));
            Assert.NotEqual(first, await dean.AssignAsync(Course, Terms, trainer, CancellationToken.None));
            Assert.Null(await dean.WithdrawAsync(first.AssignmentId!.Value, trainer, CancellationToken.None));
            Assert.Null((await dean.AssignAsync(Course, terms, administrator, CancellationToken.None)).Refusal);
        });
    }

    [Fact]
    public async Task Terms_that_somebody_else_changed_after_they_were_shown_are_not_overwritten()
    {
        await using var store = new AcademyStore(opened);
        var by = await ActorAsync(store, "T0001");
        await store.TellAsync(async (Dean dean) =>
        {
            var id = (await dean.AssignAsync(Course, Terms, by, CancellationToken.None)).AssignmentId!.Value;
            var (longer, wider) = (Terms with { DueOn = Today.AddDays(40) }, Terms with { NewcomerDays = 30 });
            Assert.Null(await dean.ChangeAsync(id, Terms.AsSeen(), longer, by, CancellationToken.None));

            Assert.Equal(AssignmentRefusal.ChangedMeanwhile, await dean.ChangeAsync(id, Terms.AsSeen(), wider, by, CancellationToken.None));
            Assert.Null(await dean.ChangeAsync(id, Terms.AsSeen(), longer, by, CancellationToken.None));
            Assert.Null(await dean.WithdrawAsync(id, by, CancellationToken.None));
            Assert.Equal(
                AssignmentRefusal.AlreadyWithdrawn,
                await dean.ChangeAsync(id, longer.AsSeen(), wider, by, CancellationToken.None));
        });
    }

    private static Task<Actor> ActorAsync(AcademyStore store, string number) => store.AskAsync((AcademyDb db) =>
        db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
}
