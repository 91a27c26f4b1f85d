using Academy.Domain.Auditing;

namespace Academy.Domain.Learning;

/// <summary>What the trail tells of here.</summary>
public static class LearningTrail
{
    public static readonly AuditSubject Course = new(nameof(Course));
    public static readonly AuditSubject Lesson = new(nameof(Lesson));

    public static readonly Act CourseAdded = new(nameof(CourseAdded));
    public static readonly Act CourseEdited = new(nameof(CourseEdited));
    public static readonly Act CoursePublished = new(nameof(CoursePublished));
    public static readonly Act CourseRetired = new(nameof(CourseRetired));
    public static readonly Act CourseRestored = new(nameof(CourseRestored));
    public static readonly Act LessonAdded = new(nameof(LessonAdded));
    public static readonly Act LessonEdited = new(nameof(LessonEdited));
    public static readonly Act LessonRetired = new(nameof(LessonRetired));
    public static readonly Act AttachmentAdded = new(nameof(AttachmentAdded));
    public static readonly Act AttachmentRemoved = new(nameof(AttachmentRemoved));

    public static readonly Changes ChangesOfCourse = new(
        Course, [CourseAdded, CourseEdited, CoursePublished, CourseRetired, CourseRestored]);

    /// <summary>What <see cref="CourseTerms.AsSeen"/> tells apart.</summary>
    public static readonly Changes ChangesOfTerms = new(Course, [CourseAdded, CourseEdited]);

    public static readonly Changes ChangesOfLesson = new(
        Lesson, [LessonAdded, LessonEdited, LessonRetired, AttachmentAdded, AttachmentRemoved]);
}
