using System.Security.Cryptography;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

public enum AuthorRefusal { WrittenMeanwhile, ReviewDemanded }

/// <summary>Where trainers find a question again.</summary>
public sealed record Filing(string? Name, long? CategoryId, IReadOnlyList<string> Tags);

/// <summary>Writes questions into banks. The bank must be the actor's to edit, and the text without objections.</summary>
public sealed class Author(AcademyDb db, TimeProvider clock)
{
    public const int LongestName = 200;
    public const int LongestTag = 100;
    private const string KeyLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Adds a question. The bank must have its categories.</summary>
    public Task<(Question? Question, AuthorRefusal? Refusal)> AddAsync(
        Actor actor, Bank bank, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        var question = new Question($"q-{RandomNumberGenerator.GetString(KeyLetters, 10)}");
        bank.Questions.Add(question);
        return WriteAsync(actor, bank, question, 0, text, filing, state, ct);
    }

    /// <summary>
    /// Writes the next version over the one with the number <paramref name="basedOn"/>; refused when there is a later one.
    /// The question must have its versions, reviews and tags, the bank its categories.
    /// </summary>
    public async Task<(Question? Question, AuthorRefusal? Refusal)> WriteAsync(
        Actor actor, Bank bank, Question question, int basedOn, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        if (state == VersionState.Approved && bank.RequiresReview) return (null, AuthorRefusal.ReviewDemanded);
        if ((question.Latest?.Number ?? 0) != basedOn) return (null, AuthorRefusal.WrittenMeanwhile);

        var now = clock.GetUtcNow();
        var before = basedOn == 0 ? null : Facts(question);
        File(bank, question, filing);
        var version = question.Write(text, actor.Id, now);
        if (state == VersionState.InReview) version.SendForReview();
        if (state == VersionState.Approved) version.Approve(null, now);
        db.Add(new AuditEntry(
            actor,
            now,
            basedOn == 0 ? Act.QuestionAdded : Act.QuestionEdited,
            AuditSubject.Question,
            question.Key,
            question.Name ?? Short(text.Stem.Plain),
            before,
            Facts(question)));
        return await SaveAsync(question, ct) ? (question, null) : (null, AuthorRefusal.WrittenMeanwhile);
    }

    private async Task<bool> SaveAsync(Question question, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Somebody else wrote the version of this number since it was read.
            return false;
        }

        await db.IndexQuestionsAsync([question.Id], ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static void File(Bank bank, Question question, Filing filing)
    {
        question.Name = filing.Name;
        question.Category = bank.Categories.SingleOrDefault(c => c.Id == filing.CategoryId);
        foreach (var gone in question.Tags.Where(t => !filing.Tags.Contains(t.Tag)).ToList()) question.Tags.Remove(gone);
        foreach (var tag in filing.Tags.Except(question.Tags.Select(t => t.Tag)).ToList()) question.Tags.Add(new QuestionTag(tag));
    }

    private static object Facts(Question question) => new
    {
        Stem = Short(question.Latest!.Text.Stem.Plain),
        question.Latest.State,
        Version = question.Latest.Number,
        question.Name,
        Category = question.Category?.Title,
        Tags = question.Tags.Select(t => t.Tag).Order(StringComparer.Ordinal).ToList(),
    };

    private static string Short(string text) => text.Length > 100 ? $"{text[..99]}…" : text;
}
