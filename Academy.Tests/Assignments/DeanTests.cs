using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
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
        Assert.Equal(refusal, terms.Refusal(Today, isNew: true));

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

    [Fact]
    public async Task What_no_page_offers_is_not_asked()
    {
        await using var store = new AcademyStore(opened);
        var (trainer, teller) = (await ActorAsync(store, "T0001"), await ActorAsync(store, "E0001"));
        var desk = new Desk(store);
        await desk.AddCourseAsync("unpublished");
        var draft = (await desk.CourseAsync("unpublished")).Subject;
        await store.TellAsync(async (Dean dean) =>
        {
            Assert.Equal(AssignmentRefusal.MayNotAssign, (await AssignAsync(Course, Terms, teller)).Refusal);
            Assert.Equal(AssignmentRefusal.NotOffered, (await AssignAsync(draft, Terms, trainer)).Refusal);
            Assert.Equal(AssignmentRefusal.NotOffered, (await AssignAsync(new Subject(SubjectKind.Quiz, 999), Terms, trainer)).Refusal);
            foreach (var audience in new[] { new Audience([9999], [], []), new Audience([], [9999], []), new Audience([], [], [9999]) })
            {
                Assert.Equal(
                    AssignmentRefusal.UnknownAudience, (await AssignAsync(Course, Terms with { Audience = audience }, trainer)).Refusal);
            }

            var id = (await AssignAsync(Course, Terms, trainer)).AssignmentId!.Value;
            var wider = Terms with { Audience = new Audience([9999], [1], []) };
            Assert.Equal(AssignmentRefusal.UnknownAudience, await dean.ChangeAsync(id, Terms.AsSeen(), wider, trainer, default));
            Assert.Equal(
                AssignmentRefusal.MayNotAssign,
                await dean.ChangeAsync(id, Terms.AsSeen(), Terms with { NewcomerDays = 30 }, teller, default));
            Assert.Equal(AssignmentRefusal.MayNotAssign, await dean.WithdrawAsync(id, teller, default));

            Task<(long? AssignmentId, AssignmentRefusal? Refusal)> AssignAsync(Subject subject, AssignmentTerms terms, Actor by) =>
                dean.AssignAsync(subject, terms, by, default);
        });
    }

    [Fact]
    public async Task Who_has_left_since_stays_named()
    {
        await using var store = new AcademyStore(opened);
        var (trainer, leaver) = (await ActorAsync(store, "T0001"), await ActorAsync(store, "E0001"));
        var terms = Terms with { Audience = new Audience([leaver.Id!.Value], [], []) };
        var id = await store.AskAsync(async (Dean dean) => (await dean.AssignAsync(Course, terms, trainer, default)).AssignmentId!.Value);
        await store.TellAsync(async (AcademyDb db) =>
        {
            (await db.Employees.WithPosting().SingleAsync(e => e.Id == leaver.Id)).Depart(Today, TestClock.Tuesday);
            await db.SaveChangesAsync();
        });

        Assert.Null(await store.AskAsync((Dean dean) =>
            dean.ChangeAsync(id, terms.AsSeen(), terms with { DueOn = Today.AddDays(40) }, trainer, default)));
        Assert.Equal(
            AssignmentRefusal.UnknownAudience,
            (await store.AskAsync((Dean dean) => dean.AssignAsync(Course, terms with { NewcomerDays = 1 }, trainer, default))).Refusal);
    }

    private static Task<Actor> ActorAsync(AcademyStore store, string number) => store.AskAsync((AcademyDb db) =>
        db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
}
