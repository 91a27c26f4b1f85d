using Academy.Domain.Data;
using Academy.Domain.Data.Searching;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

/// <summary>Makes questions findable, for those who write them, by what they say.</summary>
public static class BankIndex
{
    /// <summary>What the index calls a question.</summary>
    public const string Kind = "question";

    private const int LongestTitle = 200;

    extension(AcademyDb db)
    {
        /// <summary>Puts all questions of a bank into the index, by their latest texts. To be told after a bank was filled.</summary>
        public async Task IndexBankAsync(string slug, CancellationToken ct) =>
            await db.FullText.PutAsync(
                Kind,
                slug,
                await EntriesAsync(db.QuestionVersions.Where(v => v.Question.Bank.Slug == slug), ct),
                ct);

        /// <summary>Puts some questions into the index, by their latest texts. To be told after every change of theirs.</summary>
        public async Task IndexQuestionsAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
            await db.FullText.PutAsync(await EntriesAsync(db.QuestionVersions.Where(v => ids.Contains(v.QuestionId)), ct), ct);
    }

    /// <summary>One text after the other: a bank's texts are many times what the index keeps of them.</summary>
    private static async Task<List<IndexedText>> EntriesAsync(IQueryable<QuestionVersion> versions, CancellationToken ct)
    {
        var entries = new List<IndexedText>();
        await foreach (var q in versions
            .Latest()
            .OrderBy(v => v.QuestionId)
            .Select(v => new { v.QuestionId, v.Question.Key, v.Question.Name, Bank = v.Question.Bank.Slug, v.Text })
            .AsAsyncEnumerable()
            .WithCancellation(ct))
        {
            entries.Add(EntryOf(q.QuestionId, q.Key, q.Name, q.Bank, q.Text));
        }

        return entries;
    }

    private static IndexedText EntryOf(long id, string key, string? name, string bank, QuestionText text)
    {
        var title = name ?? (text.Stem.FirstLine is { Length: > 0 } line ? line : key);
        return new IndexedText(
            Kind, key, bank, Cut.Start(title, LongestTitle), text.Wording(), Addresses.OfQuestion(id));
    }
}
