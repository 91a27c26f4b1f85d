using Academy.Domain.Data;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Questions.Versions;

/// <summary>A quiz that asks a question: named in its blueprint, or drawn now and then from the bank.</summary>
public sealed record QuizUse(long Id, string Title, bool IsNamed);

/// <summary>Which quizzes ask which of some questions. What is not in force is drawn by none.</summary>
public sealed class QuizUses(
    IReadOnlyList<(long Id, string Title, Blueprint Blueprint)> quizzes, IReadOnlyDictionary<long, Drawable> inForce)
{
    public IReadOnlyList<QuizUse> Of(long questionId, string key) =>
    [
        .. from quiz in quizzes
           let isNamed = quiz.Blueprint.Names.Any(name => name.Key == key)
           where isNamed || IsDrawn(questionId, quiz.Blueprint)
           select new QuizUse(quiz.Id, quiz.Title, isNamed),
    ];

    private bool IsDrawn(long questionId, Blueprint blueprint) =>
        inForce.TryGetValue(questionId, out var question) && blueprint.Sections.Any(section => section.Draws(question));
}

public static class QuizUseQueries
{
    extension(AcademyDb db)
    {
        public async Task<QuizUses> QuizUsesAsync(IReadOnlyCollection<long> questions, CancellationToken ct)
        {
            var quizzes = await db.Quizzes.OrderBy(q => q.Id).Select(q => new { q.Id, q.Terms.Title, q.Blueprint }).ToListAsync(ct);
            var inForce = await db.QuestionVersions.InForce().Where(v => questions.Contains(v.QuestionId)).Drawables().ToListAsync(ct);
            return new QuizUses([.. quizzes.Select(q => (q.Id, q.Title, q.Blueprint))], inForce.ToDictionary(question => question.Id));
        }

        /// <summary>How many papers had the question, in any of its versions.</summary>
        public Task<int> PapersWithAsync(long questionId, CancellationToken ct) =>
            db.Slots.Where(s => s.Version.QuestionId == questionId).Select(s => s.AttemptId).Distinct().CountAsync(ct);
    }
}
