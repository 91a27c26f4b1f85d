using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.People;

/// <summary>Imports by the demonstration's administrator or somebody else, without the pages.</summary>
internal static class Rosters
{
    public static async Task<long> ReceiveAsync(this AcademyStore store, string roster, string by = "A0001")
    {
        var actor = await store.AskAsync<AcademyDb, Actor>(db => ActorAsync(db, by));
        var (run, problems) = await store.AskAsync<RosterClerk, (long?, IReadOnlyList<RosterProblem>)>(
            clerk => clerk.ReceiveAsync("roster.csv", RosterSamples.Csv(roster), false, actor, CancellationToken.None));
        Assert.Empty(problems);
        return run!.Value;
    }

    public static async Task<RosterPlan> PlanAsync(this AcademyStore store, long run, string by = "A0001")
    {
        var actor = await store.AskAsync<AcademyDb, Actor>(db => ActorAsync(db, by));
        return await store.AskAsync<RosterClerk, RosterPlan>(clerk => clerk.PlanAsync(run, actor, CancellationToken.None));
    }

    public static async Task<RosterOutcome> ApplyAsync(this AcademyStore store, long run, string shown, string by = "A0001")
    {
        var actor = await store.AskAsync<AcademyDb, Actor>(db => ActorAsync(db, by));
        return await store.AskAsync<RosterClerk, RosterOutcome>(clerk => clerk.ApplyAsync(run, shown, actor, CancellationToken.None));
    }

    public static async Task<RosterOutcome> ImportAsync(this AcademyStore store, string roster)
    {
        var run = await store.ReceiveAsync(roster);
        var plan = await store.PlanAsync(run);
        Assert.Empty(plan.Problems);
        return await store.ApplyAsync(run, plan.Fingerprint);
    }

    public static Task<(int People, int Postings, int Roles, int Audit, int Steps)> CountAsync(this AcademyStore store) =>
        store.AskAsync<AcademyDb, (int, int, int, int, int)>(async db => (
            await db.Employees.CountAsync(),
            await db.Postings.CountAsync(),
            await db.UserRoles.CountAsync(),
            await db.AuditEntries.CountAsync(),
            await db.Set<RosterStep>().CountAsync()));

    private static Task<Actor> ActorAsync(AcademyDb db, string number) =>
        db.Employees.Numbered(number).Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync();
}
