using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Answering;

namespace Academy.Tests.Archives;

/// <summary>What is recorded at once is not shown to everybody at once.</summary>
public sealed class WithheldTests(OpenedAcademy opened)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_a_paper_came_to_behind_a_freeze_is_told_to_its_writer_alone_until_results_are_final()
    {
        await using var store = new AcademyStore(opened);
        var (competition, _) = await store.PublishCompetitionAsync(await store.KnowledgeAsync(freezes: true));
        store.Clock.SetUtcNow(Opens);
        var early = await store.AnswerAsync("E0001", 3, Minute);
        store.Clock.SetUtcNow(Freezes);
        var late = await store.AnswerAsync("E0001", 4, Minute);

        Assert.Equal((true, true), await ShownAsync("E0001"));
        Assert.Equal((true, false), await ShownAsync("B0001"));
        store.Clock.SetUtcNow(Opens.AddDays(2).AddHours(1));
        Assert.Null(await store.FinalizeAsync(competition));
        Assert.Equal((true, true), await ShownAsync("B0001"));

        async Task<(bool Early, bool Late)> ShownAsync(string viewer)
        {
            var (person, looking) = (await store.IdOfAsync("E0001"), await store.IdOfAsync(viewer));
            var life = await store.AskAsync((IServiceProvider unit) => ((AcademyDb)unit.GetService(typeof(AcademyDb))!).LifeInLearningAsync(
                person, looking, (IEnumerable<IWithheld>)unit.GetService(typeof(IEnumerable<IWithheld>))!, store.Clock.GetUtcNow(), None));
            var sources = life.Entries.Select(row => row.Entry.Source).ToList();
            return (sources.Contains($"attempt:{early}"), sources.Contains($"attempt:{late}"));
        }
    }
}
