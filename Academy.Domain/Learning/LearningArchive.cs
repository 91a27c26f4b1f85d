using Academy.Domain.Archives;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>What the archive keeps of learning: courses that were finished, with the time that they took, and what was signed.</summary>
internal static class LearningArchive
{
    extension(AcademyDb db)
    {
        /// <summary>Courses alone: that a quiz was passed is told by its paper.</summary>
        public async Task RecordAsync(IReadOnlyCollection<Completion> completions, CancellationToken ct)
        {
            db.DemandTurn();
            var courses = completions.Where(c => c.SubjectKind == SubjectKind.Course).ToList();
            if (courses.Count == 0) return;

            // Time that was credited in this very turn counts.
            await db.SaveChangesAsync(ct);
            var (people, ids) = (courses.Select(c => c.EmployeeId).Distinct(), courses.Select(c => c.SubjectId).Distinct());
            var titles = await db.Courses.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
            var read = (await db.Progress.Where(p => people.Contains(p.EmployeeId) && ids.Contains(p.Lesson.CourseId))
                .Select(p => new { p.EmployeeId, p.Lesson.CourseId, p.FinishedAt, p.ReadTime, p.Lesson.ReadingTime }).ToListAsync(ct))
                .ToLookup(p => (p.EmployeeId, p.CourseId), p => (p.FinishedAt, Time: TimeThatCounts(p.ReadTime, p.ReadingTime)));
            var finished = (await db.Completions
                .Where(c => c.SubjectKind == SubjectKind.Course && people.Contains(c.EmployeeId) && ids.Contains(c.SubjectId))
                .Select(c => new { c.EmployeeId, c.SubjectId, c.CompletedAt }).ToListAsync(ct))
                .ToLookup(c => (c.EmployeeId, c.SubjectId), c => c.CompletedAt);
            await db.RecordAsync([.. courses.Select(Told)], ct);

            Happening Told(Completion completion)
            {
                var (person, course) = (completion.EmployeeId, completion.SubjectId);
                var source = $"course:{course}/{person}/{completion.Number}";
                return new Happening(
                    person, ArchiveKind.CourseCompleted, source, completion.CompletedAt, $"course:{course}", titles[course])
                {
                    Minutes = MinutesOf(read[(person, course)].Where(lesson => IsOf(lesson.FinishedAt)).Select(lesson => lesson.Time)),
                    Detail = $"{completion.Edition}",
                    BranchId = completion.BranchId,
                };

                // What was read for an earlier time counted then, and what was read since counts next.
                bool IsOf(DateTimeOffset? readAt) => readAt <= completion.CompletedAt
                    && !finished[(person, course)].Any(earlier => readAt <= earlier && earlier < completion.CompletedAt);
            }
        }

        public async Task RecordAsync(IReadOnlyCollection<Attestation> attestations, CancellationToken ct)
        {
            db.DemandTurn();
            var ids = attestations.Select(a => a.CourseId).Distinct();
            var titles = await db.Courses.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
            await db.RecordAsync([.. attestations.Select(Told)], ct);

            Happening Told(Attestation signed) => new(
                signed.EmployeeId, ArchiveKind.Attestation, $"attestation:{signed.CourseId}/{signed.Edition}/{signed.EmployeeId}",
                signed.SignedAt, $"course:{signed.CourseId}", titles[signed.CourseId])
            {
                Detail = $"{signed.Edition}",
                BranchId = signed.BranchId,
                PositionId = signed.PositionId,
            };
        }
    }

    /// <summary>
    /// At most twice the time that a lesson takes is learning; beyond that the page lay open.
    /// </summary>
    private static TimeSpan TimeThatCounts(TimeSpan read, TimeSpan usual) => read < usual * 2 ? read : usual * 2;

    /// <summary>A minute that was begun counts.</summary>
    private static int MinutesOf(IEnumerable<TimeSpan> read) => (int)Math.Ceiling(read.Sum(time => time.TotalMinutes));
}

/// <summary>Courses that were finished before there was an archive.</summary>
internal sealed class CompletionHistory : IHistorySource
{
    public string Name => "completions";

    public Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct) => db.Completions
        .Where(c => c.SubjectKind == SubjectKind.Course).OrderBy(c => c.CompletedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);

    public async Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct) => await db.RecordAsync(
        await db.Completions.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.CompletedAt).ThenBy(c => c.Id)
            .ToListAsync(ct),
        ct);
}

/// <summary>What was signed before there was an archive.</summary>
internal sealed class AttestationHistory : IHistorySource
{
    public string Name => "attestations";

    public Task<List<long>> IdsAsync(AcademyDb db, CancellationToken ct) =>
        db.Attestations.OrderBy(a => a.SignedAt).ThenBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);

    public async Task EnterAsync(AcademyDb db, IReadOnlyList<long> ids, CancellationToken ct) => await db.RecordAsync(
        await db.Attestations.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.SignedAt).ThenBy(a => a.Id)
            .ToListAsync(ct),
        ct);
}
