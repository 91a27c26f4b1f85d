using System.Security.Cryptography;
using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>Runs attempts: hands papers out, takes them in, and stops the clock on those left open.</summary>
public sealed class Invigilator(AcademyDb db, TimeProvider clock)
{
    // Neither 0 and O nor 1 and I: receipts are read out on the telephone.
    private const string ReceiptLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Gives the running attempt if there is one, otherwise starts one unless a rule objects.</summary>
    public async Task<(Attempt? Attempt, AttemptRefusal? Refusal)> StartAsync(Quiz quiz, long employeeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // One reading tells both whether one runs and how many there are: between two, another start could slip in.
        var earlier = await FindAttemptsAsync(quiz.Id, employeeId, ct);
        if (RunningOf(earlier, now) is { } running) return (running, null);
        if (AttemptPolicy.Objection(quiz, earlier.Count, now) is { } refusal) return (null, refusal);

        if (await DrawPaperAsync(quiz.Blueprint, quiz.MarkingScheme, ct) is not { } paper) return (null, AttemptRefusal.TooFewQuestions);

        var branchId = await db.Users.Where(e => e.Id == employeeId).Select(e => e.BranchId).SingleAsync(ct);
        var attempt = new Attempt(quiz, employeeId, branchId, earlier.Count + 1, paper, NewReceipt(), now);
        db.Add(attempt);
        try
        {
            await db.SaveChangesAsync(ct);
            return (attempt, null);
        }
        catch (DbUpdateException e)
        {
            // A second press of the button arrived at the same time and took this number.
            db.ChangeTracker.Clear();
            return RunningOf(await FindAttemptsAsync(quiz.Id, employeeId, ct), now) is { } other ? (other, null) : throw new InvalidOperationException("The attempt could not be started.", e);
        }
    }

    /// <summary>Hands in an attempt; one that is already handed in stays as it is.</summary>
    public async Task SubmitAsync(long attemptId, CancellationToken ct)
    {
        // The transaction comes before the reading: no answer can be written between the marking and the commit.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var attempt = await db.Attempts.WithPaper().SingleAsync(a => a.Id == attemptId, ct);
        if (!attempt.IsSubmitted)
        {
            attempt.Submit(clock.GetUtcNow());
            if (attempt.Completion is { } completion) db.Add(completion);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Hands in everything whose deadline and grace are over, and says how many that were.</summary>
    public async Task<int> CloseOverdueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var candidates = await db.Attempts.Running().Where(a => a.DueAt <= now).Include(a => a.Quiz).AsNoTracking().ToListAsync(ct);
        var overdue = candidates.Where(a => a.IsOverdue(now)).ToList();
        foreach (var attempt in overdue)
        {
            db.ChangeTracker.Clear();
            await SubmitAsync(attempt.Id, ct);
        }

        return overdue.Count;
    }

    private Task<List<Attempt>> FindAttemptsAsync(long quizId, long employeeId, CancellationToken ct) =>
        db.Attempts.Of(employeeId).Where(a => a.QuizId == quizId).OrderBy(a => a.Number).ToListAsync(ct);

    private static Attempt? RunningOf(List<Attempt> attempts, DateTimeOffset now) => attempts.FindLast(a => a.TimeLeft(now) > TimeSpan.Zero);

    /// <summary>A paper as somebody who starts now would get it; null when there are too few questions.</summary>
    public async Task<IReadOnlyList<Slot>?> DrawPaperAsync(Blueprint blueprint, MarkingScheme scheme, CancellationToken ct) =>
        blueprint.DrawPaper(await db.SupplyAsync(blueprint, scheme, ct), new Random(RandomNumberGenerator.GetInt32(int.MaxValue)));

    public static string NewReceipt()
    {
        var code = RandomNumberGenerator.GetString(ReceiptLetters, 10);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }
}
