using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Formats;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions;

public enum ImportRefusal { UnknownFormat, TooLarge, Empty, ToMend, AppliedBefore, NothingToTake, InUse, NotApplied }

/// <summary>Takes files of questions into banks: keeps the file, shows what it holds, and takes all of it in one transaction or nothing.</summary>
public sealed class Cataloger(AcademyDb db, FileVault vault, Gallery gallery, TimeProvider clock)
{
    public const long MostBytes = 20 << 20;
    private const int Batch = 200;

    // Closer than what a bank is searched for: a trainer looks at each of them.
    private const double Alike = 0.9;

    /// <summary>Reads a file and keeps what it found for the trainer to look at; a file that cannot be read leaves nothing behind.</summary>
    /// <param name="bank">Where the questions are to go.</param>
    /// <param name="fileName">As the trainer calls it.</param>
    /// <param name="content">At most <see cref="MostBytes"/>.</param>
    /// <param name="format">How to read it; null to tell by what it holds.</param>
    /// <param name="by">Who imports.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<(QuestionImport? Import, ImportRefusal? Refusal)> ReceiveAsync(
        Bank bank, string fileName, byte[] content, QuestionFormat? format, Actor by, CancellationToken ct)
    {
        if (content.Length > MostBytes) return (null, ImportRefusal.TooLarge);
        if (QuestionFormats.Read(content, format) is not var (found, file)) return (null, ImportRefusal.UnknownFormat);
        if (file.Questions.Count + file.Reported.Count == 0) return (null, ImportRefusal.Empty);

        var kept = await vault.TakeAsync(new MemoryStream(content), MostBytes, ct);
        var import = new QuestionImport(bank.Id, ShortName(fileName), kept!.Digest, found, file.Remarks, by.Id!.Value, clock.GetUtcNow());
        await FillAsync(import, file, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await BulkInsert.WriteAsync(db, [import], ct);
        await transaction.CommitAsync(ct);
        return (import, null);
    }

    /// <summary>Takes what the trainer decided to take.</summary>
    public async Task<ImportRefusal?> ApplyAsync(long importId, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ChangeTracker.Clear();
        var import = await db.QuestionImports.Include(i => i.Bank).AsNoTracking().SingleAsync(i => i.Id == importId, ct);
        if (!import.IsOpen) return ImportRefusal.AppliedBefore;

        var choices = await db.ImportRows.Where(r => r.ImportId == importId).GroupBy(r => r.Choice).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        if (choices.ContainsKey(RowChoice.Undecided)) return ImportRefusal.ToMend;
        if (!choices.ContainsKey(RowChoice.Add) && !choices.ContainsKey(RowChoice.Revise)) return ImportRefusal.NothingToTake;

        await new Cataloging(db, import, by.Id!.Value, clock.GetUtcNow()).TakeAsync(Batch, ct);
        await CloseAsync(importId, choices, by, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes an import back. What a paper, a quiz or a later version stands on cannot be taken back: whoever calls has asked what uses it.</summary>
    public async Task<ImportRefusal?> UndoAsync(long importId, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.ChangeTracker.Clear();
        var import = await db.QuestionImports.Include(i => i.Bank).SingleAsync(i => i.Id == importId, ct);
        if (import.AppliedAt is null || import.UndoneAt is not null) return ImportRefusal.NotApplied;
        if (await db.QuestionVersions.AnyAsync(v => v.ImportId == importId && (!v.IsLatest || v.Reviews.Count > 0), ct)) return ImportRefusal.InUse;

        try
        {
            var undone = await RemoveAsync(importId, ct);
            import.Undo(clock.GetUtcNow());
            db.Add(Entry(import, Act.QuestionsImportUndone, by, new { Questions = undone }, null));
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

    private async Task FillAsync(QuestionImport import, QuestionFile file, CancellationToken ct)
    {
        var keys = await db.Questions.Where(q => q.BankId == import.BankId).Select(q => new { q.Key, q.Id }).ToDictionaryAsync(q => q.Key, q => q.Id, ct);
        foreach (var draft in file.Questions)
        {
            var row = new ImportRow(await WithFilesAsync(draft, ct));
            if (draft.Id is { } id && keys.TryGetValue(id, out var known)) row.Follow(known);
            import.Rows.Add(row);
        }

        await CompareAsync(import, ct);
        foreach (var message in file.Reported.Where(m => m.Position > 0)) import.Rows.Add(new ImportRow(message));
    }

    /// <summary>Points out which questions the bank already has, or nearly has.</summary>
    private async Task CompareAsync(QuestionImport import, CancellationToken ct)
    {
        var (questions, wordings) = await db.WordingsAsync(import.BankId, ct);
        var rows = import.Rows.Where(row => row.LikeQuestionId is null).ToList();
        foreach (var twins in Resemblance.Against(wordings, rows.ConvertAll(row => row.Draft!.Text.Wording()), Alike))
            rows[twins.Second].Compare(questions[twins.First], (int)Math.Floor(twins.Likeness * 100));
    }

    private async Task<DraftQuestion> WithFilesAsync(DraftQuestion draft, CancellationToken ct)
    {
        if (draft.Files.Count == 0) return draft;

        var addresses = new Dictionary<string, string>();
        foreach (var file in draft.Files)
            if ((await gallery.TakeAsync(file.Name, new MemoryStream(file.Content.ToArray()), ct)).File is { } stored) addresses[file.Name] = stored.Path;
        return draft with { Files = [], Text = draft.Text.Rewrite(prose => prose.WithFiles(addresses.GetValueOrDefault)) };
    }

    private async Task CloseAsync(long importId, Dictionary<RowChoice, int> choices, Actor by, CancellationToken ct)
    {
        var import = await db.QuestionImports.Include(i => i.Bank).SingleAsync(i => i.Id == importId, ct);
        import.Apply(clock.GetUtcNow());
        db.Add(Entry(import, Act.QuestionsImported, by, null, new
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
        var questions = await db.Questions.Include(q => q.Versions).Include(q => q.Tags).Where(q => q.Versions.Any(v => v.ImportId == importId)).AsSplitQuery().ToListAsync(ct);
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
        new(by, clock.GetUtcNow(), act, AuditSubject.Bank, import.Bank.Slug, import.Bank.Title, before, after);

    private static string ShortName(string fileName) => Path.GetFileName(fileName.Replace('\\', '/')) is var name && name.Length > 200 ? name[^200..] : name;
}
