using Academy.Domain.Learning;
using Academy.Domain.People;

namespace Academy.Domain.Opening;

/// <summary>Reading of the past, done by the same rules as real reading.</summary>
internal static class Reading
{
    /// <summary>A lesson that was opened then and read to its end.</summary>
    public static Progress Of(Employee person, Lesson lesson, DateTimeOffset opened)
    {
        var progress = new Progress(person.Id, lesson.Id);
        progress.Open(opened);
        progress.Finish(LessonMeasure.Of(lesson), lesson.ReadingTime, opened + lesson.ReadingTime);
        return progress;
    }

    /// <summary>
    /// Whoever has read a course for the first time, and it asks for a signature, signed it two minutes later, which finished it.
    /// </summary>
    public static (Attestation? Signature, Completion Completion) Conclusion(Course course, Employee person, DateTimeOffset readAt)
    {
        var asksForSignature = course.Attestation != AttestationRule.None;
        var at = asksForSignature ? readAt.AddMinutes(2) : readAt;
        return (
            asksForSignature ? new Attestation(person.Id, course.Id, course.Edition, person.BranchId, person.PositionId, at) : null,
            new Completion(person.Id, course.Subject, 1, course.Edition, person.BranchId, at));
    }
}
