using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Assignments;

/// <summary>How far somebody is who has not finished: lessons read of all, or attempts taken without passing.</summary>
public readonly record struct Headway(int Read, int Lessons, int Attempts);

public static class CoverageQueries
{
    extension(AcademyDb db)
    {
        /// <summary>What each of the people has to do about a subject, with the day by which that very person must.</summary>
        public async Task<Dictionary<long, IReadOnlyList<Duty>>> DutiesAsync(
            Coverage coverage, CoveredSubject subject, IReadOnlyList<CoveredPerson> people, CancellationToken ct)
        {
            var ids = people.Select(p => p.Id).ToList();
            var assignments = subject.Duties.Select(d => d.Assignment).ToList();
            var postings = (await db.Postings.AsNoTracking().Where(p => ids.Contains(p.EmployeeId)).ToListAsync(ct))
                .ToLookup(p => p.EmployeeId);
            return ids.ToDictionary(id => id, id => Duties.On(coverage.Day, id, [.. postings[id]], assignments, coverage.Organization));
        }

        /// <summary>How far each of the people is with a subject.</summary>
        public async Task<Dictionary<long, Headway>> HeadwaysAsync(
            CoveredSubject subject, IReadOnlyList<CoveredPerson> people, CancellationToken ct)
        {
            var ids = people.Select(p => p.Id).ToList();
            if (subject.Subject.Kind == SubjectKind.Quiz)
            {
                var taken = await db.Attempts
                    .Where(a => ids.Contains(a.EmployeeId) && a.QuizId == subject.Subject.Id && a.SubmittedAt != null)
                    .GroupBy(a => a.EmployeeId)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
                return ids.ToDictionary(id => id, id => new Headway(0, 0, taken.GetValueOrDefault(id)));
            }

            var lessons = await db.Lessons.InForce().Where(l => l.CourseId == subject.Subject.Id).Select(l => l.Id).ToListAsync(ct);
            var read = await db.Progress.Where(p => ids.Contains(p.EmployeeId) && lessons.Contains(p.LessonId) && p.FinishedAt != null)
                .GroupBy(p => p.EmployeeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            return ids.ToDictionary(id => id, id => new Headway(read.GetValueOrDefault(id), lessons.Count, 0));
        }
    }
}
