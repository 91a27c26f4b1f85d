using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>Writes answers.</summary>
public class Scribe(IDbContextFactory<AcademyDb> store, TimeProvider clock) : GroupWriter<SentAnswer, AnswerOutcome>(clock)
{
    protected override async Task<IReadOnlyList<AnswerOutcome>> CommitAsync(IReadOnlyList<SentAnswer> sent)
    {
        await using var db = await store.CreateDbContextAsync();
        await using var turn = await db.TakeTurnAsync(CancellationToken.None);
        var attempts = await LoadAsync(db, sent);
        var now = Clock.GetUtcNow();
        var outcomes = sent.Select(answer => attempts[answer.AttemptId].Take(answer, now)).ToList();
        await turn.CommitAsync(CancellationToken.None);
        return outcomes;
    }

    private static Task<Dictionary<long, Attempt>> LoadAsync(AcademyDb db, IReadOnlyList<SentAnswer> sent)
    {
        var attempts = sent.Select(answer => answer.AttemptId).Distinct().ToList();
        var slots = sent.Select(answer => answer.Slot).Distinct().ToList();
        return db.Attempts.Where(a => attempts.Contains(a.Id))
            .WithResponsesIn(slots)
            .ToDictionaryAsync(a => a.Id);
    }
}
