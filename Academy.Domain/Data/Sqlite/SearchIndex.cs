using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

/// <summary>The index of the words of all texts (FTS5): each text's row has the text's own number.</summary>
internal sealed class SearchIndex(AcademyDb db)
{
    public Task PutAsync(long id, string title, string words, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"INSERT OR REPLACE INTO SearchIndex (rowid, Title, Text) VALUES ({id}, {title}, {words})", ct);

    public Task RemoveAsync(long id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM SearchIndex WHERE rowid = {id}", ct);

    /// <summary>What a source's texts of a kind that hold all phrases are known by.</summary>
    public IQueryable<string> Keys(string kind, string source, IEnumerable<IndexPhrase> phrases) => db.Database.SqlQuery<string>(
        $"""
        SELECT t.Key AS Value FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
        WHERE SearchIndex MATCH {MatchOf(phrases)} AND t.Kind = {kind} AND t.Source = {source}
        """);

    /// <summary>How many texts of each kind hold all phrases.</summary>
    public Task<Dictionary<string, int>> CountAsync(IEnumerable<IndexPhrase> phrases, CancellationToken ct) =>
        db.Database.SqlQuery<KindCount>(
            $"""
            SELECT t.Kind, COUNT(*) AS Number
            FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {MatchOf(phrases)} GROUP BY t.Kind
            """).ToDictionaryAsync(count => count.Kind, count => count.Number, ct);

    /// <summary>How many texts of a kind hold all phrases, those of some sources left out.</summary>
    public Task<int> CountAsync(string kind, IEnumerable<IndexPhrase> phrases, IReadOnlyCollection<string> without, CancellationToken ct)
    {
        var left = JsonColumns.TextOf(without);
        return db.Database.SqlQuery<int>(
            $"""
            SELECT COUNT(*) AS Value FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {MatchOf(phrases)} AND t.Kind = {kind} AND t.Source NOT IN (SELECT value FROM json_each({left}))
            """).SingleAsync(ct);
    }

    /// <summary>
    /// The texts of a kind that hold all phrases, as the caller reads their rows, the best first; a phrase in a title counts for more.
    /// </summary>
    public Task<List<T>> FindAsync<T>(
        string kind, IEnumerable<IndexPhrase> phrases, int skip, int take, IReadOnlyCollection<string> without, CancellationToken ct)
    {
        var left = JsonColumns.TextOf(without);
        return db.Database.SqlQuery<T>(
            $"""
            SELECT t.Kind, t.Key, t.Source, t.Title, t.Text, t.Address
            FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {MatchOf(phrases)} AND t.Kind = {kind} AND t.Source NOT IN (SELECT value FROM json_each({left}))
            ORDER BY bm25(SearchIndex, 4.0, 1.0), t.Id LIMIT {take} OFFSET {skip}
            """).ToListAsync(ct);
    }

    /// <summary>In the language of the index. Words hold nothing but letters and digits, so their quotes hold.</summary>
    private static string MatchOf(IEnumerable<IndexPhrase> phrases) => string.Join(" AND ", phrases.Select(phrase =>
        $"\"{string.Join(' ', phrase.Words)}\"{(phrase.MayGoOn ? " *" : "")}"));

    private sealed record KindCount(string Kind, int Number);
}
