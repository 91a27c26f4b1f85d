using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static Academy.Tests.Competitions.Answering;

namespace Academy.Tests.Competitions;

/// <summary>Objections to papers of knowledge events.</summary>
public sealed class PaperObjectionTests(OpenedAcademy opened)
{
    private const string Chair = "J0001";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whoever_has_a_paper_of_the_event_objects_and_nobody_else()
    {
        await using var store = new AcademyStore(opened);
        var terms = await store.KnowledgeAsync() with { Eligibility = new EligibilityTerms(["100"], ["teller"], null) };
        var (_, events) = await store.PublishCompetitionAsync(terms);
        var before = await store.BeginAsync("E0002", 5);
        store.Clock.SetUtcNow(Opens);
        Assert.True(await store.AskAsync((Invigilator invigilator) => invigilator.SubmitAsync(before, None)));
        await store.AnswerAsync("E0001", 2, Minute);
        await store.AnswerAsync("E0019", 2, Minute);
        store.Clock.SetUtcNow(Over);

        Assert.Equal(ObjectionRefusal.NotContestant, await store.RaiseAsync("E0002", events[0]));
        Assert.Equal(ObjectionRefusal.NotContestant, await store.RaiseAsync("E0019", events[0]));
        Assert.Equal(ObjectionRefusal.NotContestant, await store.RaiseAsync("E0005", events[0]));
        Assert.Null(await store.RaiseAsync("E0001", events[0]));
    }

    [Fact]
    public async Task A_paper_that_does_not_count_is_on_no_board_and_its_writers_next_best_is_until_it_counts_again()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store);
        var best = await store.AnswerAsync("E0001", 5, Minute);
        await store.AnswerAsync("E0001", 2, Minute);
        await store.AnswerAsync("E0002", 3, Minute);
        store.Clock.SetUtcNow(Over);
        var before = await store.BoardAsync(held, BoardCopy.Restricted);
        var objection = await store.ObjectAsync("E0002", held);
        var change = new PaperChange(best, Verdict.DoesNotCount);

        var effect = await store.EffectAsync(held, change);
        Assert.Equal(before.Rows, (await store.BoardAsync(held, BoardCopy.Restricted)).Rows);
        Assert.Null(await store.AcceptAsync(Chair, objection, change, effect.AsSeen()));
        Assert.Null(await store.AcceptAsync(Chair, objection, change, effect.AsSeen()));

        foreach (var copy in Enum.GetValues<BoardCopy>())
            Assert.Equal([3 * Each, 2 * Each], await ScoresAsync(store, held, copy));
        Assert.Equal(effect.Moves, RankEffect.MovesBetween(before, await store.BoardAsync(held, BoardCopy.Restricted)));
        var line = await store.AskAsync((AcademyDb db) => db.AuditEntries.SingleAsync(e => e.Act == CompetitionTrail.PaperDecided));
        var receipt = await store.AskAsync((AcademyDb db) => db.Attempts.Where(a => a.Id == best).Select(a => a.Receipt).SingleAsync());
        Assert.Equal(("True", "False", receipt), (line.Before["Counts"], line.After["Counts"], line.SubjectKey));
        Assert.Equal("看过录像", line.After["Reason"]);
        Assert.Null(await store.FinalizeAsync(competition));
        var kept = await store.AskAsync((AcademyDb db) => db.KeptResultsAsync(held, None));
        Assert.Equal([3 * Each, 2 * Each], kept!.Rows.Select(row => row.Score));
    }

    [Fact]
    public async Task A_paper_counts_again_when_the_committee_says_so()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var paper = await store.AnswerAsync("E0001", 5, Minute);
        store.Clock.SetUtcNow(Over);
        await store.AcceptAsync(Chair, held, await store.ObjectAsync("E0001", held), new PaperChange(paper, Verdict.DoesNotCount));
        Assert.Empty(await ScoresAsync(store, held, BoardCopy.Restricted));

        await store.AcceptAsync("J0002", held, await store.ObjectAsync("E0001", held), new PaperChange(paper, Verdict.Counts));

        Assert.Equal([5 * Each], await ScoresAsync(store, held, BoardCopy.Public));
    }

    [Fact]
    public async Task What_is_applied_is_exactly_what_was_shown()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store, tieByTime: true);
        var random = new Random(20261130);
        List<long> papers = [];
        foreach (var number in new[] { "E0001", "E0002", "E0004", "E0005", "E0001", "E0004" })
            papers.Add(await store.AnswerAsync(number, random.Next(2, 5), random.Next(1, 3) * Minute));
        store.Clock.SetUtcNow(Over);

        for (var round = 0; round < 30; round++)
        {
            var change = new PaperChange(papers[random.Next(papers.Count)], (Verdict)random.Next(2));
            var (objection, before) = (await store.ObjectAsync("E0001", held), await store.BoardAsync(held, BoardCopy.Restricted));
            var effect = await store.AcceptAsync(await store.ChairAsync(round), held, objection, change);
            Assert.Equal(effect.Moves, RankEffect.MovesBetween(before, await store.BoardAsync(held, BoardCopy.Restricted)));
        }
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_paper_nor_on_one_that_is_not_marked_or_of_another_event()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var own = await store.AnswerAsync(Chair, 2, Minute);
        var running = await store.BeginAsync("E0001", 2);
        var (_, events) = await store.PublishCompetitionAsync(Judges.Counting with { Events = [new("keypad-lines-300", 1)] });
        store.Clock.SetUtcNow(Over);
        var (objection, change) = (await store.ObjectAsync("E0001", held), new PaperChange(own, Verdict.DoesNotCount));
        var effect = await store.EffectAsync(held, change);

        Assert.Equal(ObjectionRefusal.OwnResult, await store.AcceptAsync(Chair, objection, change, effect.AsSeen()));
        Assert.Equal(ObjectionRefusal.EffectChanged, await store.AcceptAsync("J0002", objection, change, "别的"));
        Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(held, new PaperChange(running, Verdict.DoesNotCount)));
        Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(held, new PaperChange(999_999, Verdict.DoesNotCount)));
        Assert.Equal(ObjectionRefusal.NoSuchResult, await store.NoEffectAsync(events[0], change));
        Assert.Null(await store.AcceptAsync("J0002", objection, change, effect.AsSeen()));
    }

    [Fact]
    public async Task Who_marked_a_paper_does_not_decide_on_an_objection_to_it()
    {
        await using var store = new AcademyStore(opened);
        var (_, held) = await RunningAsync(store);
        var paper = await store.AnswerAsync("E0001", 2, Minute);
        store.Clock.SetUtcNow(Over);
        var marker = await store.IdOfAsync(Chair);
        await store.AskAsync((AcademyDb db) =>
        {
            db.Add(new Mark(paper, 1, [], Points.Of(5), "", marker, store.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        var (objection, change) = (await store.ObjectAsync("E0001", held), new PaperChange(paper, Verdict.DoesNotCount));
        var effect = await store.EffectAsync(held, change);

        Assert.Equal(ObjectionRefusal.OwnSheet, await store.AcceptAsync(Chair, objection, change, effect.AsSeen()));
        Assert.Equal(ObjectionRefusal.OwnSheet, await store.RejectAsync(Chair, objection));
        Assert.Null(await store.AcceptAsync("J0002", objection, change, effect.AsSeen()));
    }

    [Fact]
    public async Task A_paper_that_does_not_count_keeps_nothing_up_but_that_somebody_has_taken_part()
    {
        await using var store = new AcademyStore(opened);
        var (competition, held) = await RunningAsync(store);
        var paper = await store.AnswerAsync("E0001", 5, Minute);
        store.Clock.SetUtcNow(Over);
        await store.AcceptAsync(Chair, held, await store.ObjectAsync("E0001", held), new PaperChange(paper, Verdict.DoesNotCount));
        store.Execute($"UPDATE Attempts SET Score = NULL WHERE Id = {paper}");

        Assert.Equal(
            CompetitionRefusal.AlreadyBegun,
            await store.ConveneAsync((convener, by) => convener.WithdrawAsync(competition, by, None)));
        Assert.Null(await store.FinalizeAsync(competition));
    }

    private static DateTimeOffset Over => Opens.AddDays(2).AddHours(1);

    private static async Task<(long Competition, long Event)> RunningAsync(AcademyStore store, bool tieByTime = false)
    {
        var (competition, events) = await store.PublishCompetitionAsync(await store.KnowledgeAsync(tieByTime));
        store.Clock.SetUtcNow(Opens);
        return (competition, events[0]);
    }

    private static async Task<IEnumerable<int>> ScoresAsync(AcademyStore store, long held, BoardCopy copy) =>
        (await store.BoardAsync(held, copy)).Rows.Select(row => row.Entry.Score);
}
