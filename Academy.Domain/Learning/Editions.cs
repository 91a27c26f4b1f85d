namespace Academy.Domain.Learning;

/// <summary>A lesson in an edition of its course: which of the lesson's texts it was.</summary>
public sealed record EditionLesson(string Slug, int Edition);

/// <summary>What a course held from one publishing to the next. Never changed.</summary>
public sealed class CourseEdition
{
    private CourseEdition() { }

    public CourseEdition(int number, IReadOnlyList<EditionLesson> lessons, long? publishedById, string note, DateTimeOffset now)
    {
        Number = number;
        Lessons = lessons;
        PublishedById = publishedById;
        Note = note;
        PublishedAt = now;
    }

    public long Id { get; private set; }
    public long CourseId { get; private set; }
    public int Number { get; private set; }
    public IReadOnlyList<EditionLesson> Lessons { get; private set; } = [];

    /// <summary>Null when it came with the academy.</summary>
    public long? PublishedById { get; private set; }

    /// <summary>What is new, in the author's words.</summary>
    public string Note { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }
}

/// <summary>The text of a lesson from one publishing to the next. Never changed.</summary>
public sealed class LessonEdition
{
    private LessonEdition() { }

    public LessonEdition(int number, LessonDraft draft, long? authorId, DateTimeOffset now)
    {
        Number = number;
        Title = draft.Title;
        Document = draft.Document;
        ReadingTime = draft.ReadingTime;
        PlainText = draft.PlainText;
        AuthorId = authorId;
        PublishedAt = now;
    }

    public long Id { get; private set; }
    public long LessonId { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public LessonDocument Document { get; private set; } = LessonDocument.Empty;
    public TimeSpan ReadingTime { get; private set; }
    public string PlainText { get; private set; } = "";

    /// <summary>Null when it came with the academy.</summary>
    public long? AuthorId { get; private set; }
    public DateTimeOffset PublishedAt { get; private set; }
}

/// <summary>How the source of a lesson is written.</summary>
public enum ManuscriptFormat { Markdown, Html }

/// <summary>The next text of a lesson while its author works on it. Readers see it once the course is published.</summary>
public sealed class Manuscript
{
    private Manuscript() { }

    public Manuscript(string title, ManuscriptFormat format, string source, long authorId, DateTimeOffset now) =>
        Rewrite(title, format, source, authorId, now);

    public long Id { get; private set; }
    public long LessonId { get; private set; }
    public string Title { get; private set; } = "";
    public ManuscriptFormat Format { get; private set; }

    /// <summary>Markdown as the author typed it, or the safe HTML that an uploaded document was turned into.</summary>
    public string Source { get; private set; } = "";
    public long AuthorId { get; private set; }
    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>Whether the author wrote the same before.</summary>
    public bool IsLike(string title, ManuscriptFormat format, string source, long authorId) =>
        (Title, Format, Source, AuthorId) == (title, format, source, authorId);

    public void Rewrite(string title, ManuscriptFormat format, string source, long authorId, DateTimeOffset now)
    {
        Title = title;
        Format = format;
        Source = source;
        AuthorId = authorId;
        EditedAt = now;
    }
}

/// <summary>A file beside a lesson: a document, slides, a picture, a recording. Its bytes are in the vault.</summary>
public sealed class Attachment
{
    private Attachment() { }

    public Attachment(string name, string mediaType, string digest, long size, long addedById, DateTimeOffset now)
    {
        Name = name;
        MediaType = mediaType;
        Digest = digest;
        Size = size;
        AddedById = addedById;
        AddedAt = now;
    }

    public long Id { get; private set; }
    public long LessonId { get; private set; }
    public Lesson Lesson { get; private set; } = null!;
    public string Name { get; private set; } = "";

    /// <summary>As its content shows, whatever the name says.</summary>
    public string MediaType { get; private set; } = "";
    public string Digest { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }
    public long AddedById { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
