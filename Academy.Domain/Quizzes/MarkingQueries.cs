using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;

namespace Academy.Domain.Quizzes;

/// <summary>How much of a quiz waits for markers.</summary>
public sealed record MarkingLoad(long QuizId, string Title, int Waiting, int Papers, DateTimeOffset OldestAt);

/// <summary>One response that a person marks or has marked.</summary>
public sealed record MarkingTask(long AttemptId, int Slot, string Receipt, DateTimeOffset SubmittedAt, bool IsMarked, bool IsLate);

/// <summary>An answer that came after the deadline, entered before it by the page's own account.</summary>
public sealed record LateAnswer(string Receipt, int Slot, DateTimeOffset DueAt, DateTimeOffset SavedAt);

public static class MarkingQueries
{
    extension(AcademyDb db)
    {
        /// <summary>The papers that somebody reads and marks: those of quizzes that are theirs to mark, without their own.</summary>
        public IQueryable<Attempt> PapersFor(BankUser marker)
        {
            var quizzes = db.Quizzes.MarkedBy(marker);
            return db.Attempts.Where(a => a.EmployeeId != marker.Id && quizzes.Any(q => q.Id == a.QuizId));
        }

        /// <summary>The responses that wait for a mark by this marker.</summary>
        public IQueryable<MarkingTask> Waiting(long quizId, BankUser marker)
        {
            var responses = db.Responses;
            return
                from attempt in db.PapersFor(marker).AwaitingMarks().Where(a => a.QuizId == quizId)
                join response in responses.Where(r => r.Awarded == null) on attempt.Id equals response.AttemptId
                orderby attempt.SubmittedAt, attempt.Id, response.Slot
                select new MarkingTask(
                    attempt.Id, response.Slot, attempt.Receipt, attempt.SubmittedAt!.Value, false, response.IsLate);
        }

        /// <summary>The responses that somebody has marked, the last mark first.</summary>
        public IQueryable<MarkingTask> Marked(long quizId, BankUser marker)
        {
            var (marks, responses) = (db.Marks, db.Responses);
            return
                from attempt in db.PapersFor(marker).Where(a => a.QuizId == quizId)
                join mark in marks on attempt.Id equals mark.AttemptId
                join response in responses on new { mark.AttemptId, mark.Slot } equals new { response.AttemptId, response.Slot }
                where !marks.Any(later => later.AttemptId == mark.AttemptId && later.Slot == mark.Slot && later.Id > mark.Id)
                orderby mark.Id descending
                select new MarkingTask(attempt.Id, mark.Slot, attempt.Receipt, attempt.SubmittedAt!.Value, true, response.IsLate);
        }

        /// <summary>What came late on papers that are handed in, the machine's questions, too; the last paper first.</summary>
        public IQueryable<LateAnswer> LateAnswers(long quizId, BankUser marker)
        {
            var responses = db.Responses;
            return
                from attempt in db.PapersFor(marker).Where(a => a.QuizId == quizId && a.SubmittedAt != null)
                join response in responses.Where(r => r.IsLate) on attempt.Id equals response.AttemptId
                orderby attempt.SubmittedAt descending, attempt.Id, response.Slot
                select new LateAnswer(attempt.Receipt, response.Slot, attempt.DueAt, response.SavedAt);
        }

        /// <summary>The quizzes with responses that wait, the one that has waited longest first.</summary>
        public IQueryable<MarkingLoad> MarkingLoads(BankUser marker)
        {
            var (responses, quizzes) = (db.Responses, db.Quizzes);
            return
                from waiting in
                    from attempt in db.PapersFor(marker).AwaitingMarks()
                    join response in responses.Where(r => r.Awarded == null) on attempt.Id equals response.AttemptId
                    group attempt by attempt.QuizId into quiz
                    select new
                    {
                        QuizId = quiz.Key,
                        Waiting = quiz.Count(),
                        Papers = quiz.Select(a => a.Id).Distinct().Count(),
                        Oldest = quiz.Min(a => a.SubmittedAt),
                    }
                join quiz in quizzes on waiting.QuizId equals quiz.Id
                orderby waiting.Oldest, quiz.Id
                select new MarkingLoad(quiz.Id, quiz.Terms.Title, waiting.Waiting, waiting.Papers, waiting.Oldest!.Value);
        }
    }

    extension(IQueryable<Attempt> attempts)
    {
        public IQueryable<Attempt> AwaitingMarks() => attempts.Where(a => a.SubmittedAt != null && a.Score == null);
    }
}
