using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

public enum AuthorRefusal { WrittenMeanwhile, ReviewDemanded, NotEditable }

/// <summary>Where trainers find a question again.</summary>
public sealed record Filing(string? Name, long? CategoryId, IReadOnlyList<string> Tags);

/// <summary>Writes questions into banks. The text must be without objections.</summary>
public sealed class Author(AcademyDb db, TimeProvider clock)
{
    public const int LongestName = 200;
    private const char Kind = 'q';

    /// <summary>
    /// What a question will be found by. Whoever opens an empty form gets one, so that sending the form twice makes one question.
    /// </summary>
    public static string NewKey() => FormKey.New(Kind);

    public static bool IsKey(string? key) => FormKey.IsOf(Kind, key);

    /// <summary>Adds a question under a key made for it; once more gives the one that is there.</summary>
    public async Task<(long? QuestionId, AuthorRefusal? Refusal)> AddAsync(
        Actor actor, long bankId, string key, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindBankAsync(actor, bankId, ct) is not { } bank) return (null, AuthorRefusal.NotEditable);
        if (await db.Questions.SingleOrDefaultAsync(q => q.Key == key, ct) is { } there)
            return there.BankId == bankId ? (there.Id, null) : (null, AuthorRefusal.NotEditable);
        if (state == VersionState.Approved && bank.RequiresReview) return (null, AuthorRefusal.ReviewDemanded);

        var question = db.Add(new Question(key, bank)).Entity;
        await WriteAsync(turn, actor, question, null, text, filing, state, ct);
        return (question.Id, null);
    }

    /// <summary>
    /// Writes the next version over the one with the number <paramref name="basedOn"/>; refused when there is a later one, unless
    /// it is what the actor has just written.
    /// </summary>
    public async Task<AuthorRefusal?> WriteAsync(
        Actor actor, long questionId, int basedOn, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var question = await db.Questions.Whole().SingleOrDefaultAsync(q => q.Id == questionId, ct);
        if (question is null || await FindBankAsync(actor, question.BankId, ct) is not { } bank) return AuthorRefusal.NotEditable;
        if (state == VersionState.Approved && bank.RequiresReview) return AuthorRefusal.ReviewDemanded;
        if (question.Latest is { } latest && latest.Number == basedOn + 1 && latest.AuthorId == actor.Id && latest.Text.Equals(text))
            return null;
        if (question.Latest?.Number != basedOn) return AuthorRefusal.WrittenMeanwhile;

        await WriteAsync(turn, actor, question, QuestionFacts.Of(question), text, filing, state, ct);
        return null;
    }

    private async Task WriteAsync(
        Turn turn, Actor actor, Question question, QuestionFacts? before, QuestionText text, Filing filing, VersionState state,
        CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        question.Name = filing.Name;
        question.Category = question.Bank.Categories.SingleOrDefault(c => c.Id == filing.CategoryId);
        question.Tag(filing.Tags, question.Tags.Select(t => t.Tag).Except(filing.Tags));
        var version = question.Write(text, actor.Id, now);
        if (state == VersionState.InReview) version.SendForReview();
        if (state == VersionState.Approved) version.Approve(null, now);
        var act = before is null ? QuestionTrail.QuestionAdded : QuestionTrail.QuestionEdited;
        db.Add(QuestionTrail.Entry(actor, now, act, question, before, QuestionFacts.Of(question)));
        await db.SaveChangesAsync(ct);
        await db.IndexQuestionsAsync([question.Id], ct);
        await turn.CommitAsync(ct);
    }

    private async Task<Bank?> FindBankAsync(Actor actor, long id, CancellationToken ct) =>
        await db.Banks.EditableBy(await db.BankUserAsync(actor, ct)).Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, ct);
}
