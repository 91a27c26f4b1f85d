namespace Academy.Domain.Learning;

/// <summary>A topic of a lesson; its slug is unique in the course and is what questions point at.</summary>
public sealed class Clause
{
    private Clause() { }

    public Clause(string slug) => Slug = slug;

    public long Id { get; private set; }
    public long LessonId { get; private set; }
    public Lesson Lesson { get; private set; } = null!;
    public string Slug { get; private set; } = "";
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>When its text was last changed by a new edition of its lesson; null while it stands as it was first written.</summary>
    public DateTimeOffset? RevisedAt { get; internal set; }

    public void Describe(int number, string title)
    {
        Number = number;
        Title = title;
    }
}
