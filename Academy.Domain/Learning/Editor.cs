using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

public enum EditorRefusal
{
    TitleMissing,
    TitleTooLong,
    SlugMalformed,
    SlugTaken,
    SavedMeanwhile,
    NothingNew,
    NoLessons,
    TextMissing,
    TextTooLong,
    CaseUnreadable,
}

/// <summary>What a publishing would put in force for one lesson; no draft when there is no new text.</summary>
public sealed record Proof(Lesson Lesson, LessonDraft? Draft)
{
    public bool IsFirst => Lesson.Edition == 0;
}

/// <summary>Sees courses and lessons through: from manuscript to edition, and out of the catalogue.</summary>
public sealed class Editor(AcademyDb db, FileVault vault, Tutor tutor, BankZone zone, TimeProvider clock)
{
    public const int LongestTitle = 100;
    public const int LongestShortTitle = 20;
    public const int LongestText = 200_000;
    private const string NewCourse = "course";
    private const string NewLesson = "lesson";

    /// <summary>Parts of addresses that pages have.</summary>
    private static readonly string[] Reserved = ["new", "lessons", "edition", "order", "retirement"];

    public async Task<(Course? Course, EditorRefusal? Refusal)> AddCourseAsync(
        Actor actor, string slug, string title, string shortTitle, string summary, AttestationRule rule, CancellationToken ct)
    {
        var slugs = await db.Courses.Select(c => c.Slug).ToListAsync(ct);
        slug = slug.Length > 0 ? slug : Free(NewCourse, slugs);
        if ((Objection(title, shortTitle) ?? SlugObjection(slug, slugs)) is { } refusal) return (null, refusal);

        var course = db.Add(new Course(slug)).Entity;
        course.Describe(title, shortTitle, summary, 1 + (await db.Courses.MaxAsync(c => (int?)c.Order, ct) ?? 0));
        course.AskFor(rule);
        Write(actor, LearningTrail.CourseAdded, course, null, Facts(course));
        await db.SaveChangesAsync(ct);
        return (course, null);
    }

    public async Task<EditorRefusal?> DescribeAsync(
        Actor actor, Course course, string title, string shortTitle, string summary, AttestationRule rule, CancellationToken ct)
    {
        if (Objection(title, shortTitle) is { } refusal) return refusal;

        var before = Facts(course);
        course.Describe(title, shortTitle, summary, course.Order);
        course.AskFor(rule);
        if (!before.Equals(Facts(course))) Write(actor, LearningTrail.CourseEdited, course, before, Facts(course));
        await SaveAndSettleAsync(course, ct);
        return null;
    }

    /// <summary>The course must have its lessons.</summary>
    public async Task MoveLessonAsync(Actor actor, Course course, string slug, int step, CancellationToken ct)
    {
        var order = course.Lessons.Where(l => l.RetiredAt is null).OrderBy(l => l.Number).ToList();
        var from = order.FindIndex(l => l.Slug == slug);
        var to = from + Math.Sign(step);
        if (from < 0 || to < 0 || to >= order.Count) return;

        var before = new { Lessons = order.Select(l => l.Title).ToList() };
        (order[from], order[to]) = (order[to], order[from]);
        foreach (var (index, lesson) in order.Concat(course.Lessons.Where(l => l.RetiredAt is not null).OrderBy(l => l.Number)).Index())
            lesson.PlaceAt(index + 1);
        Write(actor, LearningTrail.CourseEdited, course, before, new { Lessons = order.Select(l => l.Title).ToList() });
        await db.SaveChangesAsync(ct);
    }

    public async Task RetireAsync(Actor actor, Course course, CancellationToken ct)
    {
        var before = new { course.State };
        course.Retire();
        Write(actor, LearningTrail.CourseRetired, course, before, new { course.State });
        await SaveAndSettleAsync(course, ct);
    }

    public async Task RestoreAsync(Actor actor, Course course, CancellationToken ct)
    {
        var before = new { course.State };
        course.Restore();
        Write(actor, LearningTrail.CourseRestored, course, before, new { course.State });
        await SaveAndSettleAsync(course, ct);
    }

    /// <summary>The course must have its lessons.</summary>
    public async Task<(Lesson? Lesson, EditorRefusal? Refusal)> AddLessonAsync(
        Actor actor, Course course, string slug, string title, CancellationToken ct)
    {
        var slugs = course.Lessons.Select(l => l.Slug).ToList();
        slug = slug.Length > 0 ? slug : Free(NewLesson, slugs);
        if ((Objection(title, "") ?? SlugObjection(slug, slugs)) is { } refusal) return (null, refusal);

        var lesson = new Lesson(slug);
        lesson.Name(title);
        lesson.PlaceAt(1 + course.Lessons.Select(l => l.Number).DefaultIfEmpty(0).Max());
        course.Lessons.Add(lesson);
        Write(actor, LearningTrail.LessonAdded, course, lesson, null, new { lesson.Title });
        await db.SaveChangesAsync(ct);
        return (lesson, null);
    }

    /// <summary>The lesson must have its course and manuscript.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="revision">The lesson's <see cref="Lesson.Revision"/> that the author began from.</param>
    /// <param name="title">Its next title.</param>
    /// <param name="format">How the text is written.</param>
    /// <param name="text">Its next text.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<EditorRefusal?> WriteAsync(
        Actor actor, Lesson lesson, string revision, string title, ManuscriptFormat format, ManuscriptText text, CancellationToken ct)
    {
        if (Objection(title, "") is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(text.Body)) return EditorRefusal.TextMissing;
        var source = text.ToSource();
        if (source.Length > LongestText) return EditorRefusal.TextTooLong;
        if (!IsReadable(title, format, source)) return EditorRefusal.CaseUnreadable;

        // Of two who save at once the second finds the first: only one at a time is between beginning and end of a transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await RevisionAsync(lesson.Id, ct) != revision) return EditorRefusal.SavedMeanwhile;

        var before = lesson.Manuscript is { } manuscript ? new { manuscript.Title, Characters = manuscript.Source.Length } : null;
        lesson.Write(title, format, source, actor.Id!.Value, clock.GetUtcNow());
        if (lesson.Edition == 0) lesson.Name(title);
        Write(actor, LearningTrail.LessonEdited, lesson.Course, lesson, before, new { Title = title, Characters = source.Length });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<string> RevisionAsync(long lessonId, CancellationToken ct) =>
        (await db.Lessons.Include(l => l.Manuscript).AsNoTracking().SingleAsync(l => l.Id == lessonId, ct)).Revision;

    /// <summary>The lesson must have its course.</summary>
    public async Task RetireLessonAsync(Actor actor, Lesson lesson, CancellationToken ct)
    {
        lesson.Retire(clock.GetUtcNow());
        Write(actor, LearningTrail.LessonRetired, lesson.Course, lesson, new { Retired = false }, new { Retired = true });
        await SaveAndSettleAsync(lesson.Course, ct);
    }

    /// <summary>The lesson must have its course.</summary>
    public async Task RestoreLessonAsync(Actor actor, Lesson lesson, CancellationToken ct)
    {
        lesson.Restore();
        Write(actor, LearningTrail.LessonEdited, lesson.Course, lesson, new { Retired = true }, new { Retired = false });
        await SaveAndSettleAsync(lesson.Course, ct);
    }

    /// <summary>Takes a file beside the lesson, if its content is what its name says; otherwise nothing is kept.</summary>
    public async Task<UploadRefusal?> AttachAsync(Actor actor, Lesson lesson, string name, Stream content, CancellationToken ct)
    {
        name = Path.GetFileName(name);
        if (AttachmentKind.Named(name) is not { } kind) return UploadRefusal.UnknownKind;

        UploadRefusal? refusal = UploadRefusal.TooLarge;
        if (await vault.TakeAsync(
            content,
            kind.MostBytes,
            file => (refusal = file.Length == 0 ? UploadRefusal.Missing : kind.Objection(file)) is null,
            ct) is not { } taken)
        {
            return refusal;
        }

        var attachment = new Attachment(
            name.Length > 200 ? name[^200..] : name, kind.MediaType, taken.Digest, taken.Size, actor.Id!.Value, clock.GetUtcNow());
        lesson.Attachments.Add(attachment);
        Write(
            actor,
            LearningTrail.AttachmentAdded,
            lesson.Course,
            lesson,
            null,
            new { attachment.Name, attachment.MediaType, attachment.Size, attachment.Digest });
        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task DetachAsync(Actor actor, Lesson lesson, Attachment attachment, CancellationToken ct)
    {
        attachment.Remove(clock.GetUtcNow());
        Write(
            actor,
            LearningTrail.AttachmentRemoved,
            lesson.Course,
            lesson,
            new { attachment.Name, attachment.MediaType, attachment.Size, attachment.Digest },
            null);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What a publishing would put in force. The course must be whole.</summary>
    public async Task<IReadOnlyList<Proof>> ProofsAsync(Course course, CancellationToken ct)
    {
        var proofs = new List<Proof>();
        foreach (var lesson in course.Lessons.Where(l => l.RetiredAt is null).OrderBy(l => l.Number))
            proofs.Add(new Proof(lesson, lesson.Manuscript is null ? null : await ProofAsync(course.Id, lesson, ct)));
        return proofs;
    }

    /// <summary>The manuscript as readers will see it once it is published; null when there is none.</summary>
    public async Task<LessonDraft?> ProofAsync(long courseId, Lesson lesson, CancellationToken ct) =>
        lesson.Manuscript is not { } manuscript
            ? null
            : ManuscriptReader.Read(manuscript.Title, manuscript.Format, manuscript.Source, await SlugsAsync(courseId, lesson, ct));

    /// <summary>Puts all manuscripts in force as one edition of the course. The course must be whole.</summary>
    public async Task<EditorRefusal?> PublishAsync(Actor actor, Course course, string note, CancellationToken ct)
    {
        var proofs = await ProofsAsync(course, ct);
        if (!proofs.Any(p => p.Draft is not null || p.Lesson.IsInForce)) return EditorRefusal.NoLessons;
        if (!course.HasNews) return EditorRefusal.NothingNew;

        var now = clock.GetUtcNow();
        var before = course.Edition;
        foreach (var (lesson, draft) in proofs) PutInForce(actor, course, lesson, draft, now);
        course.Publish(course.Edition + 1, zone.DayOf(now), actor.Id, note, now);
        Write(actor, LearningTrail.CoursePublished, course, new { Edition = before }, new
        {
            course.Edition,
            Note = note,
            Lessons = course.Lessons.Where(l => l.IsInForce).OrderBy(l => l.Number).Select(l => l.Title).ToList(),
        });
        await SaveAndSettleAsync(course, ct);
        return null;
    }

    /// <summary>What readers no longer see is not found, either, and whoever lacks nothing any more has finished.</summary>
    private async Task SaveAndSettleAsync(Course course, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.IndexCourseAsync(course.Slug, ct);
        await tutor.CompleteReadersAsync(course, ct);
        await transaction.CommitAsync(ct);
    }

    private void PutInForce(Actor actor, Course course, Lesson lesson, LessonDraft? draft, DateTimeOffset now)
    {
        if (draft is null) return;

        var before = new { lesson.Title, lesson.Edition };
        lesson.Revise(draft, actor.Id, now);
        lesson.DropManuscript();
        if (before.Edition != lesson.Edition)
            Write(actor, LearningTrail.LessonEdited, course, lesson, before, new { lesson.Title, lesson.Edition });
    }

    private async Task<ClauseSlugs> SlugsAsync(long courseId, Lesson lesson, CancellationToken ct)
    {
        var elsewhere = await db.Clauses
            .Where(c => c.Lesson.CourseId == courseId && c.LessonId != lesson.Id)
            .Select(c => c.Slug)
            .ToListAsync(ct);
        var editions = await db.Set<LessonEdition>().Where(e => e.LessonId == lesson.Id).Select(e => e.Document).ToListAsync(ct);
        return new ClauseSlugs(lesson.Slug, lesson.Document, editions.SelectMany(d => d.Clauses).Select(c => c.Slug), elsewhere);
    }

    private static bool IsReadable(string title, ManuscriptFormat format, string source)
    {
        try
        {
            ManuscriptReader.Read(title, format, source, new ClauseSlugs(NewLesson, LessonDocument.Empty, [], []));
            return true;
        }
        catch (LessonException)
        {
            return false;
        }
    }

    private static EditorRefusal? Objection(string title, string shortTitle)
    {
        if (title.Length == 0) return EditorRefusal.TitleMissing;
        return title.Length > LongestTitle || shortTitle.Length > LongestShortTitle ? EditorRefusal.TitleTooLong : null;
    }

    private static EditorRefusal? SlugObjection(string slug, List<string> taken)
    {
        if (!ClauseSlugs.IsSlug(slug)) return EditorRefusal.SlugMalformed;
        return taken.Contains(slug) || Reserved.Contains(slug) ? EditorRefusal.SlugTaken : null;
    }

    private static string Free(string stem, List<string> taken) =>
        Enumerable.Range(1, taken.Count + 1)
            .Select(n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{n}"))
            .First(slug => !taken.Contains(slug));

    private static object Facts(Course course) => new { course.Title, course.ShortTitle, course.Summary, course.Attestation };

    private void Write(Actor actor, Act act, Course course, object? before, object? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, LearningTrail.Course, course.Slug, course.Title, before, after));

    private void Write(Actor actor, Act act, Course course, Lesson lesson, object? before, object? after) =>
        db.Add(new AuditEntry(
            actor, clock.GetUtcNow(), act, LearningTrail.Lesson, $"{course.Slug}/{lesson.Slug}", lesson.Title, before, after));
}
