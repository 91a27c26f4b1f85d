namespace Academy.Domain.Learning;

/// <summary>One sitting's reading in a course.</summary>
public sealed class Lesson
{
    /// <summary>Nobody takes in a text in less than this share of its reading time.</summary>
    private const double PlausibleShare = 0.4;

    private Lesson() { }

    public Lesson(string slug) => Slug = slug;

    public long Id { get; private set; }
    public long CourseId { get; private set; }
    public Course Course { get; private set; } = null!;
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>1 for the first lesson of the course.</summary>
    public int Number { get; private set; }

    public TimeSpan ReadingTime { get; private set; }
    public LessonDocument Document { get; private set; } = null!;
    public string PlainText { get; private set; } = "";
    public ICollection<Clause> Clauses { get; } = [];

    /// <summary>What reading this lesson takes at the least.</summary>
    public TimeSpan PlausibleTime => ReadingTime * PlausibleShare;

    public void Revise(int number, LessonDraft draft)
    {
        Number = number;
        Title = draft.Title;
        Document = draft.Document;
        ReadingTime = draft.ReadingTime;
        PlainText = draft.PlainText;
        ReviseClauses(draft.Document);
    }

    private void ReviseClauses(LessonDocument document)
    {
        var slugs = document.Clauses.Select(c => c.Slug).ToHashSet();
        foreach (var gone in Clauses.Where(c => !slugs.Contains(c.Slug)).ToList()) Clauses.Remove(gone);
        foreach (var part in document.Clauses)
        {
            var clause = Clauses.SingleOrDefault(c => c.Slug == part.Slug);
            if (clause is null) Clauses.Add(clause = new Clause(part.Slug));
            clause.Describe(part.Number, part.Title);
        }
    }
}
