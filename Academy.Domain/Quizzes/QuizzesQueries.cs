using Academy.Domain.Data;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>One attempt in short.</summary>
public sealed record AttemptSummary(
    long Id, int Number, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? SubmittedAt, Points? Score, Points MaxScore, bool HasPassed)
{
    /// <summary>Handed in, with answers that a person has yet to mark; known only where scores are released.</summary>
    public bool AwaitsMarks => SubmittedAt is not null && Score is null;

    public bool IsRunning(DateTimeOffset now) => SubmittedAt is null && now < DueAt;

    /// <summary>What may be known of it before the score is released.</summary>
    public AttemptSummary WithoutScore => this with { Score = null, HasPassed = false };
}

/// <summary>A quiz as somebody sees it: with that person's attempts, oldest first.</summary>
public sealed record QuizStanding(Quiz Quiz, IReadOnlyList<AttemptSummary> Attempts)
{
    public bool HasPassed => Attempts.Any(a => a.HasPassed);

    /// <summary>The one with the highest score of those handed in; any of them while scores are not released.</summary>
    public AttemptSummary? Best => Attempts.Where(a => a.SubmittedAt is not null).MaxBy(a => a.Score?.Hundredths ?? -1);

    public AttemptSummary? Running(DateTimeOffset now) => Attempts.LastOrDefault(a => a.IsRunning(now));

    public int? AttemptsLeft => Quiz.AttemptsAllowed - Attempts.Count;

    public AttemptRefusal? Objection(DateTimeOffset now) => AttemptPolicy.Objection(Quiz, Attempts.Count, now);
}

/// <summary>One result in a person's history.</summary>
public sealed record ResultSummary(long AttemptId, Quiz Quiz, DateTimeOffset SubmittedAt, Points Score, Points MaxScore, bool HasPassed);

public static class QuizzesQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Quiz> Quizzes => db.Set<Quiz>();
        public DbSet<Attempt> Attempts => db.Set<Attempt>();
        public DbSet<Slot> Slots => db.Set<Slot>();
        public DbSet<Response> Responses => db.Set<Response>();

        public DbSet<Mark> Marks => db.Set<Mark>();

        /// <summary>What a blueprint may ask: versions in force of its banks and named questions, and the versions that it pins.</summary>
        public async Task<List<QuestionVersion>> SupplyAsync(Blueprint blueprint, CancellationToken ct)
        {
            var (banks, pinned) = (blueprint.Banks, blueprint.Names.Where(name => name.Version is not null).ToList());
            var keys = blueprint.Names.Select(name => name.Key).Distinct().ToList();
            var pinnedKeys = pinned.Select(name => name.Key).ToList();
            var versions = await db.QuestionVersions
                .Where(v => v.State == VersionState.Approved && v.Question.RetiredAt == null)
                .Where(v => v.SupersededAt == null ? banks.Contains(v.Question.Bank.Slug) || keys.Contains(v.Question.Key) : pinnedKeys.Contains(v.Question.Key))
                .Include(v => v.Question.Bank).Include(v => v.Question.Tags).AsSplitQuery().ToListAsync(ct);
            return [.. versions.Where(v => v.IsCurrent || pinned.Any(name => name.Means(v)))];
        }

        /// <summary>What a blueprint may ask under a marking scheme: what the scheme cannot mark is never drawn.</summary>
        public async Task<List<QuestionVersion>> SupplyAsync(Blueprint blueprint, MarkingScheme scheme, CancellationToken ct) =>
            [.. (await db.SupplyAsync(blueprint, ct)).Where(v => v.Text.GradedObjection(scheme) is null)];

        /// <summary>All published quizzes with the person's attempts at them, without the scores that are not released.</summary>
        public async Task<List<QuizStanding>> QuizStandingsAsync(long employeeId, DateTimeOffset now, CancellationToken ct)
        {
            var quizzes = await db.Quizzes.Published().AsNoTracking().OrderBy(q => q.Id).ToListAsync(ct);
            var attempts = await db.Attempts.Of(employeeId).OrderBy(a => a.Number)
                .Select(a => new { a.QuizId, Summary = new AttemptSummary(a.Id, a.Number, a.StartedAt, a.DueAt, a.SubmittedAt, a.Score, a.MaxScore, a.HasPassed) })
                .AsNoTracking().ToListAsync(ct);
            var byQuiz = attempts.ToLookup(a => a.QuizId, a => a.Summary);
            return [.. quizzes.Select(quiz => new QuizStanding(quiz, [.. byQuiz[quiz.Id].Select(a => quiz.ReleasesScore(now) ? a : a.WithoutScore)]))];
        }

        /// <summary>The person's latest results whose scores are released, oldest first.</summary>
        public async Task<List<ResultSummary>> LatestResultsAsync(long employeeId, int count, DateTimeOffset now, CancellationToken ct)
        {
            var results = await db.Attempts.Of(employeeId).Where(a => a.SubmittedAt != null && a.Score != null)
                .Where(a => a.Quiz.ScoreRelease == Release.OnSubmission || (a.Quiz.ScoreRelease == Release.AfterClosing && a.Quiz.ClosesAt <= now))
                .OrderByDescending(a => a.SubmittedAt).Take(count)
                .Select(a => new ResultSummary(a.Id, a.Quiz, a.SubmittedAt!.Value, a.Score!.Value, a.MaxScore, a.HasPassed))
                .AsNoTracking().ToListAsync(ct);
            results.Reverse();
            return results;
        }
    }

    extension(IQueryable<Quiz> quizzes)
    {
        /// <summary>Those that have been put before the employees.</summary>
        public IQueryable<Quiz> Published() => quizzes.Where(q => q.PublishedAt != null);

        /// <summary>Those that the person may change: one's own, and every trainer's for an administrator. The academy's own come from its content.</summary>
        public IQueryable<Quiz> EditableBy(long employeeId, bool isAdministrator) => quizzes.Where(q => q.OwnerId != null && (isAdministrator || q.OwnerId == employeeId));
    }

    extension(IQueryable<Attempt> attempts)
    {
        public IQueryable<Attempt> Of(long employeeId) => attempts.Where(a => a.EmployeeId == employeeId);

        public IQueryable<Attempt> Running() => attempts.Where(a => a.SubmittedAt == null);

        /// <summary>With all that showing or grading the paper takes.</summary>
        public IQueryable<Attempt> WithPaper() => attempts
            .Include(a => a.Quiz)
            .Include(a => a.Slots.OrderBy(s => s.Number)).ThenInclude(s => s.Version)
            .Include(a => a.Responses)
            .Include(a => a.Marks)
            .AsSplitQuery();
    }
}
