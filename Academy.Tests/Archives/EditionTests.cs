using Academy.Domain.Archives;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Academy.Tests.Certification;
using Academy.Tests.Hosting;
using Academy.Tests.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static System.Threading.CancellationToken;

namespace Academy.Tests.Archives;

/// <summary>What is over is sealed once, in the same bytes whoever was stopped on the way; what is changed later is found.</summary>
public sealed class EditionTests(OpenedAcademy opened)
{
    [Fact]
    public async Task What_is_over_is_sealed_and_the_same_again_seals_nothing()
    {
        await using var store = new AcademyStore(opened);

        var first = await store.SealAsync();
        var sealedThen = await store.SealedAsync();
        var second = await store.SealAsync();

        Assert.True(first is { Editions: > 100, Heads: > 2 });
        Assert.Equal((0, 0), (second.Editions, second.Heads));
        Assert.Equal(sealedThen, await store.SealedAsync());
        Assert.Null((await store.VerifyAsync()).Finding);
        Assert.All(await store.HeadsAsync(), head => Assert.True(head.Period.End < new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public async Task A_day_of_an_open_month_waits_and_one_that_was_told_late_goes_into_the_next_edition_as_late()
    {
        await using var store = new AcademyStore(opened);
        await store.SealAsync();
        var known = (await store.HeadsAsync()).Count;
        var paper = await store.SeatAsync("E0001");
        store.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 4, 0, 0, TimeSpan.Zero));
        await store.SealAsync();
        Assert.Equal(known + 1, (await store.HeadsAsync()).Count);

        // Handed in by the academy only now, though its day is one of November.
        await store.AskAsync((Invigilator invigilator) => invigilator.CloseOverdueAsync(None));
        store.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 4, 0, 0, TimeSpan.Zero));
        await store.SealAsync();

        Assert.DoesNotContain($"attempt:{paper.Id}\"", await DocumentAsync(store, "E0001", new DateOnly(2026, 11, 1)) ?? "");
        var late = await DocumentAsync(store, "E0001", new DateOnly(2026, 12, 1));
        Assert.Contains("\"late\":true", late);
        Assert.Contains($"\"source\":\"attempt:{paper.Id}\"", late);
        Assert.Contains("\"period\":\"2026-12\",\"end\":\"2026-12-31\"", late);
        Assert.Null((await store.VerifyAsync()).Finding);
    }

    [Fact]
    public async Task Whoever_is_stopped_anywhere_goes_on_and_the_bytes_are_the_same()
    {
        await using var undisturbed = new AcademyStore(opened);
        await undisturbed.SealAsync();
        var turns = new Stop(int.MaxValue);
        await using (var counted = new AcademyStore(opened, turns.Into)) await counted.SealAsync();

        var random = new Random(20);
        var stop = new Stop(int.MaxValue);
        await using var store = new AcademyStore(opened, stop.Into);
        for (var kill = 0; kill < 20; kill++)
        {
            stop.After = random.Next(1, 6);
            if (kill % 2 == 0) stop.After = random.Next(1, Math.Max(2, turns.Count / 8));
            try
            {
                await store.SealAsync();
            }
            catch (OperationCanceledException)
            {
            }
        }

        stop.After = int.MaxValue;
        await store.SealAsync();

        Assert.Equal(await undisturbed.SealedAsync(), await store.SealedAsync());
    }

    [Fact]
    public async Task Two_who_seal_at_once_seal_the_same_once()
    {
        await using var one = new AcademyStore(opened);
        await one.SealAsync();
        await using var store = new AcademyStore(opened);

        await Task.WhenAll(store.SealAsync(), store.SealAsync());

        Assert.Equal(await one.SealedAsync(), await store.SealedAsync());
        Assert.Equal(await LettersAsync(one), await LettersAsync(store));
    }

    [Fact]
    public async Task Auditors_get_one_letter_of_the_last_head_of_each_kind_and_files_are_written_once()
    {
        await using var folder = new FolderOf();
        await using var store = new AcademyStore(given => given with { ArchiveHeads = folder.Path });
        opened.CopyTo(store.Folder);
        await store.SealAsync();
        await store.SealAsync();
        var (heads, auditors) = (await store.HeadsAsync(), 1);

        var letters = await LettersAsync(store);
        Assert.Equal(heads.Select(h => h.Kind).Distinct().Count() * auditors, letters.Count);
        Assert.Contains(letters, letter => letter.Contains(heads.Last(h => h.Kind == EditionKind.Month).Digest, StringComparison.Ordinal));

        Assert.Equal((heads.Count, ""), await store.AskAsync((HeadFiles files) => files.WriteAsync(None)));
        Assert.Equal((0, ""), await store.AskAsync((HeadFiles files) => files.WriteAsync(None)));
        Assert.Equal(
            heads.Select(h => (h.Digest, h.Period.Name)).Order(),
            HeadFiles.ReadFrom(folder.Path).Select(h => (h.Digest, h.Period)).Order());
    }

    [Theory]
    [InlineData("UPDATE ArchiveEntries SET Score = Score + 100 WHERE Id = @sealed", Fault.EntryChanged)]
    [InlineData("DELETE FROM ArchiveEntries WHERE Id = @sealed", Fault.EntryRemoved)]
    [InlineData("DELETE FROM ArchiveEntries WHERE EmployeeId = @person AND Number >= "
        + "(SELECT Number FROM ArchiveEntries WHERE Id = @sealed)", Fault.EntryRemoved)]
    [InlineData("UPDATE ArchiveEntries SET EmployeeId = CASE EmployeeId WHEN @person THEN @other ELSE @person END, Number = -Number "
        + "WHERE EmployeeId IN (@person, @other); UPDATE ArchiveEntries SET Number = -Number WHERE Number < 0", null)]
    [InlineData("UPDATE Employees SET UserName = 'X' WHERE Id = @person; UPDATE Employees SET UserName = "
        + "(SELECT o.UserName FROM Employees o WHERE o.Id = @person) || '1' WHERE Id = @other", null)]
    [InlineData("UPDATE Editions SET Document = (SELECT Document FROM Editions WHERE EmployeeId = @other LIMIT 1) "
        + "WHERE EmployeeId = @person", Fault.EditionChanged)]
    [InlineData("DELETE FROM Editions WHERE EmployeeId = @person AND Kind = 'Month'", Fault.EditionRemoved)]
    [InlineData("UPDATE EditionHeads SET Digest = lower(hex(randomblob(32))) WHERE Kind = 'Month' AND \"From\" = "
        + "(SELECT MAX(\"From\") FROM EditionHeads WHERE Kind = 'Month')", Fault.HeadChanged)]
    public async Task Whatever_is_changed_is_found(string sql, Fault? expected)
    {
        await using var store = new AcademyStore(opened);
        await store.SealAsync();
        var (entry, other) = await store.AskAsync(async (AcademyDb db) =>
        {
            var end = new DateOnly(2026, 10, 31);
            var sealedThen = db.ArchiveEntries.AsNoTracking().Where(e => e.Day <= end);
            var own = await sealedThen.Where(e => e.Score != null).OrderBy(e => e.Day).ThenBy(e => e.Number).FirstAsync();
            return (own, await sealedThen.Where(e => e.EmployeeId != own.EmployeeId).Select(e => e.EmployeeId).FirstAsync());
        });

        store.Tamper(sql.Replace("@sealed", $"{entry.Id}", StringComparison.Ordinal)
            .Replace("@person", $"{entry.EmployeeId}", StringComparison.Ordinal).Replace("@other", $"{other}", StringComparison.Ordinal));

        var finding = (await store.VerifyAsync()).Finding;
        Assert.NotNull(finding);
        if (expected is { } fault) Assert.Equal(fault, finding.Fault);
        if (expected is Fault.EntryChanged or Fault.EntryRemoved)
        {
            Assert.Equal((entry.Number, ArchivePeriod.Of(EditionKind.Month, entry.Day).Name), (finding.Entry, finding.Period));
            Assert.Equal(entry.EmployeeId, (await store.PersonAsync(finding.Employee)).Id);
        }
    }

    [Fact]
    public async Task A_line_that_is_not_sealed_yet_leaves_a_gap_when_it_is_taken_away()
    {
        await using var store = new AcademyStore(opened);
        await store.SealAsync();
        store.Tamper("DELETE FROM ArchiveEntries WHERE Id = (SELECT MAX(e.Id) FROM ArchiveEntries e WHERE e.Day >= '2026-11-01' "
            + "AND EXISTS (SELECT 1 FROM ArchiveEntries l WHERE l.EmployeeId = e.EmployeeId AND l.Number > e.Number))");

        Assert.Equal(Fault.EntryRemoved, (await store.VerifyAsync()).Finding?.Fault);
    }

    [Fact]
    public async Task Sums_that_a_sealed_month_does_not_come_to_are_found_before_a_quarter_takes_them_over()
    {
        await using var store = new AcademyStore(opened);
        await store.SealAsync();
        store.Tamper("UPDATE Editions SET Minutes = Minutes + 6000 WHERE Kind = 'Month' AND rowid = (SELECT MAX(rowid) FROM Editions "
            + "WHERE Kind = 'Month')");

        Assert.Equal(Fault.EditionChanged, (await store.VerifyAsync()).Finding?.Fault);
    }

    [Theory]
    [InlineData("UPDATE ArchiveEntries SET Score = 10000 WHERE Score IS NOT NULL; DELETE FROM Editions; DELETE FROM EditionHeads; "
        + "DELETE FROM EditionCuts")]
    [InlineData("DELETE FROM EditionHeads; DELETE FROM Editions; DELETE FROM EditionCuts; DELETE FROM ArchiveEntries WHERE Number > 2")]
    public async Task A_chain_that_was_built_anew_or_cut_off_is_found_by_a_head_that_is_trusted(string sql)
    {
        await using var store = new AcademyStore(opened);
        await store.SealAsync();
        var head = (await store.HeadsAsync()).Last(h => h.Kind == EditionKind.Month).Digest;
        Assert.Null((await store.VerifyAsync(head)).Finding);

        store.Tamper(sql);
        await store.SealAsync();

        Assert.Null((await store.VerifyAsync()).Finding);
        Assert.Equal(Fault.Untrusted, (await store.VerifyAsync(head)).Finding?.Fault);
    }

    [Fact]
    public async Task An_exported_archive_is_looked_over_without_the_store()
    {
        await using var store = new AcademyStore(opened);
        await store.SealAsync();
        var file = await store.AskAsync(async (AcademyDb db) =>
        {
            await using var writer = new StringWriter();
            await ArchiveExport.WriteAsync(db, writer, None);
            return writer.ToString();
        });
        var heads = await store.HeadsAsync();

        Assert.Null((await ReadAsync(file)).Finding);
        Assert.Equal(heads.Count, (await ReadAsync(file)).Heads);
        var altered = file.Replace("\\\"passed\\\":true", "\\\"passed\\\":false", StringComparison.Ordinal);
        Assert.Equal(Fault.EditionChanged, (await ReadAsync(altered)).Finding?.Fault);
        var lines = file.Split('\n');
        var shorter = string.Join('\n', lines.Where((_, at) => at != 3));
        Assert.NotNull((await ReadAsync(shorter)).Finding);
        var year = heads.Last(head => head.Kind == EditionKind.Year).Digest;
        var withoutMonths = string.Join('\n', lines.Where(line => !line.Contains("\"kind\":\"month\"", StringComparison.Ordinal)));
        Assert.Equal(Fault.EditionChanged, (await ReadAsync(withoutMonths, year)).Finding?.Fault);
        var cut = file[..(file.LastIndexOf("\"kind\":\"quarter\"", StringComparison.Ordinal) - 1)];
        Assert.NotNull((await ReadAsync(cut[..(cut.LastIndexOf('\n') + 1)], heads[^1].Digest)).Finding);

        static Task<ArchiveVerdict> ReadAsync(string text, params string[] trusted) =>
            ArchiveExport.VerifyAsync(new StringReader(text), [.. trusted.Select(head => new TrustedHead(head))], None);
    }

    private static Task<string?> DocumentAsync(AcademyStore store, string number, DateOnly month) => store.AskAsync(async (AcademyDb db) =>
    {
        var id = await db.Employees.Numbered(number).Select(e => e.Id).SingleAsync();
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Kind == EditionKind.Month && e.EmployeeId == id && e.From == month);
        return edition is null ? null : System.Text.Encoding.UTF8.GetString(EditionDocument.Unpack(edition.Document));
    });

    private static Task<List<string>> LettersAsync(AcademyStore store) => store.AskAsync(async (AcademyDb db) =>
        (await db.Letters.Where(l => l.Kind == LetterKind.ArchiveHead).ToListAsync())
            .ConvertAll(l => $"{l.RecipientId} {l.Key} {l.About["head"]}").Order().ToList());

    /// <summary>Stops whoever writes after so many turns, before the next one begins.</summary>
    private sealed class Stop(int after) : DbTransactionInterceptor
    {
        public int After { get; set; } = after;

        public int Count { get; private set; }

        public void Into(IServiceCollection services) => services.ConfigureDbContext<AcademyDb>(db => db.AddInterceptors(this));

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            System.Data.Common.DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            Count++;
            return --After < 0 ? throw new OperationCanceledException() : ValueTask.FromResult(result);
        }
    }

    private sealed class FolderOf : IAsyncDisposable
    {
        private readonly TemporaryFolder folder = new();

        public string Path => System.IO.Path.Combine(folder.Path, "heads");

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
