namespace Academy.Domain.Learning;

/// <summary>How much there is to read in a lesson: whoever counts reading has no need of the text.</summary>
public readonly record struct LessonMeasure(TimeSpan ReadingTime, int Clauses)
{
    /// <summary>Nobody takes in a text in less than this share of its reading time.</summary>
    private const double PlausibleShare = 0.4;

    /// <summary>What reading the lesson takes at the least.</summary>
    public TimeSpan PlausibleTime => ReadingTime * PlausibleShare;

    public static LessonMeasure Of(Lesson lesson) => new(lesson.ReadingTime, lesson.Document.Clauses.Count());
}
