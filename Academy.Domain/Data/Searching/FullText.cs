using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data.Searching;

/// <summary>A text that is found by its words: its kind, what it is known by, its source, and what is shown of it.</summary>
public sealed record SearchEntry(string Kind, string Key, string Source, string Title, string Text, string Address);

/// <summary>The kinds of text that are searched.</summary>
public static class SearchKinds
{
    public const string Clause = "clause";
    public const string Question = "question";
}

/// <summary>
/// Finds texts by the words in them. Texts and their index are written together, in the transaction of what they
/// say when there is one.
/// </summary>
public sealed class FullText(AcademyDb db)
{
    /// <summary>Makes these the texts of a kind that a source has: adds, changes and removes.</summary>
    public async Task PutAsync(string kind, string source, IReadOnlyCollection<SearchEntry> entries, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var keys = entries.Select(entry => entry.Key).ToList();
        foreach (var gone in await db.Set<SearchText>()
            .Where(text => text.Kind == kind && text.Source == source && !keys.Contains(text.Key))
            .ToListAsync(ct))
        {
            await RemoveAsync(gone, ct);
        }

        await PutAsync(entries, ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
    }

    /// <summary>Adds or changes these texts of one kind, and leaves all others alone.</summary>
    public async Task PutAsync(IReadOnlyCollection<SearchEntry> entries, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var keys = entries.Select(entry => entry.Key).ToList();
        var kind = entries.FirstOrDefault()?.Kind;
        var known = await db.Set<SearchText>()
            .Where(text => text.Kind == kind && keys.Contains(text.Key))
            .ToDictionaryAsync(text => text.Key, ct);
        var changed = entries.Where(entry => !known.TryGetValue(entry.Key, out var text) || EntryOf(text) != entry).ToList();
        var texts = changed.ConvertAll(entry => Write(known.GetValueOrDefault(entry.Key) ?? new SearchText(entry.Kind, entry.Key), entry));
        await BulkInsert.WriteAsync(db, texts.Where(text => text.Id == 0), ct);
        await db.SaveChangesAsync(ct);
        foreach (var text in texts) await IndexAsync(text, ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
    }

    /// <summary>Removes those of these texts of a kind that are there.</summary>
    public async Task RemoveAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        foreach (var gone in await db.Set<SearchText>().Where(text => text.Kind == kind && keys.Contains(text.Key)).ToListAsync(ct))
            await RemoveAsync(gone, ct);
        await db.SaveChangesAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
    }

    /// <summary>What a source's texts of a kind that hold all terms are known by.</summary>
    public IQueryable<string> Keys(string kind, string source, SearchQuery query) => db.Database.SqlQuery<string>(
        $"""
        SELECT t.Key AS Value FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
        WHERE SearchIndex MATCH {query.Match} AND t.Kind = {kind} AND t.Source = {source}
        """);

    /// <summary>How many texts of each kind hold all terms.</summary>
    public Task<Dictionary<string, int>> CountAsync(SearchQuery query, CancellationToken ct) => query.IsEmpty
        ? Task.FromResult(new Dictionary<string, int>())
        : db.Database.SqlQuery<KindCount>(
            $"""
            SELECT t.Kind, COUNT(*) AS Number
            FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {query.Match} GROUP BY t.Kind
            """).ToDictionaryAsync(count => count.Kind, count => count.Number, ct);

    /// <summary>How many texts of a kind hold all terms, those of some sources left out.</summary>
    public async Task<int> CountAsync(string kind, SearchQuery query, IReadOnlyCollection<string> without, CancellationToken ct)
    {
        if (query.IsEmpty) return 0;

        var left = JsonColumns.TextOf(without);
        return await db.Database.SqlQuery<int>(
            $"""
            SELECT COUNT(*) AS Value FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {query.Match} AND t.Kind = {kind} AND t.Source NOT IN (SELECT value FROM json_each({left}))
            """).SingleAsync(ct);
    }

    /// <summary>
    /// The texts of a kind that hold all terms, the best first, those of some sources left out; a term
    /// in a title counts for more.
    /// </summary>
    public async Task<IReadOnlyList<SearchEntry>> FindAsync(
        string kind, SearchQuery query, int skip, int take, CancellationToken ct, IReadOnlyCollection<string>? without = null)
    {
        if (query.IsEmpty) return [];

        var left = JsonColumns.TextOf(without ?? []);
        return await db.Database.SqlQuery<SearchEntry>(
            $"""
            SELECT t.Kind, t.Key, t.Source, t.Title, t.Text, t.Address
            FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {query.Match} AND t.Kind = {kind} AND t.Source NOT IN (SELECT value FROM json_each({left}))
            ORDER BY bm25(SearchIndex, 4.0, 1.0), t.Id LIMIT {take} OFFSET {skip}
            """).ToListAsync(ct);
    }

    private static SearchText Write(SearchText text, SearchEntry entry)
    {
        text.Say(entry.Source, entry.Title, entry.Text, entry.Address);
        return text;
    }

    private Task<int> IndexAsync(SearchText text, CancellationToken ct)
    {
        var (title, words) = (IndexWords.Of(text.Title), IndexWords.Of(text.Text));
        return db.Database.ExecuteSqlAsync(
            $"INSERT OR REPLACE INTO SearchIndex (rowid, Title, Text) VALUES ({text.Id}, {title}, {words})", ct);
    }

    private async Task RemoveAsync(SearchText text, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchIndex WHERE rowid = {text.Id}", ct);
        db.Remove(text);
    }

    private static SearchEntry EntryOf(SearchText text) => new(text.Kind, text.Key, text.Source, text.Title, text.Text, text.Address);

    private sealed record KindCount(string Kind, int Number);
}

public static class FullTextQueries
{
    extension(AcademyDb db)
    {
        public FullText FullText => new(db);
    }
}
