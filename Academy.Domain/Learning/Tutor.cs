using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>Takes readers through courses: takes lessons as read, and writes down who has finished a course.</summary>
public sealed class Tutor(AcademyDb db, TimeProvider clock)
{
    /// <summary>Takes the lesson as read and, when it was the last that was missing, the course as finished.</summary>
    /// <param name="progress">The reader's progress in the lesson, new or from the store.</param>
    /// <param name="lesson">The lesson with its course.</param>
    /// <param name="visible">See <see cref="Progress.Finish"/>.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<ReadingRefusal?> FinishLessonAsync(Progress progress, Lesson lesson, TimeSpan? visible, CancellationToken ct)
    {
        // The transaction comes before the reading: of two that finish at once the second finds it finished.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var entry = db.Entry(progress);
        if (entry.State is EntityState.Unchanged or EntityState.Modified) await entry.ReloadAsync(ct);
        var refusal = progress.Finish(lesson, visible, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        if (refusal is null) await CompleteIfDoneAsync(progress.EmployeeId, lesson.Course, clock.GetUtcNow(), ct);
        await transaction.CommitAsync(ct);
        return refusal;
    }

    /// <summary>
    /// Writes down that the person has finished the course when nothing of it is missing and it is not written down
    /// since. Belongs into the transaction of what may have been missing, which is saved before.
    /// </summary>
    public async Task CompleteIfDoneAsync(long employeeId, Course course, DateTimeOffset now, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A completion is written in the transaction of what completes it.");
        if (await db.LastReadAsync(employeeId, course.Id, ct) is not { } read) return;

        var signed = await LastSignedAsync(employeeId, course, ct);
        if (course.Attestation != AttestationRule.None && signed is null) return;

        var last = signed > read ? signed.Value : read;
        if (await db.Completions.Of(employeeId, course.Subject).AnyAsync(c => c.CompletedAt >= last, ct)) return;

        var branchId = await db.Users.Where(e => e.Id == employeeId).Select(e => e.BranchId).SingleAsync(ct);
        db.Add(new Completion(employeeId, course.Subject, course.Edition, branchId, now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// Writes down that those have finished the course who lack nothing of it any more, once less is asked: a lesson
    /// was retired, or no signature is wanted now. Belongs into the transaction of that change, which is saved before.
    /// </summary>
    public async Task CompleteReadersAsync(Course course, CancellationToken ct)
    {
        var completions = db.Completions.Where(c => c.SubjectKind == SubjectKind.Course && c.SubjectId == course.Id);
        var lessons = db.Lessons.Where(l => l.CourseId == course.Id && l.Edition > 0 && l.RetiredAt == null).Select(l => l.Id);
        var read = db.Progress.Where(p => p.FinishedAt != null && lessons.Contains(p.LessonId));
        var count = await lessons.CountAsync(ct);
        var readers = await read.GroupBy(p => p.EmployeeId).Where(all => all.Count() == count).Select(all => all.Key)
            .Where(id => !completions.Any(c => c.EmployeeId == id && !read.Any(p => p.EmployeeId == id && p.FinishedAt > c.CompletedAt)))
            .ToListAsync(ct);
        foreach (var reader in readers) await CompleteIfDoneAsync(reader, course, clock.GetUtcNow(), ct);
    }

    /// <summary>When the person signed what the course asks to be signed.</summary>
    private Task<DateTimeOffset?> LastSignedAsync(long employeeId, Course course, CancellationToken ct) => db.Attestations
        .Where(a => a.EmployeeId == employeeId && a.CourseId == course.Id && a.Edition >= course.LeastEdition)
        .Select(a => (DateTimeOffset?)a.SignedAt).MaxAsync(ct);
}
