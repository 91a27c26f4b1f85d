using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

/// <summary>One lesson in a contents list, with how far the reader is.</summary>
public sealed record LessonProgress(
    string Slug, string Title, int Number, TimeSpan ReadingTime, int Clauses, int FurthestClause, bool IsFinished)
{
    public bool IsBegun => FurthestClause > 0 && !IsFinished;
}

/// <summary>One course as somebody sees it: its lessons in order and how far the person is in each.</summary>
public sealed record CourseProgress(
    string Slug, string Title, string ShortTitle, string Summary, int Edition, DateOnly EditedOn, IReadOnlyList<LessonProgress> Lessons)
{
    public Subject Subject { get; init; }

    public int Finished => Lessons.Count(l => l.IsFinished);
    public bool IsBegun => Lessons.Any(l => l.IsFinished || l.IsBegun);
    public bool IsFinished => Finished == Lessons.Count;

    /// <summary>Where to go on reading; null when all is read.</summary>
    public LessonProgress? Next => Lessons.FirstOrDefault(l => !l.IsFinished);

    public TimeSpan ReadingTime => Sum(Lessons);
    public TimeSpan ReadingTimeLeft => Sum(Lessons.Where(l => !l.IsFinished));

    private static TimeSpan Sum(IEnumerable<LessonProgress> lessons) =>
        lessons.Aggregate(TimeSpan.Zero, (sum, lesson) => sum + lesson.ReadingTime);
}

/// <summary>Where a clause is taught, for links from questions.</summary>
public sealed record ClauseAddress(string Course, string CourseTitle, string Lesson, string Clause, int Number, string Title)
{
    /// <summary>What questions are tagged with: <c>course/clause</c>.</summary>
    public string Topic => $"{Course}/{Clause}";

    public string Path => Addresses.OfPlace(Course, $"{Lesson}#{Clause}");
}

public static class LearningQueries
{
    extension(AcademyDb db)
    {
        public DbSet<Course> Courses => db.Set<Course>();
        public DbSet<Lesson> Lessons => db.Set<Lesson>();
        public DbSet<Clause> Clauses => db.Set<Clause>();
        public DbSet<Progress> Progress => db.Set<Progress>();
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
        public DbSet<Attestation> Attestations => db.Set<Attestation>();
        public DbSet<Completion> Completions => db.Set<Completion>();

        /// <summary>All courses in their order, or the one of the given slug, with how far the person is.</summary>
        public async Task<List<CourseProgress>> CourseProgressAsync(long employeeId, string? slug, CancellationToken ct)
        {
            var progress = db.Progress;
            var rows = await db.Lessons.InForce()
                .Where(l => slug == null || l.Course.Slug == slug)
                .OrderBy(l => l.Course.Order).ThenBy(l => l.Number)
                .Select(l => new
                {
                    l.CourseId,
                    l.Course.Slug,
                    l.Course.Title,
                    l.Course.ShortTitle,
                    l.Course.Summary,
                    l.Course.Edition,
                    l.Course.EditedOn,
                    Lesson = new { l.Slug, l.Title, l.Number, l.ReadingTime, Clauses = l.Clauses.Count },
                    Read = progress.Where(p => p.LessonId == l.Id && p.EmployeeId == employeeId)
                        .Select(p => new { p.FurthestClause, p.FinishedAt }).FirstOrDefault(),
                })
                .AsNoTracking().ToListAsync(ct);
            return [.. rows
                .GroupBy(r => r.Slug)
                .Select(lessons => (First: lessons.First(), Lessons: lessons))
                .Select(course => new CourseProgress(
                    course.First.Slug,
                    course.First.Title,
                    course.First.ShortTitle,
                    course.First.Summary,
                    course.First.Edition,
                    course.First.EditedOn,
                    [.. course.Lessons.Select((r, index) => new LessonProgress(
                        r.Lesson.Slug, r.Lesson.Title, index + 1, r.Lesson.ReadingTime, r.Lesson.Clauses,
                        r.Read?.FurthestClause ?? 0, r.Read?.FinishedAt is not null))])
                { Subject = new Subject(SubjectKind.Course, course.First.CourseId) })];
        }

        /// <summary>The addresses of the given <c>course/clause</c> topics; topics that no lesson teaches are left out.</summary>
        public async Task<Dictionary<string, ClauseAddress>> ClauseAddressesAsync(IReadOnlyCollection<string> topics, CancellationToken ct)
        {
            var slugs = topics.Select(topic => topic[(topic.IndexOf('/', StringComparison.Ordinal) + 1)..]).Distinct().ToList();
            var clauses = await db.Lessons.InForce()
                .SelectMany(l => l.Clauses)
                .Where(c => slugs.Contains(c.Slug))
                .Select(c => new ClauseAddress(c.Lesson.Course.Slug, c.Lesson.Course.Title, c.Lesson.Slug, c.Slug, c.Number, c.Title))
                .ToListAsync(ct);
            return clauses.Where(c => topics.Contains(c.Topic)).ToDictionary(c => c.Topic);
        }

        /// <summary>The lines that tell how a course or one of its lessons was changed.</summary>
        public IQueryable<AuditEntry> ChangeLinesOfCourse(string slug)
        {
            var lessons = $"{slug}/";
            Act[] acts = [.. LearningTrail.ChangesOfCourse.Acts, .. LearningTrail.ChangesOfLesson.Acts];
            return db.AuditEntries.AsNoTracking()
                .Where(e => (e.Subject == LearningTrail.Course && e.SubjectKey == slug)
                    || (e.Subject == LearningTrail.Lesson && e.SubjectKey.StartsWith(lessons)))
                .Where(e => acts.Contains(e.Act));
        }

        /// <summary>When the last of the lessons in force was read; null while one is not.</summary>
        public async Task<DateTimeOffset?> LastReadAsync(long employeeId, long courseId, CancellationToken ct)
        {
            var progress = db.Progress;
            var finished = await db.Lessons.Taught().Where(l => l.CourseId == courseId)
                .Select(l => progress
                    .Where(p => p.LessonId == l.Id && p.EmployeeId == employeeId)
                    .Select(p => p.FinishedAt)
                    .FirstOrDefault())
                .ToListAsync(ct);
            return finished.Count > 0 && finished.TrueForAll(at => at is not null) ? finished.Max() : null;
        }
    }

    extension(IQueryable<Progress> progress)
    {
        public IQueryable<Progress> Of(long employeeId) => progress.Where(p => p.EmployeeId == employeeId);
    }

    extension(IQueryable<Completion> completions)
    {
        public IQueryable<Completion> Of(long employeeId, Subject subject) =>
            completions.Where(c => c.EmployeeId == employeeId && c.SubjectKind == subject.Kind && c.SubjectId == subject.Id);
    }

    extension(IQueryable<Course> courses)
    {
        /// <summary>With all that a publishing looks at and touches: editions, and lessons with their clauses and manuscripts.</summary>
        public IQueryable<Course> WithManuscripts() => courses.Include(c => c.Editions)
            .Include(c => c.Lessons).ThenInclude(l => l.Manuscript)
            .Include(c => c.Lessons).ThenInclude(l => l.Clauses).AsSplitQuery();
    }

    extension(IQueryable<Lesson> lessons)
    {
        /// <summary>With what its author works on.</summary>
        public IQueryable<Lesson> ForEditor() => lessons.Include(l => l.Course).Include(l => l.Manuscript);

        /// <summary>Those that their courses have, published or not, as <see cref="Lesson.IsTaught"/> says.</summary>
        public IQueryable<Lesson> Taught() => lessons.Where(l => l.Edition > 0 && l.RetiredAt == null);

        /// <summary>What readers see: what published courses have.</summary>
        public IQueryable<Lesson> InForce() => lessons.Taught().Where(l => l.Course.State == CourseState.Published);

        public IQueryable<Lesson> At(string course, string slug) => lessons.Where(l => l.Course.Slug == course && l.Slug == slug);
    }
}
