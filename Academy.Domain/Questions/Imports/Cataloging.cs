using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>The writing of one import's questions into its bank.</summary>
internal sealed class Cataloging(AcademyDb db, QuestionImport import, long importerId, DateTimeOffset now)
{
    private readonly Dictionary<(long? ParentId, string Title), Category> drawers = [];
    private readonly HashSet<string> taken = [];

    public async Task TakeAsync(int batch, CancellationToken ct)
    {
        foreach (var category in await db.Categories.Where(c => c.BankId == import.BankId).ToListAsync(ct))
            drawers[(category.ParentId, category.Title)] = category;

        for (var last = 0; ;)
        {
            var rows = await db.ImportRows
                .AsNoTracking()
                .Where(r => r.ImportId == import.Id && r.Position > last && r.Choice != RowChoice.LeaveOut)
                .OrderBy(r => r.Position)
                .Take(batch)
                .ToListAsync(ct);
            if (rows.Count == 0) return;

            await WriteAsync(rows, ct);
            last = rows[^1].Position;
        }
    }

    private async Task WriteAsync(List<ImportRow> rows, CancellationToken ct)
    {
        var known = await QuestionsOfAsync([.. rows.Where(r => r.Choice == RowChoice.Revise).Select(r => r.LikeQuestionId!.Value)], ct);
        var used = await KeysInUseAsync(rows, ct);
        var added = new List<Question>();
        foreach (var row in rows)
        {
            if (row.Choice == RowChoice.Revise) Write(known[row.LikeQuestionId!.Value], row);
            else
            {
                added.Add(await NewAsync(row, used, ct));
                Write(added[^1], row);
            }
        }

        await BulkInsert.WriteAsync(db, added, ct);
        await db.SaveChangesAsync(ct);
        await db.IndexQuestionsAsync([.. added.Select(q => q.Id), .. known.Keys], ct);
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is not Category).ToList()) entry.State = EntityState.Detached;
    }

    private async Task<Question> NewAsync(ImportRow row, HashSet<string> used, CancellationToken ct)
    {
        var draft = row.Draft!;
        var key = draft.Id is { Length: > 0 and <= 100 } id && !used.Contains(id) && taken.Add(id)
            ? id
            : $"import-{import.Id}-{row.Position}";
        var question = new Question(key, import.BankId)
        {
            Name = draft.Name is { Length: > 200 } name ? name[..200] : draft.Name,
            Category = await DrawerAsync(draft.Category, ct),
        };
        foreach (var tag in draft.Tags.Where(t => !t.Contains(':', StringComparison.Ordinal) && t.Length <= 100).Distinct())
            question.Tags.Add(new QuestionTag(tag));
        return question;
    }

    private void Write(Question question, ImportRow row)
    {
        var before = question.Latest;
        var version = question.Write(row.Draft!.ToText(), importerId, now);
        if (ReferenceEquals(before, version)) return;

        version.ImportId = import.Id;
        if (import.Bank.RequiresReview) version.SendForReview();
        else version.Approve(null, now);
    }

    private async Task<Dictionary<long, Question>> QuestionsOfAsync(IReadOnlyList<long> ids, CancellationToken ct) => ids.Count == 0
        ? []
        : await db.Questions
            .Include(q => q.Versions)
            .Where(q => ids.Contains(q.Id) && q.BankId == import.BankId)
            .ToDictionaryAsync(q => q.Id, ct);

    private async Task<HashSet<string>> KeysInUseAsync(List<ImportRow> rows, CancellationToken ct)
    {
        var asked = rows.Select(r => r.Draft?.Id).OfType<string>().ToList();
        return asked.Count == 0 ? [] : [.. await db.Questions.Where(q => asked.Contains(q.Key)).Select(q => q.Key).ToListAsync(ct)];
    }

    /// <summary>The drawer of a category as files write it: titles with slashes between, from the top.</summary>
    private async Task<Category?> DrawerAsync(string? path, CancellationToken ct)
    {
        Category? drawer = null;
        foreach (var title in CategoryPath.Of(path))
        {
            if (!drawers.TryGetValue((drawer?.Id, title), out var next))
            {
                next = new Category(title, drawer, import.BankId);
                db.Add(next);
                await db.SaveChangesAsync(ct);
                drawers[(drawer?.Id, title)] = next;
            }

            drawer = next;
        }

        return drawer;
    }
}
