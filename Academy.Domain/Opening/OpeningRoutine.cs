using System.Globalization;
using Academy.Domain.Archives;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Opening;

/// <summary>
/// What happens before the doors open, in one process at a time: migrate the database, load the content, and the demonstration bank
/// where it is wanted; write down who has finished a course since less of it is asked, and enter into the archive what there was before it.
/// </summary>
public sealed class OpeningRoutine(
    AcademyDb db,
    ContentLoader content,
    DemonstrationBank demonstration,
    Tutor tutor,
    ArchiveHistory history,
    Passages passages,
    AcademySettings settings,
    Consent consent,
    TimeProvider clock,
    ILogger<OpeningRoutine> log)
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    /// <exception cref="OpeningException">It cannot open, and why.</exception>
    public Task RunAsync(CancellationToken ct) => TellAsync(async () =>
    {
        if (OwnersOnly.Apply(settings) is { } open && settings.AsksFirst)
            throw new OpeningException($"Others can read {open}, and its mode cannot be changed: only the academy's user may.");

        using var alone = await OpeningLock.TakeAsync(settings.DataDirectory, clock, log, ct);
        await OpenAsync(ct);
    });

    /// <summary>For whoever acts beside a running server, which has opened: nothing happens.</summary>
    /// <exception cref="OpeningException">The store is not of this version, or cannot be read.</exception>
    public Task JoinAsync(CancellationToken ct) => TellAsync(async () =>
    {
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            throw new OpeningException($"The database {Place} is not of this version yet: the server makes it so when it is started.");
    });

    private string Place => db.Database.GetDbConnection().DataSource;

    private async Task TellAsync(Func<Task> open)
    {
        try
        {
            await open();
        }
        catch (Exception failure) when (failure.StoreTrouble is { } trouble)
        {
            throw new OpeningException($"The database {Place} {WordsOf(trouble)}.", failure);
        }
    }

    private async Task OpenAsync(CancellationToken ct)
    {
        await db.Database.MigrateAloneAsync(ct);
        await db.TryWriteAsync(ct);
        await AskAboutClockAsync(ct);
        await db.ReadVersionsAgainAsync(ct);
        await db.FinishImportsAsync(ct);
        passages.Read();
        await content.LoadAsync(settings.ContentDirectory, ct);
        if (settings.Demonstration) await demonstration.LoadAsync(settings.ContentDirectory, settings.DemonstrationPassword, ct);
        await tutor.CompleteReadersAsync(ct);
        await history.EnterAsync(ct);
    }

    /// <summary>
    /// A clock that is behind gives running attempts time, opens quizzes again that are over, and writes the trail out of order. One
    /// that was ahead once has left the same mark, and only the administrator knows which; the trail keeps what they said.
    /// </summary>
    private async Task AskAboutClockAsync(CancellationToken ct)
    {
        var (now, latest) = (clock.GetUtcNow(), await db.LastWrittenAtAsync(ct));
        if (latest - now <= ClocksDiffer) return;

        consent.Ask(string.Create(
            CultureInfo.InvariantCulture,
            $"The machine's clock is behind: the academy was last written to at {latest:u}."));
        await AcceptClockAsync(latest, ct);
    }

    private async Task AcceptClockAsync(DateTimeOffset latest, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        db.Add(OpeningTrail.Accepted(latest, clock.GetUtcNow()));
        await turn.CommitAsync(ct);
    }

    private static string WordsOf(StoreTrouble trouble) => trouble switch
    {
        StoreTrouble.Locked => "is held by another program",
        StoreTrouble.Full => "cannot grow: the disk is full",
        StoreTrouble.ReadOnly => "cannot be written",
        StoreTrouble.Damaged => "is damaged, or no database of the academy",
        StoreTrouble.Gone => "cannot be opened or read",
        _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
    };
}
