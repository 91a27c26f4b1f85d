using Academy.Domain.Data;
using Academy.Domain.Questions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>What stands on questions.</summary>
public static class QuestionUse
{
    extension(AcademyDb db)
    {
        /// <summary>Whether a paper or a quiz stands on a question of the import.</summary>
        public async Task<bool> IsImportUsedAsync(long importId, CancellationToken ct)
        {
            if (await db.Slots.AnyAsync(s => s.Version.ImportId == importId, ct)) return true;

            var keys = await db.QuestionVersions.Where(v => v.ImportId == importId).Select(v => v.Question.Key).ToListAsync(ct);
            var blueprints = await db.Quizzes.Select(q => q.Blueprint).ToListAsync(ct);
            return blueprints.SelectMany(b => b.Sections).SelectMany(s => s.Names).Select(name => name.Key).Intersect(keys).Any();
        }
    }
}
