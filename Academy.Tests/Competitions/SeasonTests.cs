using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using CsCheck;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Competitions;

/// <summary>What the results of a quarter add up to, for people and for branches.</summary>
public sealed class SeasonTests(OpenedAcademy opened)
{
    private static readonly SeasonTerms BestTwo = new(2, new TeamTerms(2, 2));
    private static readonly SeasonTerms All = new(null, new TeamTerms(2, 2));

    private static readonly Gen<SeasonTerms> AnyTerms = Gen.Select(
        Gen.Int[0, 4], Gen.Int[1, 3], Gen.Int[1, 3],
        (best, branchBest, floor) => new SeasonTerms(best == 0 ? null : best, new TeamTerms(branchBest, floor)));

    private static readonly Gen<List<SeasonResult>> AnyResults = Gen.Select(
        Gen.Long[1, 6], Gen.Long[1, 12], Gen.Long[1, 4], Gen.Int[1, 9],
        (held, person, branch, points) => new SeasonResult(held, person, branch, 10 - points, Points.Of(points)))
        .List[0, 40].Select(some => some.DistinctBy(result => (result.EventId, result.EmployeeId)).ToList());

    private static readonly DateTimeOffset Opens = TestClock.Tuesday.AddHours(1);

    [Fact]
    public void The_best_few_add_up_equal_sums_share_a_rank_and_the_next_leaves_a_gap()
    {
        var season = Of(BestTwo, (1, 1, 5), (2, 1, 9), (3, 1, 7), (1, 2, 8), (2, 2, 8), (3, 3, 16), (1, 4, 15), (2, 4, 0));

        Assert.Equal(
            [(1, 1L, 16, 2, 3), (1, 2L, 16, 2, 2), (1, 3L, 16, 1, 1), (4, 4L, 15, 2, 2)],
            season.Rows.Select(row => (row.Rank, row.EmployeeId, (int)row.Sum.Value, row.Counted, row.Results)));
        Assert.Equal([(9, true), (7, true), (5, false)], season.ResultsOf(1).Select(own => ((int)own.Result.Points.Value, own.Counts)));
    }

    [Fact]
    public void Without_a_limit_all_results_add_up() =>
        Assert.Equal(21, Of(All, (1, 1, 5), (2, 1, 9), (3, 1, 7)).Rows[0].Sum.Value);

    [Fact]
    public void Any_order_of_arrival_gives_the_same_standings_and_computing_them_again_changes_nothing() =>
        Gen.Select(AnyTerms, AnyResults, Gen.Int).Sample((terms, results, seed) =>
        {
            var shuffled = results.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (first, other) = (new Season(terms, Events, results), new Season(terms, Events, shuffled));

            Assert.Equal(first.Rows, other.Rows);
            Assert.Equal(first.Rows, new Season(terms, Events, results).Rows);
            Assert.Equal(Told(first), Told(other));
            foreach (var person in results.Select(result => result.EmployeeId).Distinct())
                Assert.Equal(first.ResultsOf(person), other.ResultsOf(person));
        });

    [Fact]
    public void A_rank_is_one_more_than_how_many_have_more_and_a_sum_is_no_less_than_of_any_other_choice() =>
        Gen.Select(AnyTerms, AnyResults).Sample((terms, results) =>
        {
            var season = new Season(terms, Events, results);

            Assert.Equal(results.Select(result => result.EmployeeId).Distinct().Order(), season.Rows.Select(row => row.EmployeeId).Order());
            Assert.All(season.Rows, row =>
            {
                Assert.Equal(1 + season.Rows.Count(other => other.Sum > row.Sum), row.Rank);
                var own = results.Where(result => result.EmployeeId == row.EmployeeId).Select(result => result.Points.Value).ToList();
                Assert.Equal(own.OrderDescending().Take(terms.Best ?? 99).Sum(), row.Sum.Value);
                Assert.Equal((Math.Min(own.Count, terms.Best ?? 99), own.Count), (row.Counted, row.Results));
            });
        });

    [Fact]
    public void A_branch_has_the_mean_of_the_best_sums_reached_there_and_no_rank_below_the_floor()
    {
        var season = new Season(BestTwo, Events, [
            Result(1, 1, 7, 9), Result(2, 1, 8, 30), Result(1, 2, 7, 6), Result(1, 3, 7, 5), Result(2, 4, 9, 40)]);

        Assert.Equal(
            [(1, 7L, 3, 750L), ((int?)null, 8L, 1, 3000L), (null, 9L, 1, 4000L)],
            season.Teams(branch => branch).Select(team => (team.Rank, team.UnitId, team.People, team.Mean.Hundredths)));
        Assert.Equal([1L, 2L, 3L], season.Within(new HashSet<long> { 7 }).Rows.Select(row => row.EmployeeId));
        Assert.Equal(8, season.RowOf(1)!.Last.BranchId);
    }

    [Fact]
    public void Whoever_looks_sees_the_best_and_those_beside_oneself()
    {
        var season = Of(All, [.. Enumerable.Range(1, 40).Select(n => (1, n, 100 - n))]);

        Assert.Equal(8, season.NamedRanks);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 28, 29, 30], season.PlacesFor(30));
        Assert.Equal(8, season.PlacesFor(999).Count);
    }

    [Fact]
    public async Task Only_what_is_final_counts_in_the_quarter_in_which_it_closed()
    {
        await using var store = new AcademyStore(opened);
        var before = await SeasonAsync(store, new Quarter(2026, 4));
        var terms = new CompetitionTerms("冬季竞赛", "", Opens, Opens.AddDays(2), [new("keypad-lines-300", 1)], Opens.AddMinutes(30));
        var (competition, events) = await store.PublishCompetitionAsync(terms);
        store.Clock.SetUtcNow(Opens.AddHours(1));
        await store.CompeteAsync("E0001", events[0], keys: 20);
        await store.CompeteAsync("E0002", events[0], keys: 30);
        await store.CompeteAsync("E0003", events[0], keys: 40);

        Assert.Equal(before.Rows, (await SeasonAsync(store, new Quarter(2026, 4))).Rows);
        store.Clock.SetUtcNow(terms.ClosesAt.AddDays(1));
        Assert.Null(await store.ConveneAsync((convener, by) => convener.FinalizeAsync(competition, "成绩无误", by, None)));

        var after = await SeasonAsync(store, new Quarter(2026, 4));
        Assert.Equal(before.Events + 1, after.Events);
        var own = after.ResultsOf(await store.IdOfAsync("E0003")).Single(result => result.Result.EventId == events[0]).Result;
        var last = after.ResultsOf(await store.IdOfAsync("E0001")).Single(result => result.Result.EventId == events[0]).Result;
        Assert.Equal((1, Points.Of(3), 3, Points.Of(1)), (own.Rank, own.Points, last.Rank, last.Points));
        Assert.DoesNotContain(
            (await SeasonAsync(store, new Quarter(2026, 3))).Rows, row => row.Last.EventId == events[0]);
    }

    [Fact]
    public void A_rule_holds_from_its_quarter_on_and_leaves_past_seasons_as_they_were()
    {
        var rules = new SeasonRules([(new Quarter(2027, 1), All), (new Quarter(2026, 2), BestTwo)]);

        Assert.Equal(
            [SeasonTerms.Usual, BestTwo, BestTwo, All, All],
            new[] { new Quarter(2026, 1), new(2026, 2), new(2026, 4), new(2027, 1), new(2030, 3) }.Select(rules.Of));
    }

    [Theory]
    [InlineData("- {from: 2026-5, best: 6, branchBest: 3, branchFloor: 3}")]
    [InlineData("- {from: 2026-1, best: -1, branchBest: 3, branchFloor: 3}")]
    [InlineData("- {from: 2026-1, best: 6, branchBest: 0, branchFloor: 3}")]
    [InlineData("- {from: 2026-1, best: 6, branchBest: 3}")]
    [InlineData("- {from: 2026-1, best: many, branchBest: 3, branchFloor: 3}")]
    [InlineData("best: [")]
    public void A_rule_that_cannot_be_so_names_its_file(string yaml)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "standings"));
        File.WriteAllText(Path.Combine(folder.Path, "standings", "season.yaml"), yaml);

        Assert.StartsWith("standings/season.yaml: ", Assert.Throws<ContentException>(() => SeasonFile.Read(folder.Path)).Message);
    }

    [Fact]
    public void The_shipped_rule_counts_the_best_six_and_0_is_for_all()
    {
        Assert.Equal(6, SeasonFile.Read(Repository.File("content")).Of(new Quarter(2026, 4)).Best);
        using var folder = new TemporaryFolder();
        Assert.Equal(SeasonTerms.Usual, SeasonFile.Read(folder.Path).Of(new Quarter(2026, 4)));
        Directory.CreateDirectory(Path.Combine(folder.Path, "standings"));
        File.WriteAllText(
            Path.Combine(folder.Path, "standings", "season.yaml"), "- {from: 2026-1, best: 0, branchBest: 3, branchFloor: 3}");
        Assert.Null(SeasonFile.Read(folder.Path).Of(new Quarter(2026, 4)).Best);
    }

    private static IReadOnlyList<long> Events => [1, 2, 3, 4, 5, 6];

    private static Season Of(SeasonTerms terms, params (int Event, int Person, int Points)[] results) =>
        new(terms, Events, [.. results.Select(result => Result(result.Event, result.Person, 1, result.Points))]);

    private static SeasonResult Result(long held, long person, long branch, int points) =>
        new(held, person, branch, 1, Points.Of(points));

    private static IEnumerable<(int?, long, int, Points)> Told(Season season) =>
        season.Teams(branch => branch % 2).Select(team => (team.Rank, team.UnitId, team.People, team.Mean));

    private static Task<Season> SeasonAsync(AcademyStore store, Quarter quarter) => store.AskAsync((IServiceProvider unit) =>
        ((AcademyDb)unit.GetService(typeof(AcademyDb))!).SeasonAsync(
            quarter, BestTwo, (BankZone)unit.GetService(typeof(BankZone))!, None));
}
