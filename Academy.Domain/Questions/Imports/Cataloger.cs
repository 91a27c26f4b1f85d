using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

public enum ImportRefusal { UnknownFormat, TooLarge, Empty, ToMend, AppliedBefore, NothingToTake, InUse, NotApplied }

/// <summary>
/// Takes files of questions into banks: keeps the file, shows what it holds, and takes all of it in
/// one transaction or nothing.
/// </summary>
public sealed class Cataloger(AcademyDb db, FileVault vault, Gallery gallery, TimeProvider clock)
{
    public const long MostBytes = 20 << 20;
    private const int Batch = 200;

    /// <summary>
    /// Reads a file and keeps what it found for the trainer to look at. A file that no question comes from leaves nothing
    /// behind, unless the trainer can say what its columns hold.
    /// </summary>
    public async Task<Receipt> ReceiveAsync(Bank bank, QuestionSource source, Actor by, CancellationToken ct)
    {
        if (source.Content.Length > MostBytes) return new(null, ImportRefusal.TooLarge, []);
        if (source.Read() is not var (format, file)) return new(null, ImportRefusal.UnknownFormat, []);
        if (!file.HasRows && !(format.HasColumns() && file.Objections.Any(objection => objection.IsOfHeads)))
            return new(null, ImportRefusal.Empty, [.. file.OfTheWhole]);

        var kept = await vault.TakeAsync(new MemoryStream(source.Content), MostBytes, ct);
        var import = new QuestionImport(
            bank.Id, source.ShortName, kept!.Digest, format, [.. file.Objections, .. file.Remarks], by.Id!.Value, clock.GetUtcNow())
        {
            Mappings = source.Mappings,
        };
        await new ImportFilling(db, gallery, import).FillAsync(file, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await BulkInsert.WriteAsync(db, [import], ct);
        await transaction.CommitAsync(ct);
        return new(import, null, []);
    }

    /// <summary>Reads the file of an import once more, into an import of its own.</summary>
    /// <param name="import">With its bank; it stays as it is.</param>
    /// <param name="format">How to read it this time.</param>
    /// <param name="mappings">What the trainer decided on the columns of its sheets.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<Receipt> ReceiveAgainAsync(
        QuestionImport import,
        QuestionFormat format,
        IReadOnlyDictionary<string, SheetMapping>? mappings,
        Actor by,
        CancellationToken ct) =>
        await ReceiveAsync(import.Bank, new QuestionSource(import.FileName, await ContentOfAsync(import, ct), format, mappings), by, ct);

    /// <summary>The filled sheets of an import's file.</summary>
    public async Task<IReadOnlyList<Sheet>> SheetsOfAsync(QuestionImport import, CancellationToken ct) =>
        import.Format.HasColumns() ? QuestionFormats.SheetsOf(await ContentOfAsync(import, ct), import.Format) : [];

    /// <summary>Takes what the trainer decided to take.</summary>
    public async Task<ImportRefusal?> ApplyAsync(long importId, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ChangeTracker.Clear();
        var import = await db.QuestionImports.Include(i => i.Bank).AsNoTracking().SingleAsync(i => i.Id == importId, ct);
        if (!import.IsOpen) return ImportRefusal.AppliedBefore;

        var choices = await db.ImportRows
            .Where(r => r.ImportId == importId)
            .GroupBy(r => r.Choice)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        if (choices.ContainsKey(RowChoice.Undecided)) return ImportRefusal.ToMend;
        if (!choices.ContainsKey(RowChoice.Add) && !choices.ContainsKey(RowChoice.Revise)) return ImportRefusal.NothingToTake;

        await new Cataloging(db, import, by.Id!.Value, clock.GetUtcNow()).TakeAsync(Batch, ct);
        await CloseAsync(importId, choices, by, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>
    /// Takes an import back. What a paper, a quiz or a later version stands on cannot be taken back: whoever
    /// calls has asked what uses it.
    /// </summary>
    public async Task<ImportRefusal?> UndoAsync(long importId, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ChangeTracker.Clear();
        var import = await db.QuestionImports.Include(i => i.Bank).SingleAsync(i => i.Id == importId, ct);
        if (import.AppliedAt is null || import.UndoneAt is not null) return ImportRefusal.NotApplied;
        if (await db.QuestionVersions.AnyAsync(v => v.ImportId == importId && (!v.IsLatest || v.Reviews.Count > 0), ct))
            return ImportRefusal.InUse;

        try
        {
            var undone = await RemoveAsync(importId, ct);
            import.Undo(clock.GetUtcNow());
            db.Add(Entry(import, ImportTrail.QuestionsImportUndone, by, new { Questions = undone }, null));
            await db.SaveChangesAsync(ct);
            await db.IndexBankAsync(import.Bank.Slug, ct);
            await transaction.CommitAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            // A paper was drawn from it in this very moment; the store keeps what a paper stands on.
            return ImportRefusal.InUse;
        }
    }

    private Task<byte[]> ContentOfAsync(QuestionImport import, CancellationToken ct) =>
        File.ReadAllBytesAsync(vault.PathOf(import.Digest), ct);

    private async Task CloseAsync(long importId, Dictionary<RowChoice, int> choices, Actor by, CancellationToken ct)
    {
        var import = await db.QuestionImports.Include(i => i.Bank).SingleAsync(i => i.Id == importId, ct);
        import.Apply(clock.GetUtcNow());
        db.Add(Entry(import, ImportTrail.QuestionsImported, by, null, new
        {
            import.Digest,
            import.Format,
            Added = choices.GetValueOrDefault(RowChoice.Add),
            Revised = choices.GetValueOrDefault(RowChoice.Revise),
            LeftOut = choices.GetValueOrDefault(RowChoice.LeaveOut),
        }));
        await db.SaveChangesAsync(ct);
    }

    private async Task<int> RemoveAsync(long importId, CancellationToken ct)
    {
        var questions = await db.Questions
            .Include(q => q.Versions)
            .Include(q => q.Tags)
            .Where(q => q.Versions.Any(v => v.ImportId == importId))
            .AsSplitQuery()
            .ToListAsync(ct);
        foreach (var question in questions)
        {
            db.RemoveRange(question.Versions.Where(v => v.ImportId == importId));
            if (question.Versions.All(v => v.ImportId == importId)) db.Remove(question);
            else question.Versions.Where(v => v.ImportId != importId).MaxBy(v => v.Number)!.Reinstate();
        }

        await db.SaveChangesAsync(ct);
        return questions.Count;
    }

    private AuditEntry Entry(QuestionImport import, Act act, Actor by, object? before, object? after) =>
        new(by, clock.GetUtcNow(), act, BankTrail.Bank, import.Bank.Slug, import.Bank.Title, before, after);
}
