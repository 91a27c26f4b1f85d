using System.Security.Cryptography;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Quizzes;

/// <summary>Runs attempts: hands papers out, takes them in, and stops the clock on those left open.</summary>
public sealed partial class Invigilator(AcademyDb db, KeptSupplies supplies, TimeProvider clock, ILogger<Invigilator> log)
{
    // Neither 0 and O nor 1 and I: receipts are read out on the telephone.
    private const string ReceiptLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>How often the quiz or its questions may change under somebody's hands before no paper is to be had.</summary>
    private const int MostTries = 10;

    /// <summary>Gives the running attempt if there is one, otherwise starts one unless a rule refuses.</summary>
    public async Task<(long? AttemptId, AttemptRefusal? Refusal)> StartAsync(long quizId, long employeeId, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var quiz = await db.Quizzes.AsNoTracking().SingleAsync(q => q.Id == quizId, ct);
            if (await AnswerAsync(quiz, employeeId, ct) is { } known) return known;
            if (await DrawPaperAsync(quiz.Blueprint, quiz.Terms.MarkingScheme, ct) is not { } paper)
                return (null, AttemptRefusal.TooFewQuestions);
            if (await SeatAsync(quiz.Draft, quizId, employeeId, paper, ct) is { } seated) return seated;
        }

        return (null, AttemptRefusal.TooFewQuestions);
    }

    /// <summary>Hands in an attempt; one that is already handed in stays as it is, and false is said.</summary>
    public async Task<bool> SubmitAsync(long attemptId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var attempt = await db.Attempts.WithAnswers().SingleAsync(a => a.Id == attemptId, ct);
        if (attempt.IsSubmitted) return false;

        attempt.Submit(clock.GetUtcNow());
        if (attempt.Completion is { } completion) await db.CompleteAsync([completion], ct);
        await db.RecordAsync(attempt, attempt.SubmittedAt!.Value, ct);
        await turn.CommitAsync(ct);
        return true;
    }

    /// <summary>
    /// Hands in everything whose deadline and grace are over, and says how many that were. One that cannot be handed in keeps
    /// back no other.
    /// </summary>
    public async Task<int> CloseOverdueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var candidates = await db.Attempts.Running().Where(a => a.DueAt <= now).OrderBy(a => a.DueAt).AsNoTracking().ToListAsync(ct);
        var closed = 0;
        foreach (var attempt in candidates.Where(a => a.IsOverdue(now)))
        {
            try
            {
                if (await SubmitAsync(attempt.Id, ct)) closed++;
            }
            catch (Exception e) when (e is not OperationCanceledException && !e.StrikesAll)
            {
                LeftOpen(attempt.Id, e);
            }
        }

        return closed;
    }

    /// <summary>A paper as somebody who starts now would get it; null when there are too few questions.</summary>
    public async Task<IReadOnlyList<Slot>?> DrawPaperAsync(Blueprint blueprint, MarkingScheme scheme, CancellationToken ct)
    {
        var random = new Random(RandomNumberGenerator.GetInt32(int.MaxValue));
        while (true)
        {
            if (blueprint.Draw(await supplies.OfAsync(db, blueprint, scheme, ct), random) is not { } drawn) return null;

            var ids = drawn.Select(d => d.VersionId).ToList();
            var versions = await db.QuestionVersions.AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
            // What an import brought may be taken back between the drawing and the reading: then it is drawn again.
            if (ids.TrueForAll(versions.ContainsKey)) return blueprint.LayOut(drawn, versions, random);
        }
    }

    public static string NewReceipt()
    {
        var code = RandomNumberGenerator.GetString(ReceiptLetters, 10);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    /// <summary>
    /// Seats somebody before a paper that was drawn outside the turn. Null when the quiz asks for another paper by now,
    /// or a question of this one is no longer there.
    /// </summary>
    private async Task<(long? AttemptId, AttemptRefusal? Refusal)?> SeatAsync(
        QuizDraft drawnFor, long quizId, long employeeId, IReadOnlyList<Slot> paper, CancellationToken ct)
    {
        try
        {
            await using var turn = await db.TakeTurnAsync(ct);
            var quiz = await db.Quizzes.SingleAsync(q => q.Id == quizId, ct);
            if (await AnswerAsync(quiz, employeeId, ct) is { } known) return known;
            if (!quiz.Draft.JudgesLike(drawnFor)) return null;

            var versions = paper.Select(slot => slot.Version).Distinct().ToList();
            var (ids, banks) = (versions.ConvertAll(version => version.Id), db.Banks);
            var there = db.QuestionVersions.Where(v => ids.Contains(v.Id) && banks.Any(b => b.Id == v.Question.BankId));
            if (await there.CountAsync(ct) < ids.Count) return null;

            // Known versions: nothing of them is written.
            db.AttachRange(versions);
            var at = await db.Users.Where(e => e.Id == employeeId).Select(e => new Workplace(e.BranchId, e.PositionId)).SingleAsync(ct);
            var number = await db.Attempts.Of(employeeId).CountAsync(a => a.QuizId == quizId, ct) + 1;
            var attempt = new Attempt(quiz, employeeId, at, number, paper, NewReceipt(), clock.GetUtcNow());
            db.Add(attempt);
            await turn.CommitAsync(ct);
            return (attempt.Id, null);
        }
        catch (DbUpdateException e) when (e.IsDuplicate)
        {
            // A second press of the button arrived at the same time and took this number.
            return null;
        }
    }

    /// <summary>What can be said without a paper: the attempt that runs, or why none may begin.</summary>
    private async Task<(long? AttemptId, AttemptRefusal? Refusal)?> AnswerAsync(Quiz quiz, long employeeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // One reading tells both whether one runs and how many there are: between two, another start could slip in.
        var earlier = await db.Attempts.Of(employeeId).Where(a => a.QuizId == quiz.Id).OrderBy(a => a.Number)
            .Select(a => new { a.Id, IsRunning = a.SubmittedAt == null && a.DueAt > now }).ToListAsync(ct);
        if (earlier.FindLast(a => a.IsRunning) is { } running) return (running.Id, null);

        var refusal = quiz.PublishedAt is null ? AttemptRefusal.NotYetOpen : AttemptPolicy.Refusal(quiz.Terms, earlier.Count, now);
        return refusal is null ? null : (null, refusal);
    }

    [LoggerMessage(LogLevel.Error, "Attempt {AttemptId} could not be handed in")]
    private partial void LeftOpen(long attemptId, Exception failure);
}
