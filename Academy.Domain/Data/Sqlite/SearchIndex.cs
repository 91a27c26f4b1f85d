using Academy.Domain.Data.Searching;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data;

/// <summary>The index of the words of all texts (FTS5): each text's row has the text's own number.</summary>
internal sealed class SearchIndex(AcademyDb db)
{
    public async Task PutAsync(SearchText text, CancellationToken ct)
    {
        var (title, words) = (IndexWords.Of(text.Title), IndexWords.Of(text.Text));
        await db.Database.ExecuteSqlAsync(
            $"INSERT OR REPLACE INTO SearchIndex (rowid, Title, Text) VALUES ({text.Id}, {title}, {words})", ct);
    }

    public Task RemoveAsync(SearchText text, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM SearchIndex WHERE rowid = {text.Id}", ct);

    /// <summary>What a source's texts of a kind that hold all terms are known by.</summary>
    public IQueryable<string> Keys(string kind, string source, SearchQuery query) => db.Database.SqlQuery<string>(
        $"""
        SELECT t.Key AS Value FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
        WHERE SearchIndex MATCH {MatchOf(query)} AND t.Kind = {kind} AND t.Source = {source}
        """);

    /// <summary>How many texts of each kind hold all terms.</summary>
    public Task<Dictionary<string, int>> CountAsync(SearchQuery query, CancellationToken ct) => db.Database.SqlQuery<KindCount>(
        $"""
        SELECT t.Kind, COUNT(*) AS Number
        FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
        WHERE SearchIndex MATCH {MatchOf(query)} GROUP BY t.Kind
        """).ToDictionaryAsync(count => count.Kind, count => count.Number, ct);

    /// <summary>How many texts of a kind hold all terms, those of some sources left out.</summary>
    public Task<int> CountAsync(string kind, SearchQuery query, IReadOnlyCollection<string> without, CancellationToken ct)
    {
        var left = JsonColumns.TextOf(without);
        return db.Database.SqlQuery<int>(
            $"""
            SELECT COUNT(*) AS Value FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {MatchOf(query)} AND t.Kind = {kind} AND t.Source NOT IN (SELECT value FROM json_each({left}))
            """).SingleAsync(ct);
    }

    /// <summary>The texts of a kind that hold all terms, the best first; a term in a title counts for more.</summary>
    public Task<List<SearchEntry>> FindAsync(
        string kind, SearchQuery query, int skip, int take, IReadOnlyCollection<string> without, CancellationToken ct)
    {
        var left = JsonColumns.TextOf(without);
        return db.Database.SqlQuery<SearchEntry>(
            $"""
            SELECT t.Kind, t.Key, t.Source, t.Title, t.Text, t.Address
            FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid
            WHERE SearchIndex MATCH {MatchOf(query)} AND t.Kind = {kind} AND t.Source NOT IN (SELECT value FROM json_each({left}))
            ORDER BY bm25(SearchIndex, 4.0, 1.0), t.Id LIMIT {take} OFFSET {skip}
            """).ToListAsync(ct);
    }

    /// <summary>In the language of the index. Terms hold nothing but letters and digits, so their quotes hold.</summary>
    private static string MatchOf(SearchQuery query) => string.Join(" AND ", query.Phrases.Select(phrase =>
        $"\"{string.Join(' ', phrase.Words)}\"{(phrase.MayGoOn ? " *" : "")}"));

    private sealed record KindCount(string Kind, int Number);
}
