using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;

namespace Academy.Domain.Questions.Versions;

public enum CuratorRefusal { NothingToSend, NothingToApprove, NotInReview, OwnText, AlreadyRetired, NotRetired }

/// <summary>What came of an act on several questions: to how many it was done, and why not to the others.</summary>
public sealed record CuratorOutcome(int Done, IReadOnlyDictionary<CuratorRefusal, int> Refused);

/// <summary>Sees questions through: from draft to approval, from drawer to drawer, and out of use. The questions must be whole.</summary>
public sealed class Curator(AcademyDb db, TimeProvider clock)
{
    public const int LongestComment = 500;
    private const int LongestName = 200;

    public Task<CuratorOutcome> SendForReviewAsync(Actor actor, IReadOnlyCollection<Question> questions, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionSentForReview, questions, question =>
        {
            if (question.Latest!.State != VersionState.Draft) return CuratorRefusal.NothingToSend;

            question.Latest.SendForReview();
            return null;
        }, ct);

    /// <summary>Who approves a text of their own leaves no review: nobody else has looked at it.</summary>
    public Task<CuratorOutcome> ApproveAsync(Actor actor, IReadOnlyCollection<Question> questions, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionApproved, questions, question =>
        {
            if (question.ApprovalObjection(actor.Id!.Value) is { } refusal) return refusal;

            question.Latest!.Approve(question.Latest.AuthorId == actor.Id ? null : actor.Id, clock.GetUtcNow());
            return null;
        }, ct);

    public Task<CuratorOutcome> ReturnAsync(Actor actor, IReadOnlyCollection<Question> questions, string comment, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionReturned, questions, question =>
        {
            if (question.Latest!.State != VersionState.InReview) return CuratorRefusal.NotInReview;

            question.Latest.Return(actor.Id!.Value, comment, clock.GetUtcNow());
            return null;
        }, ct, comment);

    public Task<CuratorOutcome> RetireAsync(Actor actor, IReadOnlyCollection<Question> questions, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionRetired, questions, question =>
        {
            if (question.RetiredAt is not null) return CuratorRefusal.AlreadyRetired;

            question.Retire(clock.GetUtcNow(), actor.Id);
            return null;
        }, ct);

    public Task<CuratorOutcome> RestoreAsync(Actor actor, IReadOnlyCollection<Question> questions, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionRestored, questions, question =>
        {
            if (question.RetiredAt is null) return CuratorRefusal.NotRetired;

            question.Restore();
            return null;
        }, ct);

    public Task<CuratorOutcome> FileAsync(Actor actor, IReadOnlyCollection<Question> questions, Bank bank, Category? category, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionMoved, questions, question => question.FileUnder(bank, category), ct);

    public Task<CuratorOutcome> TagAsync(Actor actor, IReadOnlyCollection<Question> questions, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionTagged, questions, question => question.Tag(add, remove), ct);

    public Task<CuratorOutcome> GradeAsync(Actor actor, IReadOnlyCollection<Question> questions, int difficulty, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionEdited, questions, question => question.Grade(difficulty, actor.Id!.Value, clock.GetUtcNow()), ct);

    public Task<CuratorOutcome> ConfirmClauseAsync(Actor actor, IReadOnlyCollection<Question> questions, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionConfirmed, questions, question => question.ConfirmClause(clock.GetUtcNow()), ct);

    /// <summary>Writes the text of an old version again, as the next one.</summary>
    public Task<CuratorOutcome> WriteAgainAsync(Actor actor, Question question, QuestionVersion old, CancellationToken ct) =>
        ActAsync(actor, Act.QuestionEdited, [question], q => q.Write(old.Text, actor.Id!.Value, clock.GetUtcNow()), ct);

    private Task<CuratorOutcome> ActAsync(Actor actor, Act act, IReadOnlyCollection<Question> questions, Action<Question> carryOut, CancellationToken ct) =>
        ActAsync(actor, act, questions, question =>
        {
            carryOut(question);
            return null;
        }, ct);

    private async Task<CuratorOutcome> ActAsync(
        Actor actor, Act act, IReadOnlyCollection<Question> questions, Func<Question, CuratorRefusal?> tryOut, CancellationToken ct, string? note = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var refused = new List<CuratorRefusal>();
        foreach (var question in questions)
        {
            var before = FactsOf(question, null);
            if (tryOut(question) is { } refusal) refused.Add(refusal);
            else if (FactsOf(question, note) is var after && before != after) Write(actor, act, question, before, after);
        }

        await db.SaveChangesAsync(ct);
        await db.IndexQuestionsAsync([.. questions.Select(q => q.Id)], ct);
        await transaction.CommitAsync(ct);
        return new CuratorOutcome(questions.Count - refused.Count, refused.CountBy(refusal => refusal).ToDictionary());
    }

    private void Write(Actor actor, Act act, Question question, QuestionFacts before, QuestionFacts after) => db.Add(new AuditEntry(
        actor, clock.GetUtcNow(), act, AuditSubject.Question, question.Key, question.Title[..Math.Min(question.Title.Length, LongestName)], before, after));

    private static QuestionFacts FactsOf(Question question, string? note) => new(
        question.Bank.Title, question.Category?.Title, string.Join(", ", question.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)),
        question.Latest!.Number, question.Latest.State, question.Latest.Text.Difficulty, question.RetiredAt is not null, question.ClauseCheckedAt, note);

    private sealed record QuestionFacts(
        string Bank, string? Category, string Tags, int Version, VersionState State, int Difficulty, bool Retired, DateTimeOffset ClauseCheckedAt, string? Note);
}
