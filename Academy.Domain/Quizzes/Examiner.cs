using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>What a marker gives for a response.</summary>
/// <param name="Criteria">For each criterion of the question; empty where it has none.</param>
/// <param name="Points">All in all.</param>
/// <param name="Comment">For the employee.</param>
/// <param name="Seen">The mark that the marker saw standing; another one since then stops this one.</param>
public sealed record GivenMark(IReadOnlyList<Points> Criteria, Points Points, string Comment, long? Seen);

/// <summary>What the trail tells of a mark.</summary>
internal sealed record MarkFacts(int Question, Points? Points, string? Comment, Points? Score) : IFacts;

/// <summary>
/// Marks what only a person can, one response at a time, where the quiz is the marker's to mark by then. The last mark of a paper
/// settles its score.
/// </summary>
public sealed class Examiner(AcademyDb db, TimeProvider clock)
{
    /// <summary>
    /// Records a mark. Nobody marks a paper of their own, and a mark that somebody else gave is replaced by the quiz's owner and by
    /// administrators alone.
    /// </summary>
    public async Task<MarkRefusal?> MarkAsync(long attemptId, int slot, GivenMark given, Actor by, CancellationToken ct)
    {
        var markerId = by.Id!.Value;
        await using var turn = await db.TakeTurnAsync(ct);
        var marker = await db.BankUserAsync(by, ct);
        if (await db.PapersFor(marker).WithAnswers().SingleOrDefaultAsync(a => a.Id == attemptId, ct) is not { } attempt)
            return MarkRefusal.NothingToMark;

        var stood = attempt.MarkOf(slot);
        if (IsSame(stood, given, markerId)) return null;
        if (stood?.Id != given.Seen) return MarkRefusal.MarkedMeanwhile;
        if (stood is not null && stood.MarkerId != markerId && !await db.Quizzes.KeptBy(marker).AnyAsync(q => q.Id == attempt.QuizId, ct))
            return MarkRefusal.OthersMark;

        var now = clock.GetUtcNow();
        var before = stood is null ? null : new MarkFacts(slot, stood.Points, stood.Comment, attempt.Score);
        var hadPassed = attempt.HasPassed;
        var mark = new Mark(attemptId, slot, given.Criteria, given.Points, given.Comment, markerId, now);
        if (attempt.Take(mark) is { } refusal) return refusal;

        // A paper that passed, failed after a second look and passes again was completed once.
        if (!hadPassed && attempt.Completion is { } completion) await db.CompleteAsync([completion], ct);
        await db.RecordAsync(attempt, now, ct);
        var title = await db.Quizzes.Where(q => q.Id == attempt.QuizId).Select(q => q.Terms.Title).SingleAsync(ct);
        var person = await db.Employees.Where(e => e.Id == attempt.EmployeeId).Select(e => new { e.UserName, e.Name }).SingleAsync(ct);
        var paper = QuizTrail.PaperOf(title, person.UserName!, person.Name);
        var after = new MarkFacts(slot, given.Points, given.Comment, attempt.Score);
        db.Add(new AuditEntry(by, now, QuizTrail.ResponseMarked, QuizTrail.Attempt, attempt.Receipt, paper, before, after));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>The same mark by the same person again, as by a second press of the button, says nothing new.</summary>
    private static bool IsSame(Mark? stood, GivenMark given, long markerId) =>
        stood is not null && stood.MarkerId == markerId
        && stood.Points == given.Points && stood.Comment == given.Comment && stood.Criteria.SequenceEqual(given.Criteria);
}
