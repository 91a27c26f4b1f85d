using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Measurements;

/// <summary>How long acts on thousands of people keep everybody else from writing, at most at a time.</summary>
[Collection("Measurements")]
public sealed class ActMeasurements : IAsyncDisposable
{
    private const int Newcomers = 5_000;

    private readonly TimedTurns turns = new();
    private readonly AcademyStore store;

    public ActMeasurements(OpenedAcademy opened) =>
        store = new AcademyStore(opened, services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(turns)));

    [Fact(Explicit = true)]
    public async Task Acts_on_thousands_of_people()
    {
        var unit = await EmployAsync();
        var actor = await store.AskAsync((AcademyDb db) =>
            db.Employees.Numbered("A0001").Select(e => new Actor(e.Id, e.UserName!, e.Name)).SingleAsync());
        var figures = new Figures(
            $"Acts on {Newcomers} people: how long, and their turns", "What", "in all", "median turn", "longest turn");
        await MeasureAsync(figures, "passwords issued", async () =>
        {
            var waiting = await store.AskAsync((AcademyDb db) => db.WaitingForPasswordAsync(unit, false, CancellationToken.None));
            var (issued, _) = await store.AskAsync((AccountKeeper keeper) =>
                keeper.IssuePasswordsAsync(actor, unit, false, waiting.AsSeen(), CancellationToken.None));
            Assert.True(issued.Count >= Newcomers);
        });
        await MeasureAsync(figures, "people nudged", async () =>
        {
            var coverage = await store.AskAsync((CoverageLedger ledger) => ledger.ReadAsync(CancellationToken.None));
            var scope = new CoverageScope(coverage.Units.Single(u => u.Code == "102"));
            Assert.True(await store.AskAsync((Nudger nudger) =>
                nudger.NudgeAsync(scope, "course-professional-ethics", actor, CancellationToken.None)) >= Newcomers);
        });
        figures.Show();
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private Task<long> EmployAsync() => store.AskAsync(async (AcademyDb db) =>
    {
        var (branch, post) = (await db.Branches.SingleAsync(b => b.Code == "102"), await db.Positions.SingleAsync(p => p.Slug == "teller"));
        var since = new DateOnly(2026, 1, 5);
        db.AddRange(Enumerable.Range(1, Newcomers).Select(n => new Employee($"N{n:D4}", "新人", branch.Id, post.Id, since)));
        await db.SaveChangesAsync();
        return branch.Id;
    });

    private async Task MeasureAsync(Figures figures, string what, Func<Task> act)
    {
        turns.Lengths.Clear();
        var all = await Figures.TimeAsync(act);
        figures.Add(what, all, Figures.Quantile([.. turns.Lengths], 0.5), turns.Lengths.Max());
    }
}
