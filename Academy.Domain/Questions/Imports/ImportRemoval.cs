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

    /// <summary>
    /// Puts questions that have no other version into the anteroom, whose they are then, and removes the versions of the others,
    /// which are what they were; only a text that nobody but its authors stands for does not come into force again where reviews are
    /// demanded by now. Says how many questions.
    /// </summary>
    public static async Task<int> RemoveAsync(AcademyDb db, long importId, Anteroom anteroom, DateTimeOffset now, CancellationToken ct)
    {
        db.DemandTurn();
        var brought = db.QuestionVersions.Where(v => v.ImportId == importId).Select(v => v.QuestionId);
        var added = db.Questions.Where(q => brought.Contains(q.Id) && q.Versions.All(v => v.ImportId == importId));
        return await anteroom.TakeOutAsync(added, ct) + await RestoreAsync(db, importId, anteroom, now, ct);
    }

    private static async Task<int> RestoreAsync(AcademyDb db, long importId, Anteroom anteroom, DateTimeOffset now, CancellationToken ct)
    {
        var (versions, room) = (db.QuestionVersions, await anteroom.BankIdAsync(ct));
        var revising = versions.Where(v => v.ImportId == importId && v.Question.BankId != room);
        var questions = await revising.Select(v => v.QuestionId).Distinct().ToListAsync(ct);
        await revising.ExecuteDeleteAsync(ct);
        await versions
            .Where(v => questions.Contains(v.QuestionId) && !versions.Any(w => w.QuestionId == v.QuestionId && w.Number > v.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.IsLatest, true), ct);
        await versions
            .Where(v => questions.Contains(v.QuestionId) && v.State == VersionState.Approved)
            .Where(v => !versions.Any(w =>
                w.QuestionId == v.QuestionId && w.State == VersionState.Approved && w.Number > v.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.SupersededAt, (DateTimeOffset?)null), ct);
        await db.SuspendUnvouchedAsync(db.Questions.Where(q => questions.Contains(q.Id) && q.Bank.RequiresReview), now, ct);
        return questions.Count;
    }
}
