using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

public enum CuratorRefusal
{
    NothingToSend, NothingToApprove, NotInReview, OwnText, AlreadyRetired, NotRetired, ChangedMeanwhile, TargetGone,
    NamedByQuiz,
}

/// <summary>A question that was left alone, and why; it has no title where the person may not change it any more.</summary>
/// <param name="Refusal">Why.</param>
/// <param name="Title">What trainers call it.</param>
/// <param name="By">Who was faster, where somebody was.</param>
/// <param name="Quiz">What keeps it where it is.</param>
public sealed record RefusedQuestion(CuratorRefusal Refusal, string? Title, string? By = null, string? Quiz = null);

/// <summary>What came of an act on several questions: to how many it was done, and which others were left alone.</summary>
public sealed record CuratorOutcome(int Done, IReadOnlyList<RefusedQuestion> Refused)
{
    /// <summary>How many of them are out of force until somebody approves them who did not write them.</summary>
    public int ForReview { get; init; }
}

/// <summary>
/// Sees questions through: from draft to approval, from drawer to drawer, and out of use. Whoever acts says what they saw of each
/// question; one that is another by now, or that the person may no longer change, is left alone. What already is as it is asked for
/// because the form came before is done.
/// </summary>
public sealed class Curator(AcademyDb db, IQuestionNames names, TimeProvider clock)
{
    public const int LongestComment = 500;
    private const int QuestionsInATurn = 50;

    public Task<CuratorOutcome> SendForReviewAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionSentForReview, seen, question =>
        {
            if (question.Latest!.State != VersionState.Draft) return CuratorRefusal.NothingToSend;

            question.Latest.SendForReview();
            return null;
        }, ct);

    /// <summary>Who approves a text of their own leaves no review: nobody else has looked at it.</summary>
    public Task<CuratorOutcome> ApproveAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionApproved, seen, question =>
        {
            if (question.ApprovalRefusal(actor.Id!.Value) is { } refusal) return refusal;

            question.Latest!.Approve(question.Latest.AuthorId == actor.Id ? null : actor.Id, clock.GetUtcNow());
            return null;
        }, ct);

    public Task<CuratorOutcome> ReturnAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, string comment, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionReturned, seen, question =>
        {
            if (question.Latest!.State != VersionState.InReview) return CuratorRefusal.NotInReview;

            question.Latest.Return(actor.Id!.Value, comment, clock.GetUtcNow());
            return null;
        }, ct, comment);

    public Task<CuratorOutcome> RetireAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionRetired, seen, question =>
        {
            if (question.RetiredAt is not null) return CuratorRefusal.AlreadyRetired;

            question.Retire(clock.GetUtcNow(), actor.Id);
            return null;
        }, ct);

    public Task<CuratorOutcome> RestoreAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionRestored, seen, question =>
        {
            if (question.RetiredAt is null) return CuratorRefusal.NotRetired;

            question.Restore();
            return null;
        }, ct);

    /// <summary>
    /// Puts questions into a bank that the person may edit, in one of its drawers or in none. What a published quiz names stays in a bank
    /// that demands reviews: elsewhere others might put a text in force that nobody else has looked at.
    /// </summary>
    public async Task<CuratorOutcome> FileAsync(
        Actor actor, IReadOnlyList<SeenQuestion> seen, long bankId, long? categoryId, CancellationToken ct)
    {
        var forReview = 0;
        var outcome = await ActAsync(actor, QuestionTrail.QuestionMoved, seen, async () =>
        {
            var banks = db.Banks.EditableBy(await db.BankUserAsync(actor, ct));
            var bank = await banks.Include(b => b.Categories).SingleOrDefaultAsync(b => b.Id == bankId, ct);
            var category = bank?.Categories.SingleOrDefault(c => c.Id == categoryId);
            var named = await names.InForceAsync(ct);
            return question =>
            {
                if (bank is null || category?.Id != categoryId) return new(CuratorRefusal.TargetGone, question.Title);
                if (question.Bank.RequiresReview && question.Bank != bank && named.TryGetValue(question.Key, out var quiz))
                    return new(CuratorRefusal.NamedByQuiz, question.Title, Quiz: quiz);

                if (question.FileUnder(bank, category, clock.GetUtcNow())) forReview++;
                return null;
            };
        }, ct, isSo: (_, question) => question.BankId == bankId && question.CategoryId == categoryId);
        return outcome with { ForReview = forReview };
    }

    public Task<CuratorOutcome> TagAsync(
        Actor actor, IReadOnlyList<SeenQuestion> seen, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove,
        CancellationToken ct) =>
        ActAsync(
            actor, QuestionTrail.QuestionTagged, seen, question => question.Tag(add, remove), ct,
            (_, question) => question.Tags.Select(t => t.Tag).ToHashSet() is var tags && tags.IsSupersetOf(add) && !tags.Overlaps(remove));

    public Task<CuratorOutcome> GradeAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, int difficulty, CancellationToken ct) =>
        ActAsync(
            actor, QuestionTrail.QuestionEdited, seen, question => question.Grade(difficulty, actor.Id!.Value, clock.GetUtcNow()), ct,
            (sight, question) => IsNext(sight, question, actor) && question.Latest!.Difficulty == difficulty);

    public Task<CuratorOutcome> ConfirmClauseAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionConfirmed, seen, question => question.ConfirmClause(clock.GetUtcNow()), ct);

    /// <summary>Writes the text of an old version again, as the next one.</summary>
    public Task<CuratorOutcome> WriteAgainAsync(Actor actor, SeenQuestion seen, int number, CancellationToken ct) =>
        ActAsync(actor, QuestionTrail.QuestionEdited, [seen], question =>
        {
            if (question.Versions.SingleOrDefault(v => v.Number == number) is not { } old) return CuratorRefusal.ChangedMeanwhile;

            question.Write(old.Text, actor.Id!.Value, clock.GetUtcNow());
            return null;
        }, ct, isSo: (sight, question) => IsNext(sight, question, actor)
            && question.Versions.SingleOrDefault(v => v.Number == number)?.Text.Equals(question.Latest!.Text) == true);

    /// <summary>Whether the latest version is the one that the actor has written over what was seen.</summary>
    private static bool IsNext(SeenQuestion sight, Question question, Actor actor) =>
        question.Latest!.Number == sight.Number + 1 && question.Latest.AuthorId == actor.Id;

    private Task<CuratorOutcome> ActAsync(
        Actor actor, Act act, IReadOnlyList<SeenQuestion> seen, Action<Question> carryOut, CancellationToken ct,
        Func<SeenQuestion, Question, bool>? isSo = null) =>
        ActAsync(actor, act, seen, question =>
        {
            carryOut(question);
            return null;
        }, ct, isSo: isSo);

    private Task<CuratorOutcome> ActAsync(
        Actor actor, Act act, IReadOnlyList<SeenQuestion> seen, Func<Question, CuratorRefusal?> tryOut, CancellationToken ct,
        string? note = null, Func<SeenQuestion, Question, bool>? isSo = null) =>
        ActAsync(actor, act, seen, () => Task.FromResult<Func<Question, RefusedQuestion?>>(question =>
            tryOut(question) is { } refusal ? new RefusedQuestion(refusal, question.Title) : null), ct, note, isSo);

    /// <summary>
    /// Each question is an act of its own, with its line in the trail, so that many take many short turns: where somebody else was
    /// faster is found out with each. Whether one is as it is asked for, although it was seen otherwise, is said by what it is; or
    /// else by the trail, when the same person did the same to the same version last.
    /// </summary>
    private async Task<CuratorOutcome> ActAsync(
        Actor actor, Act act, IReadOnlyList<SeenQuestion> seen, Func<Task<Func<Question, RefusedQuestion?>>> prepare,
        CancellationToken ct, string? note = null, Func<SeenQuestion, Question, bool>? isSo = null)
    {
        var refused = new List<RefusedQuestion>();
        foreach (var part in seen.Chunk(QuestionsInATurn))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            var (tryOut, questions) = (await prepare(), await EditableAsync(actor, part, ct));
            var done = new HashSet<SeenQuestion>();
            foreach (var sight in part)
            {
                if (!questions.TryGetValue(sight.Id, out var question) || sight.IsOf(question)) continue;
                if (isSo?.Invoke(sight, question) ?? await IsRepeatAsync(actor, act, sight, question, note, ct)) done.Add(sight);
            }

            var rest = part.Where(sight => !done.Contains(sight)).ToList();
            refused.AddRange(await ActOnPartAsync(actor, act, rest, questions, tryOut, note, ct));
            await turn.CommitAsync(ct);
        }

        return new CuratorOutcome(seen.Count - refused.Count, refused);
    }

    private async Task<List<RefusedQuestion>> ActOnPartAsync(
        Actor actor, Act act, IReadOnlyList<SeenQuestion> seen, Dictionary<long, Question> questions,
        Func<Question, RefusedQuestion?> tryOut, string? note, CancellationToken ct)
    {
        var refused = new List<RefusedQuestion>();
        foreach (var sight in seen)
        {
            if (!questions.TryGetValue(sight.Id, out var question) || !sight.IsOf(question))
            {
                var by = question is null ? null : await LastActorAsync(question.Key, ct);
                refused.Add(new(CuratorRefusal.ChangedMeanwhile, question?.Title, by));
                continue;
            }

            var before = QuestionFacts.Of(question);
            if (tryOut(question) is { } refusal)
            {
                refused.Add(refusal);
                continue;
            }

            var after = QuestionFacts.Of(question, note);
            if (before != after) db.Add(QuestionTrail.Entry(actor, clock.GetUtcNow(), act, question, before, after));
        }

        await db.SaveChangesAsync(ct);
        await db.IndexQuestionsAsync(questions.Keys, ct);
        return refused;
    }

    private Task<string?> LastActorAsync(string key, CancellationToken ct) => db.AuditEntries
        .Where(e => e.Subject == QuestionTrail.Question && e.SubjectKey == key && e.ActorName != "")
        .OrderByDescending(e => e.Id)
        .Select(e => e.ActorName)
        .FirstOrDefaultAsync(ct);

    private async Task<bool> IsRepeatAsync(
        Actor actor, Act act, SeenQuestion sight, Question question, string? note, CancellationToken ct) =>
        sight.Number == question.Latest!.Number
        && await db.RepeatedAsync(actor, act, QuestionTrail.Question, question.Key, ct) is { } last
        && last.After.GetValueOrDefault(nameof(QuestionFacts.Note)) == note;

    private async Task<Dictionary<long, Question>> EditableAsync(Actor actor, IReadOnlyList<SeenQuestion> seen, CancellationToken ct)
    {
        var (ids, editor) = (seen.Select(sight => sight.Id).ToList(), await db.BankUserAsync(actor, ct));
        var editable = db.Questions.Of(db.Banks.EditableBy(editor)).Where(q => ids.Contains(q.Id));
        return await editable.Whole().OrderBy(q => q.Id).ToDictionaryAsync(q => q.Id, ct);
    }
}
