using Academy.Domain.Data;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>Published quizzes name questions.</summary>
internal sealed class QuestionNames(AcademyDb db) : IQuestionNames
{
    public async Task<IReadOnlyDictionary<string, string>> InForceAsync(CancellationToken ct)
    {
        var quizzes = await db.Quizzes.Published().OrderBy(q => q.Id).Select(q => new { q.Terms, q.Blueprint }).ToListAsync(ct);
        return quizzes
            .SelectMany(quiz => quiz.Blueprint.Keys.Select(key => (Key: key, quiz.Terms.Title)))
            .DistinctBy(named => named.Key)
            .ToDictionary(named => named.Key, named => named.Title);
    }
}
