using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>A board whose results are final stays as it was, whatever becomes of people, branches and runs.</summary>
public sealed class FinalBoardTests(OpenedAcademy opened)
{
    private static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);
    private static readonly CompetitionTerms Terms = new("冬季竞赛", "", Opens, Opens.AddDays(2), [new("keypad-lines-300", 5)]);

    [Fact]
    public async Task It_is_kept_with_who_finalized_it_and_why_and_computing_it_anew_comes_to_the_same()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await FinalAsync(store);

        var kept = await KeptAsync(store, held);
        var computed = await store.BoardAsync(held, BoardCopy.Restricted);

        Assert.Equal(computed.Rows, kept.AsBoard(Discipline.Keypad).Rows);
        Assert.Equal((0, 2), (kept.Differences(computed), kept.Head.People));
        var finalization = await store.AskAsync((AcademyDb db) => db.Finalizations.SingleAsync(f => f.CompetitionId == competition));
        Assert.Equal(("T0001", "无异议", store.Clock.GetUtcNow()), (finalization.ByNumber, finalization.Remark, finalization.At));
    }

    [Fact]
    public async Task Whoever_is_renamed_or_moved_later_is_on_it_as_they_were()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await FinalAsync(store);
        var before = await KeptAsync(store, held);

        store.Execute("UPDATE Employees SET Name = '改名了', BranchId = (SELECT MAX(Id) FROM Branches)");
        store.Execute("UPDATE Branches SET Name = '改名的支行' || Id");

        var after = await KeptAsync(store, held);
        Assert.Equal(before.Rows.Select(row => (row.Name, row.Branch)), after.Rows.Select(row => (row.Name, row.Branch)));
        Assert.DoesNotContain(after.Rows, row => row.Name == "改名了" || row.Branch.StartsWith("改名的", StringComparison.Ordinal));
        var live = LiveBoard.Of(Discipline.Keypad, after);
        Assert.Equal(before.Rows[0].Name, live.Names[before.Rows[0].EmployeeId]);
    }

    [Fact]
    public async Task Runs_that_are_others_later_do_not_change_it_and_are_told_of()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await FinalAsync(store);
        var before = (await KeptAsync(store, held)).AsBoard(Discipline.Keypad).Rows;

        store.Execute($"UPDATE DrillRuns SET Score = Score + 1000 WHERE Id = (SELECT MIN(Id) FROM DrillRuns WHERE EventId = {held})");

        var kept = await KeptAsync(store, held);
        Assert.Equal(before, kept.AsBoard(Discipline.Keypad).Rows);
        Assert.InRange(kept.Differences(await store.BoardAsync(held, BoardCopy.Restricted)), 1, 2);
    }

    [Fact]
    public async Task Nobody_changes_removes_or_replaces_what_was_kept()
    {
        await using var store = new AcademyStore(opened);
        await FinalAsync(store);

        foreach (var act in new[]
        {
            "UPDATE FinalRows SET Name = 'x'", "DELETE FROM FinalRows", "UPDATE FinalBoards SET People = 9", "DELETE FROM FinalBoards",
            "UPDATE Finalizations SET Remark = 'x'", "DELETE FROM Finalizations",
            "INSERT OR REPLACE INTO FinalRows SELECT * FROM FinalRows",
        })
            Assert.ThrowsAny<Exception>(() => store.Execute(act));
    }

    [Fact]
    public async Task What_is_in_the_way_is_told_all_at_once()
    {
        await using var store = new AcademyStore(opened);
        var (competition, events) = await store.PublishCompetitionAsync(Terms);
        store.Clock.SetUtcNow(Opens);
        await store.CompeteAsync("E0001", events[0], 60, terms => Typist.Evenly(Typist.KeysOf(terms, 60), apart: 150));
        await store.EnterAsync("E0002", events[0]);

        Assert.Equal([new(CompetitionRefusal.NotOver, 1), new(CompetitionRefusal.Undecided, 1)], await BlockersAsync(store, competition));
        Assert.Equal(CompetitionRefusal.NotOver, await store.ConveneAsync((c, by) => c.FinalizeAsync(competition, "成绩无误", by, None)));
        Assert.Null(await store.AskAsync((AcademyDb db) => db.KeptResultsAsync(events[0], None)));
    }

    [Fact]
    public async Task A_remark_that_is_too_long_is_refused()
    {
        await using var store = new AcademyStore(opened);
        var (competition, _) = await store.PublishCompetitionAsync(Terms);

        Assert.Equal(
            CompetitionRefusal.RemarkTooLong,
            await store.ConveneAsync((c, by) => c.FinalizeAsync(competition, new string('好', 401), by, None)));
    }

    [Fact]
    public async Task Prizes_and_titles_are_those_of_the_terms_as_they_were()
    {
        await using var store = new AcademyStore(opened);
        var terms = Terms with
        {
            Results = ResultTerms.Usual with
            {
                Awards = new AwardTerms(AwardRule.Count, 0, 1, 0),
                Titles = new TitleTerms("", "", "岗位能手"),
            },
        };
        var (_, held) = await FinalAsync(store, terms);

        var kept = await KeptAsync(store, held);

        Assert.Equal([Award.Second, null], kept.Rows.Select(kept.Head.AwardOf));
        Assert.Equal(["岗位能手"], kept.Head.Rules.Titles.Select(title => title.Title));
        Assert.Equal(terms.Results.Awards, kept.Head.Rules.Awards);
    }

    private static Task<IReadOnlyList<Blocker>> BlockersAsync(AcademyStore store, long competition) => store.AskAsync(
        async (AcademyDb db) => await db.BlockersAsync(
            await db.Set<Competition>().WithEvents().SingleAsync(c => c.Id == competition), store.Clock.GetUtcNow(), None));

    private static async Task<KeptResults> KeptAsync(AcademyStore store, long held) =>
        (await store.AskAsync((AcademyDb db) => db.KeptResultsAsync(held, None)))!;

    private static async Task<(long Competition, long Event)> FinalAsync(AcademyStore store, CompetitionTerms? terms = null)
    {
        var (competition, events) = await store.PublishCompetitionAsync(terms ?? Terms);
        store.Clock.SetUtcNow(Opens);
        await store.CompeteAsync("E0001", events[0], keys: 30);
        await store.CompeteAsync("E0002", events[0], keys: 40);
        store.Clock.SetUtcNow(Terms.ClosesAt.AddDays(3));
        Assert.Null(await store.ConveneAsync((c, by) => c.FinalizeAsync(competition, "无异议", by, None)));
        return (competition, events[0]);
    }
}
