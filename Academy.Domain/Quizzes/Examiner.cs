using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>What a marker gives for a response.</summary>
/// <param name="Criteria">For each criterion of the question; empty where it has none.</param>
/// <param name="Points">All in all.</param>
/// <param name="Comment">For the employee.</param>
/// <param name="Seen">The mark that the marker saw standing; another one since then stops this one.</param>
public sealed record Verdict(IReadOnlyList<Points> Criteria, Points Points, string Comment, long? Seen);

/// <summary>Marks what only a person can, one response at a time. The last mark of a paper settles its score.</summary>
public sealed class Examiner(AcademyDb db, TimeProvider clock)
{
    /// <summary>Records a mark. Nobody marks a paper of their own.</summary>
    public async Task<MarkRefusal?> MarkAsync(long attemptId, int slot, Verdict verdict, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Attempts.NotOf(by.Id!.Value).WithPaper().SingleOrDefaultAsync(a => a.Id == attemptId, ct) is not { } attempt) return MarkRefusal.NothingToMark;

        var standing = attempt.MarkOf(slot);
        if (standing?.Id != verdict.Seen) return MarkRefusal.MarkedMeanwhile;

        var now = clock.GetUtcNow();
        var before = new { Question = slot, standing?.Points, standing?.Comment, attempt.Score };
        var hadPassed = attempt.HasPassed;
        if (attempt.Take(new Mark(attemptId, slot, verdict.Criteria, verdict.Points, verdict.Comment, by.Id.Value, now)) is { } refusal) return refusal;

        if (!hadPassed && attempt.Completion is { } completion && !await IsKnownAsync(completion, ct)) db.Add(completion);
        var after = new { Question = slot, verdict.Points, verdict.Comment, attempt.Score };
        db.Add(new AuditEntry(by, now, Act.ResponseMarked, AuditSubject.Attempt, attempt.Receipt, attempt.Quiz.Title, standing is null ? null : before, after));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>A paper that passed, failed after a second look and passes again was completed once.</summary>
    private Task<bool> IsKnownAsync(Learning.Completion completion, CancellationToken ct) =>
        db.Set<Learning.Completion>().AnyAsync(
            c => c.EmployeeId == completion.EmployeeId && c.SubjectKind == completion.SubjectKind && c.SubjectId == completion.SubjectId && c.CompletedAt == completion.CompletedAt, ct);
}
