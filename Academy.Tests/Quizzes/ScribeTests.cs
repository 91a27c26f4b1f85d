using System.Data.Common;
using Academy.Domain.Data;
using Academy.Domain.Quizzes;
using Academy.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Academy.Tests.Quizzes;

public sealed class ScribeTests(OpenedAcademy opened)
{
    [Fact]
    public async Task Two_hundred_answers_at_the_same_time_are_all_stored()
    {
        await using var store = new AcademyStore(opened);
        var attempts = new List<Attempt>();
        for (var person = 1; person <= 10; person++) attempts.Add(await store.SeatAsync($"E{person:D4}"));
        var entries = attempts
            .SelectMany(attempt => Enumerable.Range(1, 20).Select(slot => SentFor(attempt, slot, 1, $"\"{slot}\"")))
            .ToList();

        var outcomes = await WriteAllAsync(store, entries);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        foreach (var attempt in attempts)
        {
            Assert.Equal(
                Enumerable.Range(1, 20).Select(slot => $"\"{slot}\""),
                (await store.PaperAsync(attempt.Id)).Responses.OrderBy(r => r.Slot).Select(r => r.Value));
        }
    }

    [Fact]
    public async Task The_highest_revision_wins_in_whatever_order_they_come()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");
        var entries = (
            from slot in Enumerable.Range(1, 4)
            from revision in Enumerable.Range(1, 50)
            select SentFor(attempt, slot, revision, $"\"{revision}\"")).ToArray();
        new Random(7).Shuffle(entries);

        var outcomes = await WriteAllAsync(store, entries);

        Assert.All(
            (await store.PaperAsync(attempt.Id)).Responses,
            response => Assert.Equal((50, "\"50\""), (response.Revision, response.Value)));
        Assert.All(
            outcomes.Zip(entries),
            pair => Assert.True(pair.First.Refusal is null or AnswerRefusal.LaterAnswer && pair.First.Revision >= pair.Second.Revision));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_fails_alone()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");

        var (good, bad) = await store.AskAsync(async (Scribe scribe) =>
        {
            var before = scribe.WriteAsync(SentFor(attempt, 1, 1, "\"a\""), CancellationToken.None);
            var poisoned = scribe.WriteAsync(
                new SentAnswer(long.MaxValue, 1, 1, "\"a\"", TimeSpan.Zero, TestClock.Tuesday),
                CancellationToken.None);
            var after = scribe.WriteAsync(SentFor(attempt, 2, 1, "\"a\""), CancellationToken.None);
            await scribe.StartAsync(CancellationToken.None);
            await scribe.StopAsync(CancellationToken.None);
            return (await Task.WhenAll(before, after), poisoned);
        });

        await Assert.ThrowsAsync<KeyNotFoundException>(() => bad);
        Assert.All(good, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal([1, 2], (await store.PaperAsync(attempt.Id)).Responses.Select(r => r.Slot).Order());
    }

    [Fact]
    public async Task A_slot_that_the_paper_does_not_have_is_refused_by_the_writer_itself()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");

        var outcomes = await WriteAllAsync(store, [SentFor(attempt, 99, 1, "\"a\""), SentFor(attempt, 20, 1, "\"a\"")]);

        Assert.Equal([AnswerRefusal.NoSuchSlot, null], outcomes.Select(outcome => outcome.Refusal));
        Assert.Equal([20], (await store.PaperAsync(attempt.Id)).Responses.Select(r => r.Slot));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(13)]
    public async Task A_store_that_fails_is_told_to_all_at_once_and_not_tried_for_each(int failure)
    {
        var failing = new Failing(failure);
        await using var store = new AcademyStore(
            opened,
            services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(failing)));
        var attempt = await store.SeatAsync("E0001");

        var told = await store.AskAsync(async (Scribe scribe) =>
        {
            var waiting = Enumerable.Range(1, 20)
                .Select(slot => scribe.WriteAsync(SentFor(attempt, slot, 1, "\"a\""), CancellationToken.None))
                .ToList();
            failing.IsOn = true;
            await scribe.StartAsync(CancellationToken.None);
            await scribe.StopAsync(CancellationToken.None);
            return waiting;
        });

        foreach (var answer in told) await Assert.ThrowsAnyAsync<Exception>(() => answer);
        Assert.Equal(1, failing.Tries);
    }

    [Fact]
    public async Task What_is_acknowledged_is_in_the_file()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");

        await store.TellAsync(async (Scribe scribe) =>
        {
            await scribe.StartAsync(CancellationToken.None);
            for (var revision = 1; revision <= 20; revision++)
            {
                await scribe.WriteAsync(SentFor(attempt, 1, revision, null), CancellationToken.None);
                Assert.Equal(revision, RevisionInFile(store, attempt.Id));
            }
        });
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_commit_has_returned()
    {
        var commits = new Commits();
        await using var store = new AcademyStore(
            opened,
            services => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(commits)));
        var attempt = await store.SeatAsync("E0001");

        await store.TellAsync(async (Scribe scribe) =>
        {
            var answered = scribe.WriteAsync(SentFor(attempt, 1, 1, "\"a\""), CancellationToken.None);
            commits.Look = () => answered.IsCompleted;
            await scribe.StartAsync(CancellationToken.None);
            await answered;
        });

        Assert.Equal([false, false], commits.Seen);
    }

    [Fact]
    public async Task Closing_down_finishes_what_has_come_in_and_takes_no_more()
    {
        await using var store = new AcademyStore(opened);
        var attempt = await store.SeatAsync("E0001");

        await store.TellAsync(async (Scribe scribe) =>
        {
            var waiting = Enumerable.Range(1, 300)
                .Select(revision => scribe.WriteAsync(SentFor(attempt, 1 + (revision % 20), revision, null), CancellationToken.None))
                .ToList();
            await scribe.StartAsync(CancellationToken.None);
            await scribe.StopAsync(CancellationToken.None);

            Assert.All(await Task.WhenAll(waiting), outcome => Assert.Null(outcome.Refusal));
            await Assert.ThrowsAsync<ClosingException>(() =>
                scribe.WriteAsync(SentFor(attempt, 1, 999, null), CancellationToken.None));
        });

        Assert.Equal(20, (await store.PaperAsync(attempt.Id)).Responses.Count);
    }

    private static SentAnswer SentFor(Attempt attempt, int slot, int revision, string? value) =>
        new(attempt.Id, slot, revision, value, TimeSpan.Zero, attempt.StartedAt);

    private static Task<AnswerOutcome[]> WriteAllAsync(AcademyStore store, IEnumerable<SentAnswer> answers) =>
        store.AskAsync(async (Scribe scribe) =>
        {
            await scribe.StartAsync(CancellationToken.None);
            return await Task.WhenAll(answers.Select(sent => Task.Run(() => scribe.WriteAsync(sent, CancellationToken.None))));
        });

    private static int RevisionInFile(AcademyStore store, long attemptId)
    {
        using var connection = store.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Revision FROM Responses WHERE AttemptId = $attempt AND Slot = 1";
        command.Parameters.AddWithValue("$attempt", attemptId);
        return Convert.ToInt32(command.ExecuteScalar(), null);
    }

    /// <summary>Fails whatever begins, as the store does with a code of its own.</summary>
    private sealed class Failing(int code) : DbTransactionInterceptor
    {
        public bool IsOn { get; set; }
        public int Tries { get; private set; }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default)
        {
            if (!IsOn) return ValueTask.FromResult(result);

            Tries++;
            throw new SqliteException("The store fails.", code);
        }
    }

    /// <summary>Looks at something just before and just after each commit.</summary>
    private sealed class Commits : DbTransactionInterceptor
    {
        public Func<bool>? Look { get; set; }
        public List<bool> Seen { get; } = [];

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction,
            TransactionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            if (Look is not null) Seen.Add(Look());
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (Look is not null) Seen.Add(Look());
            return Task.CompletedTask;
        }
    }
}
