using Academy.Domain.Data;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>Takes away what an import brought, within the turn that is on, and by few commands however much it was.</summary>
internal static class ImportRemoval
{
    /// <summary>Whether somebody has written on or looked through what it brought.</summary>
    public static Task<bool> IsWorkedOnAsync(AcademyDb db, long importId, CancellationToken ct) =>
        db.QuestionVersions.AnyAsync(v => v.ImportId == importId && (!v.IsLatest || v.Reviews.Count > 0), ct);

    /// <summary>Removes the versions, and the questions that have no other; those that have are what they were. Says how many.</summary>
    public static async Task<int> RemoveAsync(AcademyDb db, long importId, CancellationToken ct)
    {
        var versions = db.QuestionVersions;
        var questions = await versions.Where(v => v.ImportId == importId).Select(v => v.QuestionId).Distinct().ToListAsync(ct);
        await versions.Where(v => v.ImportId == importId).ExecuteDeleteAsync(ct);
        await db.Questions.Where(q => questions.Contains(q.Id) && !q.Versions.Any()).ExecuteDeleteAsync(ct);
        await versions
            .Where(v => questions.Contains(v.QuestionId) && !versions.Any(w => w.QuestionId == v.QuestionId && w.Number > v.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.IsLatest, true), ct);
        await versions
            .Where(v => questions.Contains(v.QuestionId) && v.State == VersionState.Approved)
            .Where(v => !versions.Any(w =>
                w.QuestionId == v.QuestionId && w.State == VersionState.Approved && w.Number > v.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.SupersededAt, (DateTimeOffset?)null), ct);
        return questions.Count;
    }
}
