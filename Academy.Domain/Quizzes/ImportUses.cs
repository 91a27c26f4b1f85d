using Academy.Domain.Data;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Quizzes;

/// <summary>Papers and quizzes stand on questions: what was drawn, and what a blueprint names.</summary>
internal sealed class ImportUses(AcademyDb db) : IImportUses
{
    public async Task<bool> AreThereAsync(long importId, CancellationToken ct)
    {
        if (await db.Slots.AnyAsync(s => s.Version.ImportId == importId, ct)) return true;

        var blueprints = await db.Quizzes.Select(q => q.Blueprint).ToListAsync(ct);
        var named = blueprints.SelectMany(blueprint => blueprint.Names).Select(name => name.Key).Distinct().ToList();
        return await db.QuestionVersions.AnyAsync(v => v.ImportId == importId && named.Contains(v.Question.Key), ct);
    }
}
