using Academy.Domain.Assignments;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Certification;

public static class CertificationQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Scheme> Schemes => db.Set<Scheme>();
        public DbSet<Certificate> Certificates => db.Set<Certificate>();
        public DbSet<Renewal> Renewals => db.Set<Renewal>();
        public DbSet<Revocation> Revocations => db.Set<Revocation>();

        /// <summary>What is to know of some people to say which certificates of some schemes are due.</summary>
        public async Task<IReadOnlyList<Dossier>> DossiersAsync(
            IReadOnlyCollection<long> people, IReadOnlyCollection<SchemeTerms> schemes, LevelTable levels, BankZone zone,
            DateTimeOffset now, CancellationToken ct)
        {
            var postings = (await db.Postings.AsNoTracking().Where(p => people.Contains(p.EmployeeId)).ToListAsync(ct))
                .ToLookup(p => p.EmployeeId);
            var certificates = (await db.Certificates.AsNoTracking().WithFate().Where(c => people.Contains(c.EmployeeId)).ToListAsync(ct))
                .ToLookup(c => c.EmployeeId);
            var asked = schemes.SelectMany(terms => terms.Asked).ToLookup(requirement => requirement.Kind, requirement => requirement.Of);
            var feats = (await db.FeatsAsync(people, asked, levels, zone, now, ct)).ToLookup(own => own.EmployeeId, own => own.Feat);
            return [.. people.Select(id => new Dossier(id, [.. feats[id]], [.. postings[id]], [.. certificates[id]]))];
        }

        private async Task<List<(long EmployeeId, Feat Feat)>> FeatsAsync(
            IReadOnlyCollection<long> people, ILookup<RequirementKind, string> asked, LevelTable levels, BankZone zone, DateTimeOffset now,
            CancellationToken ct) =>
        [
            .. await db.CoursesDoneAsync(people, [.. asked[RequirementKind.Course]], zone, ct),
            .. await db.QuizzesDoneAsync(people, [.. asked[RequirementKind.Quiz]], zone, now, ct),
            .. await db.LevelsReachedAsync(people, [.. asked[RequirementKind.Drill]], levels, zone, ct),
            .. await db.RanksReachedAsync(people, [.. asked[RequirementKind.Contest]], zone, ct),
        ];

        private async Task<IEnumerable<(long EmployeeId, Feat Feat)>> CoursesDoneAsync(
            IReadOnlyCollection<long> people, IReadOnlyList<string> slugs, BankZone zone, CancellationToken ct)
        {
            if (slugs.Count == 0) return [];

            var courses = await db.Courses.Where(c => slugs.Contains(c.Slug)).ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
            var (ids, least) = (courses.Keys.ToList(), await db.LeastEditionsAsync(ct));
            var done = await db.Completions.AsNoTracking()
                .Where(c => c.SubjectKind == SubjectKind.Course && ids.Contains(c.SubjectId) && people.Contains(c.EmployeeId))
                .ToListAsync(ct);
            return done
                .Where(c => c.Edition >= least.GetValueOrDefault(new Subject(c.SubjectKind, c.SubjectId)))
                .Select(c => (c.EmployeeId, new Feat(RequirementKind.Course, courses[c.SubjectId], zone.DayOf(c.CompletedAt))));
        }

        /// <summary>Papers whose scores are not released yet tell nothing.</summary>
        private async Task<IEnumerable<(long EmployeeId, Feat Feat)>> QuizzesDoneAsync(
            IReadOnlyCollection<long> people, IReadOnlyList<string> slugs, BankZone zone, DateTimeOffset now, CancellationToken ct)
        {
            if (slugs.Count == 0) return [];

            var done = await db.Attempts
                .Where(a => people.Contains(a.EmployeeId) && slugs.Contains(a.Quiz.Slug) && a.SubmittedAt != null && a.Score != null)
                .ScoreReleased(now)
                .Select(a => new { a.EmployeeId, a.Quiz.Slug, a.SubmittedAt, a.Score, a.MaxScore, a.HasPassed })
                .ToListAsync(ct);
            return done.Select(a => (a.EmployeeId, new Feat(RequirementKind.Quiz, a.Slug, zone.DayOf(a.SubmittedAt!.Value))
            {
                Figure = a.Score!.Value.Value,
                Worth = a.MaxScore.Value,
                HasPassed = a.HasPassed,
            }));
        }

        /// <summary>Runs that count, in practice and in contests, save behind a freeze; of a day the best is enough.</summary>
        private async Task<IEnumerable<(long EmployeeId, Feat Feat)>> LevelsReachedAsync(
            IReadOnlyCollection<long> people, IReadOnlyList<string> slugs, LevelTable levels, BankZone zone, CancellationToken ct)
        {
            if (slugs.Count == 0) return [];

            var runs = await db.ShownRuns()
                .Where(r => r.Counts && r.EndedAt != null && slugs.Contains(r.Discipline) && people.Contains(r.EmployeeId))
                .Select(r => new { r.EmployeeId, r.Discipline, Score = r.Score!.Value, EndedAt = r.EndedAt!.Value })
                .ToListAsync(ct);
            return from run in runs
                   let discipline = Discipline.Named(run.Discipline)!
                   let level = levels.Of(discipline, run.Score)
                   where level is not null
                   group new Feat(RequirementKind.Drill, run.Discipline, zone.DayOf(run.EndedAt))
                   {
                       Figure = discipline.FigureOf(run.Score),
                       Level = level.Number,
                   }
                   by (run.EmployeeId, run.Discipline, zone.DayOf(run.EndedAt)) into day
                   select (day.Key.EmployeeId, day.MinBy(feat => feat.Level)!);
        }

        /// <summary>Only what is final counts.</summary>
        private async Task<IEnumerable<(long EmployeeId, Feat Feat)>> RanksReachedAsync(
            IReadOnlyCollection<long> people, IReadOnlyList<string> slugs, BankZone zone, CancellationToken ct)
        {
            if (slugs.Count == 0) return [];

            var rows =
                from row in db.Set<FinalRow>()
                join board in db.Set<FinalBoard>() on row.EventId equals board.EventId
                join held in db.Set<Event>() on row.EventId equals held.Id
                where people.Contains(row.EmployeeId) && slugs.Contains(held.Discipline)
                select new { row.EmployeeId, held.Discipline, row.Rank, row.Score, board.KeptAt };
            return (await rows.ToListAsync(ct)).Select(row => (
                row.EmployeeId,
                new Feat(RequirementKind.Contest, row.Discipline, zone.DayOf(row.KeptAt))
                {
                    Figure = Discipline.Named(row.Discipline)!.FigureOf(row.Score),
                    Rank = row.Rank,
                }));
        }
    }

    extension(IQueryable<Scheme> schemes)
    {
        public IQueryable<Scheme> InForce() => schemes.Where(s => s.WithdrawnAt == null);
    }

    extension(IQueryable<Certificate> certificates)
    {
        /// <summary>With what became of them.</summary>
        public IQueryable<Certificate> WithFate() =>
            certificates.Include(c => c.Revocation).Include(c => c.RenewedBy).ThenInclude(r => r!.Certificate);

        /// <summary>Those that have not been replaced or taken back, whatever their last day is.</summary>
        public IQueryable<Certificate> Standing() => certificates.Where(c => c.Revocation == null && c.RenewedBy == null);

        /// <summary>Those that are still good on a day, with those in grace.</summary>
        public IQueryable<Certificate> GoodOn(DateOnly day) => certificates.Standing().Where(c => c.GraceUntil >= day);

        /// <summary>As <see cref="Certificate.StateOn"/> says of today.</summary>
        public IQueryable<Certificate> InState(CertificateState state, DateOnly today) => state switch
        {
            CertificateState.Valid => certificates.Standing().Where(c => c.ExpiresOn >= today && c.RenewableOn > today),
            CertificateState.Renewable => certificates.Standing().Where(c => c.ExpiresOn >= today && c.RenewableOn <= today),
            CertificateState.InGrace => certificates.Standing().Where(c => c.ExpiresOn < today && c.GraceUntil >= today),
            CertificateState.Expired => certificates.Standing().Where(c => c.GraceUntil < today),
            CertificateState.Renewed => certificates.Where(c => c.Revocation == null && c.RenewedBy != null),
            CertificateState.Revoked => certificates.Where(c => c.Revocation != null),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
