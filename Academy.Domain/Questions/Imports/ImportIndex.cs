using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>
/// Lets the search follow what imports brought and took back. It takes longer than one turn may, so it takes many short ones
/// afterwards; an import says until the last of them that it is not done, and the next opening goes on where a program was stopped.
/// </summary>
public static class ImportIndex
{
    private const int QuestionsInATurn = 50;

    extension(AcademyDb db)
    {
        /// <summary>
        /// Removes what never came to be taken, and finishes what is not done. What another process is importing meanwhile is its own.
        /// </summary>
        public async Task FinishImportsAsync(CancellationToken ct)
        {
            await using (await Anteroom.TryEnterAsync(db, ct)) { }
            var waiting = await db.QuestionImports
                .Where(i => i.AppliedAt != null && !i.IsIndexed)
                .OrderBy(i => i.Id)
                .Select(i => i.Id)
                .ToListAsync(ct);
            foreach (var import in waiting) await db.IndexImportAsync(import, ct);
        }

        internal async Task IndexImportAsync(long importId, CancellationToken ct)
        {
            var seen = await db.QuestionImports.Where(i => i.Id == importId).Select(i => new { i.Bank.Slug, i.UndoneAt }).SingleAsync(ct);
            foreach (var part in (await QuestionsOfAsync(db, importId, ct)).Chunk(QuestionsInATurn))
            {
                await using var turn = await db.TakeTurnAsync(ct);
                await db.IndexQuestionsAsync(part, ct);
                await turn.CommitAsync(ct);
            }

            foreach (var part in (await GoneAsync(db, seen.Slug, ct)).Chunk(QuestionsInATurn))
            {
                await using var turn = await db.TakeTurnAsync(ct);
                await db.FullText.RemoveAsync(BankIndex.Kind, await GoneAsync(db, seen.Slug, ct, part), ct);
                await turn.CommitAsync(ct);
            }

            await using var last = await db.TakeTurnAsync(ct);
            var import = await db.QuestionImports.SingleAsync(i => i.Id == importId, ct);
            if (import.UndoneAt == seen.UndoneAt) import.EndIndexing();
            await last.CommitAsync(ct);
        }
    }

    /// <summary>What it brought, and what it wrote on and is there still.</summary>
    private static async Task<List<long>> QuestionsOfAsync(AcademyDb db, long importId, CancellationToken ct)
    {
        var revised = db.ImportRows.Where(r => r.ImportId == importId && r.Choice == RowChoice.Revise).Select(r => r.LikeQuestionId);
        return await db.Questions
            .Where(q => q.Versions.Any(v => v.ImportId == importId) || revised.Contains(q.Id))
            .OrderBy(q => q.Id)
            .Select(q => q.Id)
            .ToListAsync(ct);
    }

    /// <summary>The keys of a bank's questions that are found still and are there no more.</summary>
    private static Task<List<string>> GoneAsync(AcademyDb db, string bank, CancellationToken ct, IReadOnlyCollection<string>? among = null)
    {
        var (questions, texts) = (db.Questions, db.Set<SearchText>().Where(t => t.Kind == BankIndex.Kind && t.Source == bank));
        if (among is not null) texts = texts.Where(t => among.Contains(t.Key));
        return texts.Where(t => !questions.Any(q => q.Key == t.Key)).Select(t => t.Key).ToListAsync(ct);
    }
}
