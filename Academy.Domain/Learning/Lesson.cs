using System.Globalization;

namespace Academy.Domain.Learning;

/// <summary>One sitting's reading in a course.</summary>
public sealed class Lesson
{
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
    public LessonDocument Document { get; private set; } = LessonDocument.Empty;
    public string PlainText { get; private set; } = "";

    /// <summary>The text in force; 0 while there is only a manuscript.</summary>
    public int Edition { get; private set; }

    /// <summary>Whether the bank wrote the text in force itself, rather than having it from the academy's content.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>A retired lesson is in no edition of its course any more; what people did in it stays.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public ICollection<Clause> Clauses { get; } = [];
    public ICollection<LessonEdition> Editions { get; } = [];
    public ICollection<Attachment> Attachments { get; } = [];
    public Manuscript? Manuscript { get; private set; }

    /// <summary>
    /// Another after each saving and each publishing, so that of two authors who began from the
    /// same text the second is told.
    /// </summary>
    public string Revision => string.Create(CultureInfo.InvariantCulture, $"{Edition}-{Manuscript?.EditedAt.UtcTicks ?? 0:x}");

    /// <summary>Whether its course has it: it has a text and is not retired. Readers see it where the course is published.</summary>
    public bool IsTaught => Edition > 0 && RetiredAt is null;

    /// <summary>What reading this lesson takes at the least.</summary>
    public TimeSpan PlausibleTime => LessonMeasure.Of(this).PlausibleTime;

    public void PlaceAt(int number) => Number = number;

    /// <summary>Names a lesson that has no text yet.</summary>
    public void Name(string title) => Title = title;

    public void Write(string title, ManuscriptFormat format, string source, long authorId, DateTimeOffset now)
    {
        if (Manuscript is null) Manuscript = new Manuscript(title, format, source, authorId, now);
        else Manuscript.Rewrite(title, format, source, authorId, now);
    }

    public void DropManuscript() => Manuscript = null;

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    public void Restore() => RetiredAt = null;

    /// <summary>Puts a text in force as the next edition; the ones before are kept. The same text again makes none.</summary>
    public void Revise(LessonDraft draft, long? authorId, DateTimeOffset now)
    {
        if (Edition > 0 && Title == draft.Title && Document.IsLike(draft.Document)) return;

        Edition++;
        IsOwn = authorId is not null;
        Editions.Add(new LessonEdition(Edition, draft, authorId, now));
        ReviseClauses(draft.Document, now);
        Title = draft.Title;
        Document = draft.Document;
        ReadingTime = draft.ReadingTime;
        PlainText = draft.PlainText;
    }

    private void ReviseClauses(LessonDocument document, DateTimeOffset now)
    {
        var before = Document.Clauses.ToDictionary(c => c.Slug, c => (c.Title, c.Html));
        var slugs = document.Clauses.Select(c => c.Slug).ToHashSet();
        foreach (var gone in Clauses.Where(c => !slugs.Contains(c.Slug)).ToList()) Clauses.Remove(gone);
        foreach (var part in document.Clauses)
        {
            var clause = Clauses.SingleOrDefault(c => c.Slug == part.Slug);
            if (clause is null) Clauses.Add(clause = new Clause(part.Slug));
            clause.Describe(part.Number, part.Title);
            if (before.TryGetValue(part.Slug, out var held) && held != (part.Title, part.Html)) clause.RevisedAt = now;
        }
    }
}
