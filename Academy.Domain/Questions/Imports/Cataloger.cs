using System.Data.Common;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Questions.Imports;

public enum ImportRefusal
{
    UnknownFormat, TooLarge, Empty, ToMend, AppliedBefore, NothingToTake, InUse, NotApplied, UndoneBefore, TargetGone,
    DecidedMeanwhile, NotEditable, ChangedMeanwhile,
}

/// <summary>
/// Takes files of questions into banks: keeps the file, shows what it holds, and takes all of it or nothing, in one short turn
/// for which everything was prepared before. What is new waits in the <see cref="Anteroom"/> until then. Whoever acts must be able
/// to edit the bank by then, and says how often somebody had decided on the import when they saw it.
/// </summary>
public sealed partial class Cataloger(
    AcademyDb db, FileVault vault, Gallery gallery, IImportUses uses, ReadingTime time, TimeProvider clock, ILogger<Cataloger> log)
{
    public const long MostBytes = 20 << 20;

    /// <summary>How often a bank may change under somebody's hands before they are asked to look again.</summary>
    private const int MostTries = 5;

    /// <summary>
    /// Reads a file and keeps what it found for the trainer to look at. A file that no question comes from leaves nothing
    /// behind, unless the trainer can say what its columns hold. The same file again, on which nobody has decided anything yet and
    /// which would be found to be what it was, is the same import.
    /// </summary>
    public async Task<ReceivedFile> ReceiveAsync(long bankId, UploadedQuestions source, Actor by, CancellationToken ct)
    {
        if (source.Content.Length > MostBytes) return new(null, ImportRefusal.TooLarge, []);
        if (time.Read(source.Read, source.TooSlow, ct) is not var (format, file)) return new(null, ImportRefusal.UnknownFormat, []);
        if (!file.HasRows && !(format.HasColumns() && file.ProblemsOfTheWhole.Any(problem => problem.IsOfHeads)))
            return new(null, ImportRefusal.Empty, [.. file.OfTheWhole]);

        var kept = await vault.TakeAsync(new MemoryStream(source.Content), MostBytes, ct);
        var import = new QuestionImport(
            bankId, source.ShortName, kept!.Digest, format, [.. file.ProblemsOfTheWhole, .. file.Remarks], by.Id!.Value, clock.GetUtcNow())
        {
            Mappings = source.Mappings,
        };
        await new ImportFilling(db, gallery, import).FillAsync(file, ct);
        return await KeepAsync(import, by, ct);
    }

    /// <summary>Reads the file of an import once more, into an import of its own.</summary>
    /// <param name="importId">It stays as it is.</param>
    /// <param name="format">How to read it this time.</param>
    /// <param name="mappings">What the trainer decided on the columns of its sheets.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<ReceivedFile> ReceiveAgainAsync(
        long importId,
        QuestionFormat format,
        IReadOnlyDictionary<string, SheetMapping>? mappings,
        Actor by,
        CancellationToken ct)
    {
        var import = await db.QuestionImports.AsNoTracking().SingleAsync(i => i.Id == importId, ct);
        var source = new UploadedQuestions(import.FileName, await ContentOfAsync(import, ct), format, mappings);
        return await ReceiveAsync(import.BankId, source, by, ct);
    }

    /// <summary>The filled sheets of an import's file.</summary>
    public async Task<IReadOnlyList<Sheet>> SheetsOfAsync(long importId, CancellationToken ct)
    {
        var import = await db.QuestionImports.AsNoTracking().SingleAsync(i => i.Id == importId, ct);
        if (!import.Format.HasColumns()) return [];

        var content = await ContentOfAsync(import, ct);
        return time.Read(token => QuestionFormats.SheetsOf(content, import.Format, token), [], ct);
    }

    /// <summary>Carries out what a trainer decided on some of the questions.</summary>
    public Task<ImportRefusal?> DecideAsync(
        long importId, int? seen, IReadOnlyCollection<RowDecision> decisions, Actor by, CancellationToken ct) =>
        ActOnRowsAsync(importId, seen, by, async () =>
        {
            var byPosition = decisions.ToLookup(decision => decision.Position);
            var positions = byPosition.Select(decision => decision.Key).ToList();
            var rows = await db.ImportRows.Where(r => r.ImportId == importId && positions.Contains(r.Position)).ToListAsync(ct);
            foreach (var row in rows) byPosition[row.Position].Last().CarryOut(row);
            return db.ChangeTracker.HasChanges();
        }, ct);

    /// <summary>Puts a question that says everything anew in the place of what the file says.</summary>
    public async Task<ImportRefusal?> RewriteAsync(
        long importId, int? seen, int position, QuestionText text, Actor by, CancellationToken ct)
    {
        if (QuestionRules.Problems(text).Count > 0) return ImportRefusal.ToMend;

        return await ActOnRowsAsync(importId, seen, by, async () =>
        {
            (await db.ImportRows.SingleAsync(r => r.ImportId == importId && r.Position == position, ct)).Rewrite(text);
            return db.ChangeTracker.HasChanges();
        }, ct);
    }

    /// <summary>Leaves out whatever is still to be mended.</summary>
    public Task<ImportRefusal?> LeaveOutTheRestAsync(long importId, int? seen, Actor by, CancellationToken ct) =>
        ActOnRowsAsync(importId, seen, by, async () => await db.ImportRows
            .Where(r => r.ImportId == importId && r.Choice == RowChoice.Undecided)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Choice, RowChoice.LeaveOut), ct) > 0, ct);

    /// <summary>
    /// Takes what the trainer saw decided; nothing happens when they have taken it. The search finds it when this returns.
    /// </summary>
    public async Task<ImportRefusal?> ApplyAsync(long importId, int? seen, Actor by, CancellationToken ct)
    {
        if (!await MayEditAsync(importId, by, ct)) return ImportRefusal.NotEditable;

        ImportRefusal? refusal = ImportRefusal.ChangedMeanwhile;
        await using (var anteroom = await Anteroom.EnterAsync(db, ct))
        {
            for (var tries = 0; refusal == ImportRefusal.ChangedMeanwhile && tries < MostTries; tries++)
                refusal = await TryApplyAsync(importId, seen, anteroom, by, ct);
        }

        if (refusal is null) await IndexAsync(importId);
        return refusal;
    }

    /// <summary>
    /// Takes an import back; nothing happens when the same person has. What a paper, a quiz or a later version stands on cannot be
    /// taken back.
    /// </summary>
    public async Task<ImportRefusal?> UndoAsync(long importId, Actor by, CancellationToken ct)
    {
        if (!await MayEditAsync(importId, by, ct)) return ImportRefusal.NotEditable;

        await using (var anteroom = await Anteroom.EnterAsync(db, ct))
        {
            await anteroom.BankIdAsync(ct);
            await using var turn = await db.TakeTurnAsync(ct);
            if (await FindEditableAsync(importId, by, ct) is not { } import) return ImportRefusal.NotEditable;
            if (await IsOwnActAsync(import, ImportTrail.QuestionsImportUndone, import.UndoneAt, by, ct)) return null;
            if (import.AppliedAt is null || import.UndoneAt is not null) return ImportRefusal.NotApplied;
            if (await ImportRemoval.IsWorkedOnAsync(db, importId, ct) || await uses.AreThereAsync(importId, ct)) return ImportRefusal.InUse;

            var now = clock.GetUtcNow();
            var undone = new UndoneImportFacts(await ImportRemoval.RemoveAsync(db, importId, anteroom, now, ct));
            import.Undo(now);
            db.Add(Entry(import, ImportTrail.QuestionsImportUndone, by, now, undone, null));
            await turn.CommitAsync(ct);
        }

        await IndexAsync(importId);
        return null;
    }

    /// <summary>
    /// What was taken or taken back is so: whoever leaves its page does not stop the index, and where that fails, the next opening
    /// goes on with it.
    /// </summary>
    private async Task IndexAsync(long importId)
    {
        try
        {
            await db.IndexImportAsync(importId, CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            LeftUnindexed(importId, failure);
        }
    }

    /// <summary>Writes what was read, with all its rows, unless the same is there already.</summary>
    private async Task<ReceivedFile> KeepAsync(QuestionImport import, Actor by, CancellationToken ct)
    {
        var found = import.Rows.Select(FindingOf).ToList();
        await using var staging = await Staging.BeginAsync(db, ct);
        db.Add(import);
        await staging.TakeAsync(ct);
        await using var turn = await db.TakeTurnAsync(ct);
        var editable = db.Banks.EditableBy(await db.BankUserAsync(by, ct));
        if (!await editable.AnyAsync(b => b.Id == import.BankId, ct)) return new(null, ImportRefusal.NotEditable, []);
        if (await KnownAsync(import, found, ct) is { } known) return new(known, null, []);
        if (!await staging.PourAsync(ct)) return new(null, ImportRefusal.ChangedMeanwhile, []);

        await turn.CommitAsync(ct);
        return new(staging.TrueKeyOf<QuestionImport>(import.Id), null, []);
    }

    private async Task<long?> KnownAsync(QuestionImport import, List<Finding> found, CancellationToken ct)
    {
        var untouched = await db.QuestionImports
            .AsNoTracking()
            .Where(i => i.BankId == import.BankId && i.Digest == import.Digest && i.AppliedAt == null && i.Revision == 0)
            .OrderByDescending(i => i.Id)
            .ToListAsync(ct);
        foreach (var other in untouched.Where(import.IsSameReadingAs))
        {
            var rows = await db.ImportRows
                .Where(r => r.ImportId == other.Id)
                .OrderBy(r => r.Position)
                .Select(r => new Finding(r.Position, r.Choice, r.LikeQuestionId, r.Likeness))
                .ToListAsync(ct);
            if (rows.SequenceEqual(found.OrderBy(finding => finding.Position))) return other.Id;
        }

        return null;
    }

    /// <summary>
    /// Does what changes rows and says whether any of them is another now. Where none is, it is done, whoever did it: a form that is
    /// sent twice is one act.
    /// </summary>
    private async Task<ImportRefusal?> ActOnRowsAsync(long importId, int? seen, Actor by, Func<Task<bool>> act, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(importId, by, ct) is not { } import) return ImportRefusal.NotEditable;
        if (import.Refusal is { } refusal) return refusal;

        var isAnother = await act();
        if (import.Revision != seen) return isAnother ? ImportRefusal.DecidedMeanwhile : null;

        import.Decide(by.Id, clock.GetUtcNow());
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>When the import or its bank changed while this was prepared, what is to be written has to be found out again.</summary>
    private async Task<ImportRefusal?> TryApplyAsync(long importId, int? seen, Anteroom anteroom, Actor by, CancellationToken ct)
    {
        await anteroom.ClearAsync(ct);
        var found = await db.QuestionImports.Include(i => i.Bank).AsNoTracking().SingleAsync(i => i.Id == importId, ct);
        var choices = await db.ImportRows
            .Where(r => r.ImportId == importId)
            .GroupBy(r => r.Choice)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        if (await RefusalAsync(found, seen, by, ct) is { } early) return early;
        if (found.AppliedAt is not null) return null;
        if (choices.ContainsKey(RowChoice.Undecided)) return ImportRefusal.ToMend;
        if (!choices.ContainsKey(RowChoice.Add) && !choices.ContainsKey(RowChoice.Revise)) return ImportRefusal.NothingToTake;

        await using var staging = await Staging.BeginAsync(db, ct);
        var cataloging = new Cataloging(db, staging, anteroom, found, by.Id!.Value, clock.GetUtcNow());
        if (await cataloging.StageAsync(ct) is { } refusal) return refusal;

        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindEditableAsync(importId, by, ct) is not { } import) return ImportRefusal.NotEditable;
        if (await RefusalAsync(import, seen, by, ct) is { } late) return late;
        if (import.AppliedAt is not null) return null;
        if (import.Bank.RequiresReview != found.Bank.RequiresReview || !await cataloging.IsAsSeenAsync(ct) || !await staging.PourAsync(ct))
            return ImportRefusal.ChangedMeanwhile;

        if (!await anteroom.LetInAsync(import.BankId, choices.GetValueOrDefault(RowChoice.Add), ct)) return ImportRefusal.ChangedMeanwhile;

        var now = clock.GetUtcNow();
        import.Apply(now);
        db.Add(Entry(import, ImportTrail.QuestionsImported, by, now, null, ImportFacts.Of(import, choices)));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>Why somebody cannot take what they saw; nothing when it is they who have taken it.</summary>
    private async Task<ImportRefusal?> RefusalAsync(QuestionImport import, int? seen, Actor by, CancellationToken ct)
    {
        var isTaken = import.Refusal == ImportRefusal.AppliedBefore && import.Revision == seen
            && await IsOwnActAsync(import, ImportTrail.QuestionsImported, import.AppliedAt, by, ct);
        if (isTaken) return null;
        return import.Refusal ?? (import.Revision == seen ? null : ImportRefusal.DecidedMeanwhile);
    }

    /// <summary>Whether it is this person who did that to an import then.</summary>
    private Task<bool> IsOwnActAsync(QuestionImport import, Act act, DateTimeOffset? at, Actor by, CancellationToken ct) =>
        db.LinesOf(import, act, at).AnyAsync(e => e.ActorId == by.Id, ct);

    /// <summary>Before anything is prepared for it; the turn asks again.</summary>
    private async Task<bool> MayEditAsync(long importId, Actor by, CancellationToken ct)
    {
        var editable = db.Banks.EditableBy(await db.BankUserAsync(by, ct));
        return await db.QuestionImports.AnyAsync(i => i.Id == importId && editable.Any(b => b.Id == i.BankId), ct);
    }

    /// <summary>An import into a bank that somebody may edit.</summary>
    private async Task<QuestionImport?> FindEditableAsync(long importId, Actor by, CancellationToken ct)
    {
        var editable = db.Banks.EditableBy(await db.BankUserAsync(by, ct));
        return await db.QuestionImports
            .Include(i => i.Bank)
            .SingleOrDefaultAsync(i => i.Id == importId && editable.Any(b => b.Id == i.BankId), ct);
    }

    private Task<byte[]> ContentOfAsync(QuestionImport import, CancellationToken ct) =>
        File.ReadAllBytesAsync(vault.PathOf(import.Digest), ct);

    private static AuditEntry Entry(QuestionImport import, Act act, Actor by, DateTimeOffset now, IFacts? before, IFacts? after) =>
        new(by, now, act, BankTrail.Bank, import.Bank.Slug, import.Bank.Title, before, after);

    [LoggerMessage(LogLevel.Error, "The search does not follow import {ImportId} yet")]
    private partial void LeftUnindexed(long importId, Exception failure);

    private static Finding FindingOf(ImportRow row) => new(row.Position, row.Choice, row.LikeQuestionId, row.Likeness);

    /// <summary>What the bank was found to have beside a question of the file.</summary>
    private sealed record Finding(int Position, RowChoice Choice, long? LikeQuestionId, int Likeness);
}
