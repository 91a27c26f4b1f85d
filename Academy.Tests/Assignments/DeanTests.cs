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
            var (made, _) = await dean.AssignAsync(new Subject(SubjectKind.Course, 1), "职业操守", Terms, by, CancellationToken.None);
            Assert.Null(await dean.ChangeAsync(made!, "职业操守", Terms with { DueOn = Today.AddDays(40) }, by, CancellationToken.None));
            Assert.Null(await dean.WithdrawAsync(made!, "职业操守", by, CancellationToken.None));
            Assert.Equal(AssignmentRefusal.AlreadyWithdrawn, await dean.WithdrawAsync(made!, "职业操守", by, CancellationToken.None));
        });

        var trail = await store.AskAsync((AcademyDb db) => db.AuditEntries
            .Where(e => e.Subject == AssignmentTrail.Assignment)
            .OrderBy(e => e.Id)
            .AsNoTracking()
            .ToListAsync());
        Assert.Equal([AssignmentTrail.AssignmentMade, AssignmentTrail.AssignmentEdited, AssignmentTrail.AssignmentWithdrawn], trail.Select(e => e.Act));
        Assert.Equal(("2026-12-24", "2027-01-03"), (trail[1].Before["DueOn"], trail[1].After["DueOn"]));
        Assert.Equal("青岚农商银行总行", trail[0].After["Branches"]);
    }
}
