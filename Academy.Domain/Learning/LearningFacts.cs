using Academy.Domain.Auditing;

namespace Academy.Domain.Learning;

/// <summary>Who sees a course.</summary>
internal sealed record CourseStateFacts(CourseState State) : IFacts;

/// <summary>In which order the lessons of a course stand.</summary>
internal sealed record CourseOrderFacts(IReadOnlyList<string> Lessons) : IFacts;

/// <summary>What a course holds since its last publishing.</summary>
internal sealed record CourseEditionFacts(int Edition, string? Note, IReadOnlyList<string> Lessons) : IFacts
{
    public static CourseEditionFacts Of(Course course) => new(
        course.Edition,
        course.Editions.SingleOrDefault(e => e.Number == course.Edition)?.Note,
        [.. course.Lessons.Where(l => l.IsTaught).OrderBy(l => l.Number).Select(l => l.Title)]);
}

/// <summary>A lesson as readers have it.</summary>
internal sealed record LessonFacts(string Title, int Edition, bool Retired) : IFacts
{
    public static LessonFacts Of(Lesson lesson) => new(lesson.Title, lesson.Edition, lesson.RetiredAt is not null);
}

/// <summary>The next text of a lesson, in short.</summary>
internal sealed record ManuscriptFacts(string Title, int Characters) : IFacts
{
    public static ManuscriptFacts? Of(Manuscript? manuscript) =>
        manuscript is null ? null : new ManuscriptFacts(manuscript.Title, manuscript.Source.Length);
}

/// <summary>A file beside a lesson.</summary>
internal sealed record AttachmentFacts(string Name, string MediaType, long Size, string Digest) : IFacts
{
    public static AttachmentFacts Of(Attachment file) => new(file.Name, file.MediaType, file.Size, file.Digest);
}
