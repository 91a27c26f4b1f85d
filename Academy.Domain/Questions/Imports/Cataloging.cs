using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>
/// The writing of one import's questions for its bank: what is new waits in the anteroom, what is revised is staged, until the turn
/// that lets both in while the bank is as it was seen.
/// </summary>
internal sealed class Cataloging(
    AcademyDb db, Staging staging, Anteroom anteroom, QuestionImport import, long importerId, DateTimeOffset now)
{
    private readonly Dictionary<string, long> drawers = [];
    private readonly HashSet<string> taken = [];
    private IReadOnlyList<SeenDrawer> seenDrawers = [];
    private List<long> revised = [];
    private IReadOnlyList<SeenVersion> seen = [];

    private IQueryable<ImportRow> Rows => db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id);

    /// <summary>Prepares everything. A question that is to be revised must be in the bank.</summary>
    public async Task<ImportRefusal?> StageAsync(CancellationToken ct)
    {
        revised = await Rows.Where(r => r.Choice == RowChoice.Revise).Select(r => r.LikeQuestionId!.Value).Distinct().ToListAsync(ct);
        seen = await SeenAsync(ct);
        if (seen.Count < revised.Count) return ImportRefusal.TargetGone;

        await OpenDrawersAsync(ct);
        if (!await AddAsync(ct)) return ImportRefusal.ChangedMeanwhile;

        foreach (var part in revised.Chunk(Anteroom.QuestionsInATurn))
            if (!await ReviseAsync(part, ct)) return ImportRefusal.ChangedMeanwhile;

        return null;
    }

    /// <summary>Whether the bank is as it was when everything was prepared. To be asked within the turn.</summary>
    public async Task<bool> IsAsSeenAsync(CancellationToken ct) =>
        seenDrawers.SequenceEqual(await SeenDrawersAsync(ct)) && seen.SequenceEqual(await SeenAsync(ct));

    /// <summary>False when somebody else has written a question with the same key meanwhile.</summary>
    private async Task<bool> AddAsync(CancellationToken ct)
    {
        for (var last = 0; ;)
        {
            var rows = await Rows
                .Where(r => r.Position > last && r.Choice == RowChoice.Add)
                .OrderBy(r => r.Position)
                .Take(Anteroom.QuestionsInATurn)
                .ToListAsync(ct);
            if (rows.Count == 0) return true;
            if (!await LetWaitAsync(rows, ct)) return false;

            last = rows[^1].Position;
        }
    }

    private async Task<bool> LetWaitAsync(List<ImportRow> rows, CancellationToken ct)
    {
        var (room, used) = (await anteroom.BankIdAsync(ct), await KeysInUseAsync(rows, ct));
        await using var waiting = await Staging.BeginAsync(db, ct);
        var added = new Dictionary<string, Category>();
        foreach (var row in rows)
        {
            var drawer = await DrawerAsync(row.Draft!.Category, room, waiting, added, ct);
            Write(db.Add(NewQuestion(row, room, drawer, used)).Entity, row);
        }

        await waiting.TakeAsync(ct);
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await waiting.PourAsync(ct)) return false;

        await turn.CommitAsync(ct);
        foreach (var (place, drawer) in added) drawers[place] = waiting.TrueKeyOf<Category>(drawer.Id);
        return true;
    }

    /// <summary>False when one of the questions is there no more.</summary>
    private async Task<bool> ReviseAsync(long[] part, CancellationToken ct)
    {
        var rows = await Rows
            .Where(r => r.Choice == RowChoice.Revise && part.Contains(r.LikeQuestionId!.Value))
            .OrderBy(r => r.Position)
            .ToListAsync(ct);
        var known = await db.Questions.Include(q => q.Versions).Where(q => part.Contains(q.Id)).ToDictionaryAsync(q => q.Id, ct);
        if (known.Count < part.Length) return false;

        foreach (var row in rows) Write(known[row.LikeQuestionId!.Value], row);
        await staging.TakeAsync(ct);
        return true;
    }

    private Question NewQuestion(ImportRow row, long room, long? drawer, HashSet<string> used)
    {
        var draft = row.Draft!;
        var key = draft.Id is { Length: > 0 and <= 100 } id && !used.Contains(id) && taken.Add(id)
            ? id
            : $"import-{import.Id}-{row.Position}";
        var name = draft.Name is { } written ? Cut.Start(written, Author.LongestName) : null;
        var question = new Question(key, room, drawer) { Name = name };
        foreach (var tag in draft.Tags.Where(t => !t.Contains(':', StringComparison.Ordinal) && t.Length <= QuestionTag.Longest).Distinct())
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

    private async Task<HashSet<string>> KeysInUseAsync(List<ImportRow> rows, CancellationToken ct)
    {
        var asked = rows.Select(r => r.Draft?.Id).OfType<string>().ToList();
        return asked.Count == 0 ? [] : [.. await db.Questions.Where(q => asked.Contains(q.Key)).Select(q => q.Key).ToListAsync(ct)];
    }

    private async Task OpenDrawersAsync(CancellationToken ct)
    {
        seenDrawers = await SeenDrawersAsync(ct);
        var all = await db.Categories.AsNoTracking().Where(c => c.BankId == import.BankId).OrderBy(c => c.Id).ToListAsync(ct);
        foreach (var (id, place) in CategoryPath.All(all)) drawers[place] = id;
    }

    /// <summary>The drawer of a category as files write it: titles with slashes between, from the top.</summary>
    private async Task<long?> DrawerAsync(
        string? path, long room, Staging waiting, Dictionary<string, Category> added, CancellationToken ct)
    {
        long? drawer = null;
        var titles = CategoryPath.Of(path);
        for (var depth = 1; depth <= titles.Count; depth++)
        {
            var place = CategoryPath.Write(titles.Take(depth));
            if (!drawers.TryGetValue(place, out var next))
            {
                added[place] = db.Add(new Category(titles[depth - 1], drawer, room)).Entity;
                await waiting.TakeAsync(ct);
                drawers[place] = next = added[place].Id;
            }

            drawer = next;
        }

        return drawer;
    }

    private async Task<IReadOnlyList<SeenDrawer>> SeenDrawersAsync(CancellationToken ct) => await db.Categories
        .Where(c => c.BankId == import.BankId)
        .OrderBy(c => c.Id)
        .Select(c => new SeenDrawer(c.Id, c.ParentId, c.Title))
        .ToListAsync(ct);

    /// <summary>The versions that stand in the bank where others are to follow. How a question is filed does not matter to that.</summary>
    private async Task<IReadOnlyList<SeenVersion>> SeenAsync(CancellationToken ct) => revised.Count == 0
        ? []
        : await db.QuestionVersions
            .Latest()
            .Where(v => revised.Contains(v.QuestionId) && v.Question.BankId == import.BankId)
            .OrderBy(v => v.Id)
            .Select(v => new SeenVersion(v.Id, v.State))
            .ToListAsync(ct);

    private sealed record SeenDrawer(long Id, long? ParentId, string Title);

    private sealed record SeenVersion(long Id, VersionState State);
}
