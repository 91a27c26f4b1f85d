using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Texts;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

public enum AuthorRefusal { CannotBeAsked, WrittenMeanwhile, SavedBefore, ReviewDemanded, NotEditable, CategoryGone }

/// <summary>Where trainers find a question again.</summary>
public sealed record Filing(string? Name, long? CategoryId, IReadOnlyList<string> Tags)
{
    public string? Name
    {
        get;
        init => field = NameOf(value);
    } = NameOf(Name);

    private static string? NameOf(string? given) => OneLine.Of(given) is { Length: > 0 } name ? Cut.Start(name, Author.LongestName) : null;
}

/// <summary>Writes questions into banks, none in which <see cref="QuestionRules"/> find a problem.</summary>
public sealed class Author(AcademyDb db, TimeProvider clock)
{
    public const int LongestName = 200;
    private const char Kind = 'q';

    /// <summary>
    /// What a question will be found by. Whoever opens an empty form gets one, so that sending the form twice makes one question.
    /// </summary>
    public static string NewKey() => FormKey.New(Kind);

    public static bool IsKey(string? key) => FormKey.IsOf(Kind, key);

    /// <summary>
    /// Adds a question under a key made for it. The same text once more is the one that is there, filed and brought as far as it is
    /// said now; another text is refused.
    /// </summary>
    public async Task<(long? QuestionId, AuthorRefusal? Refusal)> AddAsync(
        Actor actor, long bankId, string key, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        if (QuestionRules.Problems(text).Count > 0) return (null, AuthorRefusal.CannotBeAsked);

        await using var turn = await db.TakeTurnAsync(ct);
        if (await FindBankAsync(actor, bankId, ct) is not { } bank) return (null, AuthorRefusal.NotEditable);
        var there = await db.Questions.Whole().SingleOrDefaultAsync(q => q.Key == key, ct);
        if (there is not null && IsSo(there, bank, text, filing, state)) return (there.Id, null);
        if (there is not null && (there.BankId != bankId || !await IsOwnTextAsync(actor, there, 1, text, ct)))
            return (null, AuthorRefusal.SavedBefore);
        if (state == VersionState.Approved && bank.RequiresReview) return (null, AuthorRefusal.ReviewDemanded);
        if (!HasPlaceFor(bank, filing)) return (null, AuthorRefusal.CategoryGone);

        var question = there ?? db.Add(new Question(key, bank)).Entity;
        await WriteAsync(turn, actor, question, text, filing, state, ct);
        return (question.Id, null);
    }

    /// <summary>
    /// Writes the next version over the one that the actor saw. Refused when the question is another by now, unless it is what the
    /// actor asks for, or nobody but the actor has brought that very text there.
    /// </summary>
    public async Task<AuthorRefusal?> WriteAsync(
        Actor actor, SeenQuestion seen, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        if (QuestionRules.Problems(text).Count > 0) return AuthorRefusal.CannotBeAsked;

        await using var turn = await db.TakeTurnAsync(ct);
        var question = await db.Questions.Whole().SingleOrDefaultAsync(q => q.Id == seen.Id, ct);
        if (question is null || await FindBankAsync(actor, question.BankId, ct) is not { } bank) return AuthorRefusal.NotEditable;
        if (IsSo(question, bank, text, filing, state)) return null;
        if (!seen.IsOf(question) && !await IsOwnTextAsync(actor, question, seen.Number + 1, text, ct))
            return AuthorRefusal.WrittenMeanwhile;
        if (state == VersionState.Approved && bank.RequiresReview) return AuthorRefusal.ReviewDemanded;
        if (!HasPlaceFor(bank, filing)) return AuthorRefusal.CategoryGone;

        await WriteAsync(turn, actor, question, text, filing, state, ct);
        return null;
    }

    private static bool HasPlaceFor(Bank bank, Filing filing) =>
        filing.CategoryId is null || bank.Categories.Any(c => c.Id == filing.CategoryId);

    /// <summary>Whether a question is what it is to become.</summary>
    private static bool IsSo(Question question, Bank bank, QuestionText text, Filing filing, VersionState state) =>
        question.BankId == bank.Id
        && question.Latest is { } latest
        && latest.State == state
        && latest.Text.Equals(text)
        && question.Name == filing.Name
        && question.CategoryId == bank.Categories.SingleOrDefault(c => c.Id == filing.CategoryId)?.Id
        && question.Tags.Select(t => t.Tag).ToHashSet().SetEquals(filing.Tags);

    /// <summary>
    /// Whether a text is what the actor has just written as that version, and nobody else has done anything about it since: then the
    /// same form came once more, perhaps with another button.
    /// </summary>
    private async Task<bool> IsOwnTextAsync(Actor actor, Question question, int number, QuestionText text, CancellationToken ct)
    {
        if (question.Latest is not { } latest || latest.Number != number || latest.AuthorId != actor.Id || !latest.Text.Equals(text))
            return false;

        return !await db.AuditEntries.AnyAsync(
            e => e.Subject == QuestionTrail.Question && e.SubjectKey == question.Key
                && e.At >= latest.WrittenAt && e.ActorId != actor.Id,
            ct);
    }

    private async Task WriteAsync(
        Turn turn, Actor actor, Question question, QuestionText text, Filing filing, VersionState state, CancellationToken ct)
    {
        var (before, now) = (question.Latest is null ? null : QuestionFacts.Of(question), clock.GetUtcNow());
        question.Name = filing.Name;
        question.Category = question.Bank.Categories.SingleOrDefault(c => c.Id == filing.CategoryId);
        question.Tag(filing.Tags, question.Tags.Select(t => t.Tag).Except(filing.Tags));
        var version = question.Write(text, actor.Id, now);
        if (state == VersionState.InReview) version.SendForReview();
        if (state == VersionState.Approved) version.Approve(null, now);
        var act = before is null ? QuestionTrail.QuestionAdded : QuestionTrail.QuestionEdited;
        var after = QuestionFacts.Of(question);
        if (before != after) db.Add(QuestionTrail.Entry(actor, now, act, question, before, after));
        await db.SaveChangesAsync(ct);
        await db.IndexQuestionsAsync([question.Id], ct);
        await turn.CommitAsync(ct);
    }

    private async Task<Bank?> FindBankAsync(Actor actor, long id, CancellationToken ct) =>
        await db.Banks.EditableBy(await db.BankUserAsync(actor, ct)).Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == id, ct);
}
