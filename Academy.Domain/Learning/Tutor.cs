using System.Data.Common;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Academy.Domain.Learning;

/// <summary>Takes readers through courses: takes lessons as read, and writes down who has finished a course.</summary>
public sealed partial class Tutor(AcademyDb db, TimeProvider clock, ILogger<Tutor> log)
{
    /// <summary>Of so many the finishing is written in one turn, which keeps answers waiting for a few hundredths of a second.</summary>
    private const int ReadersAtOnce = 200;

    /// <summary>Notes that the reader has the lesson before the eyes from now on.</summary>
    public async Task OpenLessonAsync(long employeeId, long lessonId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var progress = await db.Progress.Of(employeeId).SingleOrDefaultAsync(p => p.LessonId == lessonId, ct)
            ?? db.Add(new Progress(employeeId, lessonId)).Entity;
        progress.Open(clock.GetUtcNow());
        await turn.CommitAsync(ct);
    }

    /// <summary>
    /// Credits time in which the lesson was visible, and the furthest clause that came into view. Null when the reader has
    /// not opened the lesson, or it is withdrawn by now.
    /// </summary>
    public async Task<(Progress Progress, LessonMeasure Lesson)?> CreditAsync(
        long employeeId, long lessonId, TimeSpan visible, int clause, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await MeasureAsync(lessonId, ct) is not { } lesson) return null;
        if (await db.Progress.Of(employeeId).SingleOrDefaultAsync(p => p.LessonId == lessonId, ct) is not { } progress) return null;

        progress.Credit(visible, Math.Clamp(clause, 0, lesson.Clauses), clock.GetUtcNow());
        await turn.CommitAsync(ct);
        return (progress, lesson);
    }

    /// <summary>
    /// Takes the lesson as read and, when it was the last that was missing, the course as finished. A lesson that was never
    /// opened is begun.
    /// </summary>
    /// <param name="employeeId">The reader.</param>
    /// <param name="lessonId">The lesson.</param>
    /// <param name="visible">See <see cref="Progress.Finish"/>.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<ReadingRefusal?> FinishLessonAsync(long employeeId, long lessonId, TimeSpan? visible, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await MeasureAsync(lessonId, ct) is not { } lesson) return ReadingRefusal.Withdrawn;

        var now = clock.GetUtcNow();
        var progress = await db.Progress.Of(employeeId).SingleOrDefaultAsync(p => p.LessonId == lessonId, ct);
        if (progress is null)
        {
            progress = db.Add(new Progress(employeeId, lessonId)).Entity;
            progress.Open(now);
        }

        var refusal = progress.Finish(lesson, visible, now);
        if (refusal is null)
        {
            var courseId = await db.Lessons.Where(l => l.Id == lessonId).Select(l => l.CourseId).SingleAsync(ct);
            await CompleteIfDoneAsync(employeeId, courseId, ct);
        }

        await turn.CommitAsync(ct);
        return refusal;
    }

    /// <summary>
    /// Writes down that the person has finished the course when nothing of it is missing and it is not written down
    /// since, in the turn of what may have been missing.
    /// </summary>
    internal async Task CompleteIfDoneAsync(long employeeId, long courseId, CancellationToken ct)
    {
        db.DemandTurn();
        await db.SaveChangesAsync(ct);
        await db.CompleteAsync(await FinishersAsync(courseId, [employeeId], ct), ct);
    }

    /// <summary>
    /// Writes down that those have finished the course who lack nothing of it any more, once less is asked: a lesson was
    /// retired, or no signature is wanted now. Follows the turn of that change, in short turns of its own; what one that was
    /// stopped has left is found by the next, and nobody is written down twice.
    /// </summary>
    public async Task CompleteReadersAsync(long courseId, CancellationToken ct)
    {
        var readers = (await FinishersAsync(courseId, null, ct)).ConvertAll(completion => completion.EmployeeId);
        foreach (var some in readers.Chunk(ReadersAtOnce))
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await db.CompleteAsync(await FinishersAsync(courseId, some, ct), ct);
            await turn.CommitAsync(ct);
        }
    }

    /// <summary>
    /// The same for an act that is done: whoever leaves its page does not stop this, and where it fails, the act is none the less
    /// done, and the next opening goes on.
    /// </summary>
    internal async Task SettleAsync(long courseId)
    {
        try
        {
            await CompleteReadersAsync(courseId, CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            LeftUnsettled(courseId, failure);
        }
    }

    /// <summary>The same for every course: for whoever opens an academy that may have been stopped in the middle.</summary>
    public async Task CompleteReadersAsync(CancellationToken ct)
    {
        foreach (var courseId in await db.Courses.Select(c => c.Id).ToListAsync(ct)) await CompleteReadersAsync(courseId, ct);
    }

    private async Task<LessonMeasure?> MeasureAsync(long lessonId, CancellationToken ct) => await db.Lessons.InForce()
        .Where(l => l.Id == lessonId)
        .Select(l => (LessonMeasure?)new LessonMeasure(l.ReadingTime, l.Clauses.Count))
        .SingleOrDefaultAsync(ct);

    /// <summary>
    /// The completions that are not written down yet: of all readers, or of those among some, who have read all lessons in
    /// force and signed what is to be signed, and have not finished the course since.
    /// </summary>
    private async Task<List<Completion>> FinishersAsync(long courseId, IReadOnlyCollection<long>? among, CancellationToken ct)
    {
        var lessons = db.Lessons.Taught().Where(l => l.CourseId == courseId).Select(l => l.Id);
        var count = await lessons.CountAsync(ct);
        var read = await (among is null ? db.Progress : db.Progress.Where(p => among.Contains(p.EmployeeId)))
            .Where(p => p.FinishedAt != null && lessons.Contains(p.LessonId))
            .GroupBy(p => p.EmployeeId)
            .Where(all => all.Count() == count)
            .Select(all => new { EmployeeId = all.Key, At = all.Max(p => p.FinishedAt) })
            .ToDictionaryAsync(all => all.EmployeeId, all => all.At!.Value, ct);
        if (read.Count == 0) return [];

        var (course, readers) = (await db.Courses.AsNoTracking().SingleAsync(c => c.Id == courseId, ct), read.Keys.ToList());
        var signed = await db.Attestations
            .Where(a => a.CourseId == courseId && a.Edition >= course.LeastEdition && readers.Contains(a.EmployeeId))
            .GroupBy(a => a.EmployeeId)
            .Select(all => new { EmployeeId = all.Key, At = all.Max(a => a.SignedAt) })
            .ToDictionaryAsync(all => all.EmployeeId, all => all.At, ct);
        var completed = await db.Completions
            .Where(c => c.SubjectKind == SubjectKind.Course && c.SubjectId == courseId && readers.Contains(c.EmployeeId))
            .GroupBy(c => c.EmployeeId)
            .Select(all => new { EmployeeId = all.Key, At = all.Max(c => c.CompletedAt), Number = all.Max(c => c.Number) })
            .ToDictionaryAsync(all => all.EmployeeId, ct);
        var finished = readers.FindAll(id =>
            (course.Attestation == AttestationRule.None || signed.ContainsKey(id))
            && !(completed.GetValueOrDefault(id)?.At >= Later(read[id], signed.GetValueOrDefault(id))));
        var branches = await db.Users
            .Where(e => finished.Contains(e.Id))
            .Select(e => new { e.Id, e.BranchId })
            .ToDictionaryAsync(e => e.Id, e => e.BranchId, ct);
        var now = clock.GetUtcNow();
        return finished.ConvertAll(id => new Completion(
            id, course.Subject, 1 + (completed.GetValueOrDefault(id)?.Number ?? 0), course.Edition, branches[id], now));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(LogLevel.Error, "Who has finished course {CourseId} since less of it is asked is not all written down; "
        + "the next opening goes on.")]
    private partial void LeftUnsettled(long courseId, Exception failure);
}
