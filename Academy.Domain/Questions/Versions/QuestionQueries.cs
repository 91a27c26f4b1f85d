using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Marking;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Versions;

public static class QuestionQueries
{
    private const int QuestionsInATurn = 250;

    extension(AcademyDb db)
    {
        public DbSet<Question> Questions => db.Set<Question>();
        public DbSet<QuestionVersion> QuestionVersions => db.Set<QuestionVersion>();

        /// <summary>Reads again what an earlier release did not write beside the texts.</summary>
        public async Task ReadVersionsAgainAsync(CancellationToken ct)
        {
            while (true)
            {
                await using var turn = await db.TakeTurnAsync(ct);
                var unread = await db.Questions
                    .Where(q => q.Versions.Any(v => v.GradedUnder == null || v.IsVouchedFor == null))
                    .OrderBy(q => q.Id)
                    .Take(QuestionsInATurn)
                    .Include(q => q.Versions)
                    .ThenInclude(v => v.Reviews)
                    .AsSplitQuery()
                    .ToListAsync(ct);
                if (unread.Count == 0) return;

                foreach (var question in unread) question.ReadAgain();
                await turn.CommitAsync(ct);
            }
        }

        /// <summary>
        /// Takes out of force, within the turn that is on, what only those stand for who wrote it, as <see cref="Question.FileUnder"/>
        /// does with one question. Says how many.
        /// </summary>
        public async Task<int> SuspendUnvouchedAsync(IQueryable<Question> questions, DateTimeOffset now, CancellationToken ct)
        {
            db.DemandTurn();
            var unvouched = db.QuestionVersions.InForceUnvouched().Where(v => questions.Any(q => q.Id == v.QuestionId));
            return await unvouched.Where(v => v.IsLatest)
                    .ExecuteUpdateAsync(set => set.SetProperty(v => v.State, VersionState.InReview), ct)
                + await unvouched.ExecuteUpdateAsync(set => set.SetProperty(v => v.SupersededAt, now), ct);
        }

        /// <summary>The latest versions whose clause was revised after somebody last looked whether they agree with it.</summary>
        public IQueryable<QuestionVersion> FlaggedVersions()
        {
            var (clauses, versions) = (db.Clauses, db.QuestionVersions);
            return from clause in clauses
                   where clause.RevisedAt != null
                   from version in versions
                   where version.IsLatest
                       && version.Topic == clause.Lesson.Course.Slug + "/" + clause.Slug
                       && version.Question.ClauseCheckedAt < clause.RevisedAt
                   select version;
        }
    }

    extension(IQueryable<Question> questions)
    {
        public IQueryable<Question> Of(IQueryable<Bank> banks) => questions.Where(q => banks.Any(b => b.Id == q.BankId));

        /// <summary>With all that acting on them takes.</summary>
        public IQueryable<Question> Whole() =>
            questions.Include(q => q.Bank).Include(q => q.Category).Include(q => q.Tags).Include(q => q.Versions).AsSplitQuery();
    }

    extension(IQueryable<QuestionVersion> versions)
    {
        /// <summary>The versions that papers are drawn from: the last approved ones of questions in use.</summary>
        public IQueryable<QuestionVersion> InForce() =>
            versions.Where(v => v.State == VersionState.Approved && v.SupersededAt == null && v.Question.RetiredAt == null);

        /// <summary>Those in force, also of retired questions, that only those stand for who wrote them.</summary>
        public IQueryable<QuestionVersion> InForceUnvouched() =>
            versions.Where(v => v.State == VersionState.Approved && v.SupersededAt == null && v.IsVouchedFor != true);

        /// <summary>Those that may decide a result under a marking scheme.</summary>
        public IQueryable<QuestionVersion> FitUnder(MarkingScheme scheme)
        {
            var bit = scheme.Bit;
            return versions.Where(v => (v.GradedUnder & bit) > 0);
        }

        public IQueryable<QuestionVersion> Latest() => versions.Where(v => v.IsLatest);

        /// <summary>Their questions as they are now. To be asked of the latest versions.</summary>
        public IQueryable<SeenQuestion> Seen() =>
            versions.OrderBy(v => v.QuestionId).Select(v => SeenQuestion.Of(
                v.QuestionId, v.Number, v.State, v.Question.BankId, v.Question.CategoryId, v.Question.Name,
                v.Question.Tags.Select(t => t.Tag).ToList(), v.Question.RetiredAt));

        /// <summary>What waits for somebody's review: nothing that the person had a hand in since it was last vouched for. Texts
        /// are not compared here.</summary>
        public IQueryable<QuestionVersion> WaitingFor(BankUser reviewer, IQueryable<Bank> editable) => versions.Where(v =>
            v.IsLatest && v.State == VersionState.InReview && v.Question.RetiredAt == null && editable.Any(b => b.Id == v.Question.BankId)
            && !v.Question.Versions.Any(w =>
                w.AuthorId == reviewer.Id && !v.Question.Versions.Any(a => a.IsVouchedFor == true && a.Number >= w.Number)));
    }
}
