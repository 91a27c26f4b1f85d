using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Data.Searching;

/// <summary>A text that is found by its words: its kind, what it is known by, its source, and what is shown of it.</summary>
public sealed record IndexedText(string Kind, string Key, string Source, string Title, string Text, string Address);

/// <summary>
/// Finds texts by the words in them. Texts and their index are written together, in the turn of what they say.
/// </summary>
public sealed class FullText(AcademyDb db)
{
    private readonly SearchIndex index = new(db);

    /// <summary>Makes these the texts of a kind that a source has: adds, changes and removes.</summary>
    public async Task PutAsync(string kind, string source, IReadOnlyCollection<IndexedText> entries, CancellationToken ct)
    {
        db.DemandTurn();
        var keys = entries.Select(entry => entry.Key).ToList();
        foreach (var gone in await db.Set<SearchText>()
            .Where(text => text.Kind == kind && text.Source == source && !keys.Contains(text.Key))
            .ToListAsync(ct))
        {
            await RemoveAsync(gone, ct);
        }

        await PutAsync(entries, ct);
    }

    /// <summary>Adds or changes these texts of one kind, and leaves all others alone.</summary>
    public async Task PutAsync(IReadOnlyCollection<IndexedText> entries, CancellationToken ct)
    {
        db.DemandTurn();
        var keys = entries.Select(entry => entry.Key).ToList();
        var kind = entries.FirstOrDefault()?.Kind;
        var known = await db.Set<SearchText>()
            .Where(text => text.Kind == kind && keys.Contains(text.Key))
            .ToDictionaryAsync(text => text.Key, ct);
        var changed = entries.Where(entry => !known.TryGetValue(entry.Key, out var text) || EntryOf(text) != entry).ToList();
        var texts = changed.ConvertAll(entry => Write(known.GetValueOrDefault(entry.Key) ?? new SearchText(entry.Kind, entry.Key), entry));
        await BulkInsert.WriteAsync(db, texts.Where(text => text.Id == 0), ct);
        await db.SaveChangesAsync(ct);
        foreach (var text in texts) await index.PutAsync(text.Id, IndexWords.Of(text.Title), IndexWords.Of(text.Text), ct);
    }

    /// <summary>Removes those of these texts of a kind that are there.</summary>
    public async Task RemoveAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        db.DemandTurn();
        foreach (var gone in await db.Set<SearchText>().Where(text => text.Kind == kind && keys.Contains(text.Key)).ToListAsync(ct))
            await RemoveAsync(gone, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What a source's texts of a kind that hold all terms are known by.</summary>
    public IQueryable<string> Keys(string kind, string source, SearchQuery query) => index.Keys(kind, source, query.Phrases);

    /// <summary>How many texts of each kind hold all terms.</summary>
    public async Task<Dictionary<string, int>> CountAsync(SearchQuery query, CancellationToken ct) =>
        query.IsEmpty ? [] : await index.CountAsync(query.Phrases, ct);

    /// <summary>How many texts of a kind hold all terms, those of some sources left out.</summary>
    public async Task<int> CountAsync(string kind, SearchQuery query, IReadOnlyCollection<string> without, CancellationToken ct) =>
        query.IsEmpty ? 0 : await index.CountAsync(kind, query.Phrases, without, ct);

    /// <summary>
    /// The texts of a kind that hold all terms, the best first, those of some sources left out; a term
    /// in a title counts for more.
    /// </summary>
    public async Task<IReadOnlyList<IndexedText>> FindAsync(
        string kind, SearchQuery query, int skip, int take, CancellationToken ct, IReadOnlyCollection<string>? without = null) =>
        query.IsEmpty ? [] : await index.FindAsync<IndexedText>(kind, query.Phrases, skip, take, without ?? [], ct);

    private static SearchText Write(SearchText text, IndexedText entry)
    {
        text.Say(entry.Source, entry.Title, entry.Text, entry.Address);
        return text;
    }

    private async Task RemoveAsync(SearchText text, CancellationToken ct)
    {
        await index.RemoveAsync(text.Id, ct);
        db.Remove(text);
    }

    private static IndexedText EntryOf(SearchText text) => new(text.Kind, text.Key, text.Source, text.Title, text.Text, text.Address);
}

public static class FullTextQueries
{
    extension(AcademyDb db)
    {
        public FullText FullText => new(db);
    }
}
