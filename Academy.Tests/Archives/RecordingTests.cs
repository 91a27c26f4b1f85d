using Academy.Domain.Archives;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Academy.Domain.Scoring;
using Academy.Tests.Certification;
using Academy.Tests.Competitions;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Archives;

/// <summary>What is kept for years is recorded with the act that caused it, once, and never changes.</summary>
public sealed class RecordingTests(OpenedAcademy opened) : IAsyncLifetime
{
    private AcademyStore store = null!;

    public ValueTask InitializeAsync()
    {
        store = new AcademyStore(opened);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_paper_is_recorded_as_it_is_handed_in_with_where_its_writer_worked()
    {
        var known = (await store.EntriesOfAsync("E0001")).Count;

        var id = await store.AskAsync((AcademyDb db) => db.SitAsync(store.Clock, "E0001", Sittings.CourseQuiz, slot => slot.RightValue()));
        await store.AskAsync((Invigilator invigilator) => invigilator.SubmitAsync(id, None));

        var entry = Assert.Single(await store.NewEntriesOfAsync("E0001", known));
        var paper = await store.PaperAsync(id);
        Assert.Equal((ArchiveKind.QuizResult, $"attempt:{id}", 1), (entry.Kind, entry.Source, entry.Revision));
        Assert.Equal((paper.Score, (Points?)paper.MaxScore, true), (entry.Score, entry.MaxScore, entry.HasPassed));
        Assert.Equal((known + 1, new DateOnly(2026, 11, 24), paper.BranchId), (entry.Number, entry.Day, entry.BranchId));
        Assert.Equal((paper.Quiz.Terms.Title, paper.Receipt), (entry.Title, entry.Detail));
        Assert.NotEqual("", entry.Branch);
        Assert.NotEqual("", entry.Position);
    }

    [Fact]
    public async Task A_paper_that_the_academy_hands_in_is_of_its_deadline()
    {
        var known = (await store.EntriesOfAsync("E0001")).Count;
        var paper = await store.SeatAsync("E0001");
        store.Clock.SetUtcNow(paper.DueAt.AddDays(3));

        await store.AskAsync((Invigilator invigilator) => invigilator.CloseOverdueAsync(None));

        var entry = Assert.Single(await store.NewEntriesOfAsync("E0001", known));
        Assert.Equal((paper.DueAt, store.Clock.GetUtcNow()), (entry.At, entry.RecordedAt));
        Assert.False(entry.HasPassed);
    }

    [Fact]
    public async Task A_second_look_takes_the_first_result_back_and_records_the_new_one()
    {
        var trainer = await store.PersonAsync("T0001");
        var known = (await store.EntriesOfAsync("E0001")).Count;
        var paper = await store.PaperAsync((await store.SeatAsync("E0001", Sittings.EveryType)).Id);
        await store.AskAsync(async (AcademyDb db) =>
        {
            var own = await db.Attempts.WithPaper().SingleAsync(a => a.Id == paper.Id);
            foreach (var slot in own.Slots)
                own.Take(new SentAnswer(own.Id, slot.Number, 1, slot.RightValue(), TimeSpan.Zero, TestClock.Tuesday), TestClock.Tuesday);
            return await db.SaveChangesAsync();
        });
        await store.AskAsync((Invigilator invigilator) => invigilator.SubmitAsync(paper.Id, None));
        Assert.Empty(await store.NewEntriesOfAsync("E0001", known));

        await MarkAsync(QuestionType.ShortAnswer, null, 2, 2, 2, 2, 2);
        await MarkAsync(QuestionType.Essay, null, 5, 0, 2);
        var first = Assert.Single(await store.NewEntriesOfAsync("E0001", known));
        var mark = (await store.PaperAsync(paper.Id)).MarkOf(NumberOf(QuestionType.Essay))!;
        store.Clock.Advance(TimeSpan.FromDays(2));
        await MarkAsync(QuestionType.Essay, mark.Id, 5, 5, 2);
        await MarkAsync(QuestionType.Essay, mark.Id, 5, 5, 2);

        var entries = await store.NewEntriesOfAsync("E0001", known);
        Assert.Equal(
            [(ArchiveKind.QuizResult, 1, null), (ArchiveKind.QuizResult, 2, first.Id), (ArchiveKind.Regrade, 3, (long?)null)],
            entries.Select(e => (e.Kind, e.Revision, e.ReversesId)));
        Assert.Equal(first.Score + Points.Of(5), entries[2].Score);
        Assert.Equal([first.BranchId], entries.Select(e => e.BranchId).Distinct());
        Assert.Equal(new DateOnly(2026, 11, 26), entries[2].Day);

        int NumberOf(QuestionType type) => paper.Slots.Single(slot => slot.Question.Type == type).Number;

        async Task MarkAsync(QuestionType type, long? seen, params decimal[] criteria)
        {
            var given = new GivenMark([.. criteria.Select(Points.Of)], Points.Of(criteria.Sum()), "", seen);
            Assert.Null(await store.AskAsync((Examiner examiner) => examiner.MarkAsync(paper.Id, NumberOf(type), given, trainer, None)));
        }
    }

    [Fact]
    public async Task Runs_of_practice_are_kept_when_they_are_better_than_all_before()
    {
        var known = (await store.EntriesOfAsync("T0001")).Count;
        foreach (var keys in new[] { 20, 10, 40 })
        {
            await store.KeyAsync("T0001", Discipline.Keypad, terms => Typist.Hit(Typist.KeysOf(terms, keys), 5, seed: keys));
            store.Clock.Advance(TimeSpan.FromHours(1));
        }

        var entries = await store.NewEntriesOfAsync("T0001", known);
        Assert.Equal(2, entries.Count);
        Assert.All(entries, entry => Assert.Equal((ArchiveKind.PersonalBest, "keypad-lines-300"), (entry.Kind, entry.Discipline)));
        Assert.True(entries[0].Score < entries[1].Score);
    }

    [Fact]
    public async Task A_contest_is_kept_when_it_is_final_with_rank_and_field_and_prize()
    {
        var opens = TestClock.Tuesday.AddHours(1);
        var terms = new CompetitionTerms("冬季竞赛", "", opens, opens.AddDays(2), [new("keypad-lines-300", 5)])
        {
            Results = ResultTerms.Usual with { Awards = new AwardTerms(AwardRule.Count, 1, 0, 0) },
        };
        var (first, second) = ((await store.EntriesOfAsync("E0002")).Count, (await store.EntriesOfAsync("E0001")).Count);
        var (competition, events) = await store.PublishCompetitionAsync(terms);
        store.Clock.SetUtcNow(opens);
        await store.CompeteAsync("E0001", events[0], keys: 30);
        await store.CompeteAsync("E0002", events[0], keys: 40);
        Assert.Empty(await store.NewEntriesOfAsync("E0002", first));
        store.Clock.SetUtcNow(terms.ClosesAt.AddDays(3));
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Null(await store.ConveneAsync((c, by) => c.FinalizeAsync(competition, "", by, None)));

        var best = await store.NewEntriesOfAsync("E0002", first);
        Assert.Equal([(ArchiveKind.ContestResult, 1, 2, "冬季竞赛"), (ArchiveKind.Award, 1, 2, "冬季竞赛")],
            best.Select(e => (e.Kind, e.Rank!.Value, e.Field!.Value, e.Title)));
        Assert.Equal("First", best[1].Detail);
        var other = Assert.Single(await store.NewEntriesOfAsync("E0001", second));
        Assert.Equal((2, 2), (other.Rank, other.Field));
        Assert.True(best[0].Score > other.Score);
    }

    [Fact]
    public async Task Certificates_are_kept_as_they_are_issued_renewed_and_revoked()
    {
        await store.WithdrawShippedAsync();
        var scheme = await store.AddSchemeAsync(Certifying.Auditors);
        var known = (await store.EntriesOfAsync("U0001")).Count;
        await store.FinishAsync("U0001");
        await store.IssueDueAsync();
        store.Clock.Advance(TimeSpan.FromDays(300));
        await store.FinishAsync("U0001");
        await store.IssueDueAsync();
        var last = (await store.CertificatesOfAsync("U0001", scheme))[^1];
        Assert.Null(await store.CertifyAsync((role, by) => role.RevokeAsync(last.Id, "违规", by, None)));

        var entries = await store.NewEntriesOfAsync("U0001", known);
        Assert.Equal(
            [
                ArchiveKind.CourseCompleted, ArchiveKind.CertificateIssued, ArchiveKind.CourseCompleted, ArchiveKind.CertificateRenewed,
                ArchiveKind.CertificateRevoked,
            ],
            entries.Select(e => e.Kind));
        Assert.Equal(($"{last.Number} 违规", last.Number), (entries[4].Detail, entries[3].Detail));
    }

    [Fact]
    public async Task What_there_was_before_is_entered_once_wherever_it_was_stopped()
    {
        var whole = await EntriesAsync();
        store.Tamper("DELETE FROM ArchiveEntries WHERE Id > 50 AND Source NOT LIKE 'history:%'; DELETE FROM ArchiveHistoryParts");

        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(None));
        Assert.Equal(whole, await EntriesAsync());
        await store.TellAsync((OpeningRoutine routine) => routine.RunAsync(None));

        Assert.Equal(whole, await EntriesAsync());
        Assert.NotEmpty(whole);
    }

    [Theory]
    [InlineData("UPDATE ArchiveEntries SET Score = 10000")]
    [InlineData("DELETE FROM ArchiveEntries")]
    [InlineData("INSERT OR REPLACE INTO ArchiveEntries SELECT * FROM ArchiveEntries")]
    public void The_store_lets_nobody_change_what_is_recorded(string sql) =>
        Assert.Throws<SqliteException>(() => store.Execute(sql));

    private async Task<string> EntriesAsync() => string.Join('\n', (await store.AskAsync((AcademyDb db) =>
        db.ArchiveEntries.AsNoTracking().OrderBy(e => e.Source).ThenBy(e => e.Revision)
            .Select(e => e.Source + " " + e.Day + " " + e.Kind + " " + e.Title + " " + e.Score + " " + e.Minutes + " " + e.Branch)
            .ToListAsync())));
}
