using Academy.Domain.Data;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>A quiz that asks a question: named in its blueprint, or drawn now and then from the bank.</summary>
public sealed record QuizUse(long Id, string Title, bool IsNamed);

/// <summary>Which quizzes ask which questions.</summary>
public sealed class QuizUses(IReadOnlyList<(long Id, string Title, Blueprint Blueprint)> quizzes)
{
    public IReadOnlyList<QuizUse> Of(string bank, string key, QuestionType type) =>
    [
        .. from quiz in quizzes
           let isNamed = quiz.Blueprint.Names.Any(name => name.Key == key)
           where isNamed || quiz.Blueprint.Sections.Any(s => !s.IsFixed && s.Type == type && s.Banks.Contains(bank))
           select new QuizUse(quiz.Id, quiz.Title, isNamed),
    ];
}

public static class QuizUseQueries
{
    extension(AcademyDb db)
    {
        public async Task<QuizUses> QuizUsesAsync(CancellationToken ct) =>
            new([.. (await db.Quizzes.OrderBy(q => q.Id).Select(q => new { q.Id, q.Terms.Title, q.Blueprint }).ToListAsync(ct))
                .Select(q => (q.Id, q.Title, q.Blueprint))]);

        /// <summary>How many papers had the question, in any of its versions.</summary>
        public Task<int> PapersWithAsync(long questionId, CancellationToken ct) =>
            db.Slots.Where(s => s.Version.QuestionId == questionId).Select(s => s.AttemptId).Distinct().CountAsync(ct);
    }
}
