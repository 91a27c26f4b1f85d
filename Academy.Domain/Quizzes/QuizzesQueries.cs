using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

public static class QuizzesQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Quiz> Quizzes => db.Set<Quiz>();
        public DbSet<Attempt> Attempts => db.Set<Attempt>();
        public DbSet<Slot> Slots => db.Set<Slot>();
        public DbSet<Response> Responses => db.Set<Response>();
        public DbSet<Mark> Marks => db.Set<Mark>();

        /// <summary>Whether somebody has begun it: from then on its paper is fixed.</summary>
        public Task<bool> HasAttemptsAsync(long quizId, CancellationToken ct) => db.Attempts.AnyAsync(a => a.QuizId == quizId, ct);

        /// <summary>All published quizzes with the person's attempts at them, without the scores that are not released.</summary>
        public Task<List<QuizState>> QuizStatesAsync(long employeeId, DateTimeOffset now, CancellationToken ct) =>
            db.QuizStatesAsync(db.Quizzes.Published(), employeeId, now, ct);

        public async Task<List<QuizState>> QuizStatesAsync(
            IQueryable<Quiz> quizzes, long employeeId, DateTimeOffset now, CancellationToken ct)
        {
            var outlines = await quizzes.OrderBy(q => q.Id).Outlines().ToListAsync(ct);
            var attempts = await db.Attempts.Of(employeeId).Where(a => quizzes.Any(q => q.Id == a.QuizId)).OrderBy(a => a.Number)
                .Select(a => new
                {
                    a.QuizId,
                    Summary = new AttemptSummary(a.Id, a.Number, a.StartedAt, a.DueAt, a.SubmittedAt, a.Score, a.MaxScore, a.HasPassed),
                })
                .ToListAsync(ct);
            var byQuiz = attempts.ToLookup(a => a.QuizId, a => a.Summary);
            return [.. outlines.Select(quiz => new QuizState(quiz, [.. ToldOf(quiz.Terms, byQuiz[quiz.Id], now)]))];
        }

        /// <summary>The person's latest results whose scores are released, oldest first.</summary>
        public async Task<List<ResultSummary>> LatestResultsAsync(long employeeId, int count, DateTimeOffset now, CancellationToken ct)
        {
            var results = await db.Attempts.Of(employeeId).Where(a => a.SubmittedAt != null && a.Score != null).ScoreReleased(now)
                .OrderByDescending(a => a.SubmittedAt).Take(count)
                .Select(a => new ResultSummary(a.Id, a.Quiz.Terms.Title, a.SubmittedAt!.Value, a.Score!.Value, a.MaxScore, a.HasPassed)
                {
                    ShowsAnswers = a.Quiz.Terms.AnswerRelease == Release.OnSubmission
                        || (a.Quiz.Terms.AnswerRelease == Release.AfterClosing && a.Quiz.Terms.ClosesAt <= now),
                })
                .ToListAsync(ct);
            results.Reverse();
            return results;
        }
    }

    private static IEnumerable<AttemptSummary> ToldOf(QuizTerms terms, IEnumerable<AttemptSummary> attempts, DateTimeOffset now) =>
        terms.ReleasesScore(now) ? attempts : attempts.Select(attempt => attempt.WithoutScore);

    extension(IQueryable<Quiz> quizzes)
    {
        /// <summary>Those that have been put before the employees.</summary>
        public IQueryable<Quiz> Published() => quizzes.Where(q => q.PublishedAt != null);

        /// <summary>
        /// Those that the person may change: one's own, and every trainer's for an administrator. The academy's own come from
        /// its content.
        /// </summary>
        public IQueryable<Quiz> EditableBy(long employeeId, bool isAdministrator) =>
            quizzes.Where(q => q.OwnerId != null && (isAdministrator || q.OwnerId == employeeId));

        /// <summary>Those for which the person names markers and replaces their marks. The academy's own are the administrators'.</summary>
        public IQueryable<Quiz> KeptBy(BankUser person) =>
            person.IsAdministrator ? quizzes : quizzes.Where(q => person.Teaches && q.OwnerId == person.Id);

        /// <summary>Those whose answers the person reads and marks: one's own, and those that one was named for.</summary>
        public IQueryable<Quiz> MarkedBy(BankUser person) => person.IsAdministrator
            ? quizzes
            : quizzes.Where(q => person.Teaches && (q.OwnerId == person.Id || q.Markers.Any(m => m.EmployeeId == person.Id)));

        /// <summary>Without their blueprints, which lists have no need to read.</summary>
        public IQueryable<QuizOutline> Outlines() =>
            quizzes.AsNoTracking().Select(q => new QuizOutline(q.Id, q.Slug, q.Terms, q.PublishedAt, q.QuestionCount, q.Worth));
    }

    extension(IQueryable<Attempt> attempts)
    {
        public IQueryable<Attempt> Of(long employeeId) => attempts.Where(a => a.EmployeeId == employeeId);

        /// <summary>Those that are not handed in yet, whether or not their time is over.</summary>
        public IQueryable<Attempt> Running() => attempts.Where(a => a.SubmittedAt == null);

        /// <summary>Those whose scores may be known, as <see cref="QuizTerms.ReleasesScore"/> says.</summary>
        public IQueryable<Attempt> ScoreReleased(DateTimeOffset now) => attempts.Where(a =>
            a.Quiz.Terms.ScoreRelease == Release.OnSubmission
            || (a.Quiz.Terms.ScoreRelease == Release.AfterClosing && a.Quiz.Terms.ClosesAt <= now));

        /// <summary>With all that taking answers in some slots takes.</summary>
        public IQueryable<Attempt> WithResponsesIn(IReadOnlyCollection<int> slots) =>
            attempts.Include(a => a.Responses.Where(r => slots.Contains(r.Slot)));

        /// <summary>With all that grading takes.</summary>
        public IQueryable<Attempt> WithAnswers() => attempts
            .Include(a => a.Slots.OrderBy(s => s.Number)).ThenInclude(s => s.Version)
            .Include(a => a.Responses)
            .Include(a => a.Marks)
            .AsSplitQuery();

        /// <summary>With all that showing the paper takes.</summary>
        public IQueryable<Attempt> WithPaper() => attempts.WithAnswers().Include(a => a.Quiz);
    }
}
