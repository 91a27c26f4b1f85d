namespace Academy.Domain.Learning;

/// <summary>An ordered set of lessons on one subject.</summary>
public sealed class Course
{
    private Course() { }

    public Course(string slug) => Slug = slug;

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string ShortTitle { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public int Order { get; private set; }
    public int Edition { get; private set; }
    public DateOnly EditedOn { get; private set; }
    public ICollection<Lesson> Lessons { get; } = [];

    public void Describe(string title, string shortTitle, string summary, int order)
    {
        Title = title;
        ShortTitle = shortTitle;
        Summary = summary;
        Order = order;
    }

    public void Publish(int edition, DateOnly day)
    {
        Edition = edition;
        EditedOn = day;
    }
}
