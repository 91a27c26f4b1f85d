using Academy.Domain.Archives;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>What the archive keeps of quizzes: each paper with what it came to, and anew what it came to after a second look.</summary>
internal static class QuizArchive
{
    extension(AcademyDb db)
    {
        /// <summary>Records what a paper came to once all of it is marked. One that awaits marks again is taken back meanwhile.</summary>
        /// <param name="attempt">The paper.</param>
        /// <param name="at">When it came to that.</param>
        /// <param name="ct">Stops the work.</param>
        public async Task RecordAsync(Attempt attempt, DateTimeOffset at, CancellationToken ct)
        {
            db.DemandTurn();
            if (!attempt.IsSubmitted) return;

            var title = await db.Quizzes.Where(q => q.Id == attempt.QuizId).Select(q => q.Terms.Title).SingleAsync(ct);
            var source = SourceOf(attempt.Id);
            var isKnown = await db.ArchiveEntries.AnyAsync(e => e.Source == source, ct);
            if (!isKnown && attempt.Score is null) return;
            if (!isKnown) await db.RecordAsync([Told(attempt, title)], ct);
            else await db.CorrectAsync(source, attempt.Score is null ? null : Regraded(attempt, title, at), at, ct);
        }

        /// <summary>Papers as they are, of before.</summary>
        public async Task RecordAsync(IReadOnlyCollection<Attempt> attempts, CancellationToken ct)
        {
            db.DemandTurn();
            var ids = attempts.Select(a => a.QuizId).Distinct();
            var titles = await db.Quizzes.Where(q => ids.Contains(q.Id)).Select(q => new { q.Id, q.Terms.Title })
                .ToDictionaryAsync(q => q.Id, q => q.Title, ct);
            await db.RecordAsync([.. attempts.Select(attempt => Told(attempt, titles[attempt.QuizId]))], ct);
        }
    }

    public static string SubjectOf(long quizId) => $"quiz:{quizId}";

    private static string SourceOf(long attemptId) => $"attempt:{attemptId}";

    /// <summary>It is of the day on which it was handed in, whenever it was marked.</summary>
    private static Happening Told(Attempt attempt, string title) =>
        Told(attempt, title, ArchiveKind.QuizResult, attempt.SubmittedAt!.Value);

    private static Happening Regraded(Attempt attempt, string title, DateTimeOffset at) => Told(attempt, title, ArchiveKind.Regrade, at);

    private static Happening Told(Attempt attempt, string title, ArchiveKind kind, DateTimeOffset at) => new(
        attempt.EmployeeId, kind, SourceOf(attempt.Id), at, SubjectOf(attempt.QuizId), title)
    {
        Score = attempt.Score,
        MaxScore = attempt.MaxScore,
        HasPassed = attempt.HasPassed,
        Detail = attempt.Receipt,
        BranchId = attempt.BranchId,
        PositionId = attempt.PositionId,
    };
}

/// <summary>Papers that were marked before there was an archive.</summary>
internal sealed class AttemptHistory : IHistorySource
{
    public string Name => "attempts";

    public Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct) => db.Attempts
        .Where(a => a.SubmittedAt != null && a.Score != null).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).Select(a => a.Id)
        .ToListAsync(ct);

    public async Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct) => await db.RecordAsync(
        await db.Attempts.AsNoTracking().Where(a => ids.Contains(a.Id) && a.Score != null).OrderBy(a => a.SubmittedAt)
            .ThenBy(a => a.Id).ToListAsync(ct),
        ct);
}

/// <summary>Scores that are not released yet are nobody's to see in the archive either.</summary>
internal sealed class UnreleasedScores : IWithheld
{
    public Task<List<string>> SubjectsAsync(AcademyDb db, DateTimeOffset now, CancellationToken ct) => db.Quizzes
        .Where(q => q.Terms.ScoreRelease != Release.OnSubmission
            && !(q.Terms.ScoreRelease == Release.AfterClosing && q.Terms.ClosesAt <= now))
        .Select(q => "quiz:" + q.Id)
        .ToListAsync(ct);
}
