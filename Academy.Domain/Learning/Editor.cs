using System.Globalization;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Files;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

public enum EditorRefusal
{
    TitleMissing,
    TitleTooLong,
    SlugMalformed,
    SlugTaken,
    SavedMeanwhile,
    ChangedMeanwhile,
    NothingNew,
    NoLessons,
    TextMissing,
    TextTooLong,
    TextTooDense,
    CaseUnreadable,
    LessonUnreadable,
    MayNotTeach,
}

/// <summary>What a publishing would put in force for one lesson.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Draft">Null when there is no new text, or none that can be read.</param>
/// <param name="IsUnreadable">Whether its new text was stored under other rules than those by which texts are read now.</param>
public sealed record Proof(Lesson Lesson, LessonDraft? Draft, bool IsUnreadable = false)
{
    public bool IsFirst => Lesson.Edition == 0;
}

/// <summary>All that a publishing would put in force.</summary>
/// <param name="Seen">What <see cref="Editor.PublishAsync"/> is told of it.</param>
/// <param name="Lessons">Lesson by lesson.</param>
public sealed record Proofs(string Seen, IReadOnlyList<Proof> Lessons)
{
    /// <summary>Those that have to be mended before anything is published.</summary>
    public IEnumerable<Lesson> Unreadable => Lessons.Where(p => p.IsUnreadable).Select(p => p.Lesson);
}

/// <summary>
/// Where a course or lesson is to be found: what its author typed, or else what the form offered when it was opened, so that
/// sending the form twice makes one.
/// </summary>
public sealed record WantedSlug(string Typed, string? Offered = null)
{
    public string First => Typed.Length > 0 ? Typed : Offered ?? "";
}

/// <summary>
/// Sees courses and lessons through: from manuscript to edition, and out of the catalogue. Texts are read and files kept before
/// the turn; a form that is sent twice is one act. Who does not teach any more when the turn comes does nothing.
/// </summary>
public sealed class Editor(AcademyDb db, FileVault vault, Tutor tutor, BankZone zone, TimeProvider clock)
{
    public const int LongestTitle = 100;
    public const int LongestShortTitle = 20;
    public const int LongestText = 200_000;
    private const string NewCourse = "course";
    private const string NewLesson = "lesson";

    /// <summary>Parts of addresses that pages have.</summary>
    private static readonly string[] Reserved = ["new", "lessons", "edition", "order", "retirement"];

    public static EditorRefusal? TitleRefusal(string title)
    {
        if (title.Length == 0) return EditorRefusal.TitleMissing;
        return title.Length > LongestTitle ? EditorRefusal.TitleTooLong : null;
    }

    /// <summary>A slug that no course has, for an empty form.</summary>
    public async Task<string> OfferCourseSlugAsync(CancellationToken ct) =>
        Free(NewCourse, await db.Courses.Select(c => c.Slug).ToListAsync(ct));

    /// <summary>A slug that no lesson of the course has, for an empty form.</summary>
    public async Task<string> OfferLessonSlugAsync(long courseId, CancellationToken ct) =>
        Free(NewLesson, await db.Lessons.Where(l => l.CourseId == courseId).Select(l => l.Slug).ToListAsync(ct));

    /// <summary>Adds a course and gives its slug; once more gives the one that is there.</summary>
    public async Task<(string? Slug, EditorRefusal? Refusal)> AddCourseAsync(
        Actor actor, WantedSlug wanted, CourseTerms terms, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return (null, refusal);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return (null, EditorRefusal.MayNotTeach);
        if (await db.Courses.SingleOrDefaultAsync(c => c.Slug == wanted.First, ct) is { State: CourseState.Draft } there
            && CourseTerms.Of(there) == terms)
        {
            return (there.Slug, null);
        }

        var slugs = await db.Courses.Select(c => c.Slug).ToListAsync(ct);
        var slug = Choose(wanted, NewCourse, slugs);
        if (SlugRefusal(slug, slugs) is { } slugRefusal) return (null, slugRefusal);

        var order = 1 + (await db.Courses.MaxAsync(c => (int?)c.Order, ct) ?? 0);
        var course = db.Add(Course.Own(slug, terms, order)).Entity;
        Record(actor, LearningTrail.CourseAdded, course, null, terms);
        await turn.CommitAsync(ct);
        return (slug, null);
    }

    /// <param name="actor">Who describes it.</param>
    /// <param name="courseId">The course.</param>
    /// <param name="seen">The <see cref="CourseTerms.AsSeen"/> that the actor began from.</param>
    /// <param name="terms">What it is to be.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<EditorRefusal?> DescribeAsync(Actor actor, long courseId, string? seen, CourseTerms terms, CancellationToken ct)
    {
        if (terms.Refusal() is { } refusal) return refusal;

        await using (var turn = await db.TakeTurnAsync(ct))
        {
            if (!await db.TeachesAsync(actor, ct)) return EditorRefusal.MayNotTeach;
            var course = await db.Courses.SingleAsync(c => c.Id == courseId, ct);
            var before = CourseTerms.Of(course);
            if (before == terms) return null;
            if (before.AsSeen() != seen) return EditorRefusal.ChangedMeanwhile;

            course.Describe(terms);
            Record(actor, LearningTrail.CourseEdited, course, before, terms);
            await turn.CommitAsync(ct);
        }

        await tutor.SettleAsync(courseId);
        return null;
    }

    /// <summary>Moves a lesson up or down among those that are not retired.</summary>
    /// <param name="actor">Who moves it.</param>
    /// <param name="courseId">The course.</param>
    /// <param name="slug">The lesson.</param>
    /// <param name="place">Where the actor saw it, from 0.</param>
    /// <param name="step">Up when it is less than 0, down when it is more.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<EditorRefusal?> MoveLessonAsync(
        Actor actor, long courseId, string slug, int place, int step, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return EditorRefusal.MayNotTeach;
        var course = await db.Courses.Include(c => c.Lessons).SingleAsync(c => c.Id == courseId, ct);
        var order = course.Lessons.Where(l => l.RetiredAt is null).OrderBy(l => l.Number).ToList();
        var (from, to) = (order.FindIndex(l => l.Slug == slug), place + Math.Sign(step));
        if (to < 0 || to >= order.Count || from == to) return null;
        if (from != place) return EditorRefusal.ChangedMeanwhile;

        var before = TitlesOf(order);
        (order[from], order[to]) = (order[to], order[from]);
        foreach (var (index, lesson) in order.Concat(course.Lessons.Where(l => l.RetiredAt is not null).OrderBy(l => l.Number)).Index())
            lesson.PlaceAt(index + 1);
        Record(actor, LearningTrail.CourseEdited, course, new CourseOrderFacts(before), new CourseOrderFacts(TitlesOf(order)));
        await turn.CommitAsync(ct);
        return null;
    }

    public Task<EditorRefusal?> RetireAsync(Actor actor, long courseId, CancellationToken ct) =>
        TurnCourseAsync(actor, LearningTrail.CourseRetired, courseId, course => course.Retire(), ct);

    public Task<EditorRefusal?> RestoreAsync(Actor actor, long courseId, CancellationToken ct) =>
        TurnCourseAsync(actor, LearningTrail.CourseRestored, courseId, course => course.Restore(), ct);

    /// <summary>Adds a lesson and gives its slug; once more gives the one that is there.</summary>
    public async Task<(string? Slug, EditorRefusal? Refusal)> AddLessonAsync(
        Actor actor, long courseId, WantedSlug wanted, string title, CancellationToken ct)
    {
        title = OneLine.Of(title);
        if (TitleRefusal(title) is { } refusal) return (null, refusal);

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return (null, EditorRefusal.MayNotTeach);
        var course = await db.Courses.SingleAsync(c => c.Id == courseId, ct);
        var lessons = await db.Lessons.Where(l => l.CourseId == courseId)
            .Select(l => new { l.Slug, l.Number, l.Title, IsEmpty = l.Edition == 0 && l.Manuscript == null }).ToListAsync(ct);
        if (lessons.Find(l => l.Slug == wanted.First) is { IsEmpty: true } there && there.Title == title) return (there.Slug, null);

        var slugs = lessons.ConvertAll(l => l.Slug);
        var slug = Choose(wanted, NewLesson, slugs);
        if (SlugRefusal(slug, slugs) is { } slugRefusal) return (null, slugRefusal);

        var lesson = new Lesson(slug);
        lesson.Name(title);
        lesson.PlaceAt(1 + lessons.Select(l => l.Number).DefaultIfEmpty(0).Max());
        course.Lessons.Add(lesson);
        Record(actor, LearningTrail.LessonAdded, course, lesson, null, LessonFacts.Of(lesson));
        await turn.CommitAsync(ct);
        return (slug, null);
    }

    /// <param name="actor">Who writes.</param>
    /// <param name="lessonId">The lesson.</param>
    /// <param name="revision">The lesson's <see cref="Lesson.Revision"/> that the author began from.</param>
    /// <param name="title">Its next title.</param>
    /// <param name="format">How the text is written.</param>
    /// <param name="text">Its next text.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<EditorRefusal?> WriteAsync(
        Actor actor, long lessonId, string revision, string title, ManuscriptFormat format, ManuscriptText text, CancellationToken ct)
    {
        title = OneLine.Of(title);
        if (TitleRefusal(title) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(text.Body)) return EditorRefusal.TextMissing;
        var source = text.ToSource();
        if (source.Length > LongestText) return EditorRefusal.TextTooLong;
        if (ReadingRefusal(title, format, source) is { } unread) return unread;

        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return EditorRefusal.MayNotTeach;
        var lesson = await db.Lessons.ForEditor().SingleAsync(l => l.Id == lessonId, ct);
        if (lesson.Manuscript?.IsLike(title, format, source, actor.Id!.Value) == true) return null;
        if (lesson.Revision != revision) return EditorRefusal.SavedMeanwhile;

        var before = ManuscriptFacts.Of(lesson.Manuscript);
        lesson.Write(title, format, source, actor.Id!.Value, clock.GetUtcNow());
        if (lesson.Edition == 0) lesson.Name(title);
        Record(actor, LearningTrail.LessonEdited, lesson.Course, lesson, before, ManuscriptFacts.Of(lesson.Manuscript));
        await turn.CommitAsync(ct);
        return null;
    }

    public Task<EditorRefusal?> RetireLessonAsync(Actor actor, long lessonId, CancellationToken ct) =>
        TurnLessonAsync(actor, LearningTrail.LessonRetired, lessonId, lesson => lesson.Retire(clock.GetUtcNow()), ct);

    public Task<EditorRefusal?> RestoreLessonAsync(Actor actor, long lessonId, CancellationToken ct) =>
        TurnLessonAsync(actor, LearningTrail.LessonEdited, lessonId, lesson => lesson.Restore(), ct);

    /// <summary>
    /// Takes a file beside the lesson, if its content is what its name says; otherwise nothing is kept. The same file under
    /// the same name is there already.
    /// </summary>
    public async Task<UploadRefusal?> AttachAsync(Actor actor, long lessonId, string name, Stream content, CancellationToken ct)
    {
        var (taken, refusal) = await vault.TakeAsync(name, content, AttachmentKind.All, AttachmentKind.MostOfAll, ct);
        if (taken is null) return refusal;

        var (digest, size) = taken.Kept;
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return UploadRefusal.NotAllowed;
        if (await db.Attachments.AnyAsync(
            a => a.LessonId == lessonId && a.RemovedAt == null && a.Name == taken.Name && a.Digest == digest,
            ct))
        {
            return null;
        }

        var lesson = await db.Lessons.Include(l => l.Course).SingleAsync(l => l.Id == lessonId, ct);
        var attachment = new Attachment(taken.Name, taken.Kind.MediaType, digest, size, actor.Id!.Value, clock.GetUtcNow());
        lesson.Attachments.Add(attachment);
        Record(actor, LearningTrail.AttachmentAdded, lesson.Course, lesson, null, AttachmentFacts.Of(attachment));
        await turn.CommitAsync(ct);
        return null;
    }

    /// <summary>
    /// Takes a file away; one that is taken away already stays so. False when the lesson never had it, or the actor may not.
    /// </summary>
    public async Task<bool> DetachAsync(Actor actor, long lessonId, long attachmentId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (!await db.TeachesAsync(actor, ct)) return false;
        if (await db.Attachments.Include(a => a.Lesson.Course)
            .SingleOrDefaultAsync(a => a.Id == attachmentId && a.LessonId == lessonId, ct) is not { } attachment)
        {
            return false;
        }

        if (attachment.RemovedAt is not null) return true;

        attachment.Remove(clock.GetUtcNow());
        var (lesson, facts) = (attachment.Lesson, AttachmentFacts.Of(attachment));
        Record(actor, LearningTrail.AttachmentRemoved, lesson.Course, lesson, facts, null);
        await turn.CommitAsync(ct);
        return true;
    }

    /// <summary>What a publishing would put in force now.</summary>
    public async Task<Proofs> ProofsAsync(long courseId, CancellationToken ct) =>
        await ProofsAsync(await db.Courses.WithManuscripts().AsNoTracking().SingleAsync(c => c.Id == courseId, ct), ct);

    /// <summary>The manuscript as readers will see it once it is published.</summary>
    public async Task<Proof> ProofAsync(long lessonId, CancellationToken ct) =>
        await ProofAsync(await db.Lessons.Include(l => l.Manuscript).AsNoTracking().SingleAsync(l => l.Id == lessonId, ct), ct);

    /// <summary>Puts all manuscripts in force as the next edition of the course, as the actor saw them, and gives its number.</summary>
    /// <param name="actor">Who publishes.</param>
    /// <param name="courseId">The course.</param>
    /// <param name="seen">The <see cref="Proofs.Seen"/> that the actor looked at.</param>
    /// <param name="note">What is new.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<(int? Edition, EditorRefusal? Refusal)> PublishAsync(
        Actor actor, long courseId, string? seen, string note, CancellationToken ct)
    {
        note = OneLine.Of(note);
        var looked = await db.Courses.WithManuscripts().AsNoTracking().SingleAsync(c => c.Id == courseId, ct);
        var proofs = await ProofsAsync(looked, ct);
        var words = await db.CourseWordsAsync(looked.Slug, ct);
        var drafts = proofs.Lessons.Where(p => p.Draft is not null).ToDictionary(p => p.Lesson.Id, p => p.Draft!);
        foreach (var proof in proofs.Lessons.Where(p => p.Draft is not null)) words.AddNext(looked.Slug, proof.Lesson, proof.Draft!);
        int edition;
        await using (var turn = await db.TakeTurnAsync(ct))
        {
            if (!await db.TeachesAsync(actor, ct)) return (null, EditorRefusal.MayNotTeach);
            var course = await db.Courses.WithManuscripts().SingleAsync(c => c.Id == courseId, ct);
            if (course.IsNextAfter(seen) && IsPublishedBy(actor, course, note)) return (course.Edition, null);
            if (proofs.Seen != seen || course.AsSeen() != seen) return (null, EditorRefusal.ChangedMeanwhile);
            if (!course.Lessons.Any(l => l.IsTaught || drafts.ContainsKey(l.Id))) return (null, EditorRefusal.NoLessons);
            if (!course.HasNews) return (null, EditorRefusal.NothingNew);
            if (proofs.Unreadable.Any()) return (null, EditorRefusal.LessonUnreadable);

            edition = PutInForce(actor, course, drafts, note);
            await db.SaveChangesAsync(ct);
            await db.IndexCourseAsync(course.Slug, words, ct);
            await turn.CommitAsync(ct);
        }

        await tutor.SettleAsync(courseId);
        return (edition, null);
    }

    private int PutInForce(Actor actor, Course course, Dictionary<long, LessonDraft> drafts, string note)
    {
        var (now, before) = (clock.GetUtcNow(), CourseEditionFacts.Of(course));
        foreach (var lesson in course.Lessons.Where(l => drafts.ContainsKey(l.Id)).OrderBy(l => l.Number))
        {
            var facts = LessonFacts.Of(lesson);
            lesson.Revise(drafts[lesson.Id], actor.Id, now);
            lesson.DropManuscript();
            if (facts.Edition != lesson.Edition) Record(actor, LearningTrail.LessonEdited, course, lesson, facts, LessonFacts.Of(lesson));
        }

        course.Publish(course.Edition + 1, zone.DayOf(now), actor.Id, note, now);
        Record(actor, LearningTrail.CoursePublished, course, before, CourseEditionFacts.Of(course));
        return course.Edition;
    }

    private static bool IsPublishedBy(Actor actor, Course course, string note) =>
        course.Editions.Any(e => e.Number == course.Edition && e.PublishedById == actor.Id && e.Note == note);

    private Task<EditorRefusal?> TurnCourseAsync(Actor actor, Act act, long courseId, Action<Course> change, CancellationToken ct) =>
        ShowOtherwiseAsync(actor, courseId, course =>
        {
            var before = new CourseStateFacts(course.State);
            change(course);
            var after = new CourseStateFacts(course.State);
            if (before != after) Record(actor, act, course, before, after);
            return Task.FromResult(before != after);
        }, ct);

    private async Task<EditorRefusal?> TurnLessonAsync(Actor actor, Act act, long lessonId, Action<Lesson> change, CancellationToken ct)
    {
        var courseId = await db.Lessons.Where(l => l.Id == lessonId).Select(l => l.CourseId).SingleAsync(ct);
        return await ShowOtherwiseAsync(actor, courseId, async course =>
        {
            var lesson = await db.Lessons.SingleAsync(l => l.Id == lessonId, ct);
            var before = LessonFacts.Of(lesson);
            change(lesson);
            var after = LessonFacts.Of(lesson);
            if (before != after) Record(actor, act, course, lesson, before, after);
            return before != after;
        }, ct);
    }

    /// <summary>
    /// Carries out a change, unless it is as it shall be already. What readers no longer see is not found, either, and whoever
    /// lacks nothing any more has finished.
    /// </summary>
    private async Task<EditorRefusal?> ShowOtherwiseAsync(
        Actor actor, long courseId, Func<Course, Task<bool>> changeAsync, CancellationToken ct)
    {
        var slug = await db.Courses.Where(c => c.Id == courseId).Select(c => c.Slug).SingleAsync(ct);
        var words = await db.CourseWordsAsync(slug, ct);
        await using (var turn = await db.TakeTurnAsync(ct))
        {
            if (!await db.TeachesAsync(actor, ct)) return EditorRefusal.MayNotTeach;
            if (!await changeAsync(await db.Courses.SingleAsync(c => c.Id == courseId, ct))) return null;

            await db.SaveChangesAsync(ct);
            await db.IndexCourseAsync(slug, words, ct);
            await turn.CommitAsync(ct);
        }

        await tutor.SettleAsync(courseId);
        return null;
    }

    private async Task<Proofs> ProofsAsync(Course course, CancellationToken ct)
    {
        var proofs = new List<Proof>();
        foreach (var lesson in course.Lessons.Where(l => l.RetiredAt is null).OrderBy(l => l.Number))
            proofs.Add(await ProofAsync(lesson, ct));
        return new Proofs(course.AsSeen(), proofs);
    }

    private async Task<Proof> ProofAsync(Lesson lesson, CancellationToken ct)
    {
        if (lesson.Manuscript is not { } manuscript) return new Proof(lesson, null);

        var slugs = await SlugsAsync(lesson, ct);
        try
        {
            return new Proof(lesson, ManuscriptReader.Read(manuscript.Title, manuscript.Format, manuscript.Source, slugs));
        }
        catch (Exception e) when (e is DenseMarkdownException or LessonException)
        {
            return new Proof(lesson, null, IsUnreadable: true);
        }
    }

    private async Task<ClauseSlugs> SlugsAsync(Lesson lesson, CancellationToken ct)
    {
        var elsewhere = await db.Clauses
            .Where(c => c.Lesson.CourseId == lesson.CourseId && c.LessonId != lesson.Id)
            .Select(c => c.Slug)
            .ToListAsync(ct);
        var editions = await db.Set<LessonEdition>().Where(e => e.LessonId == lesson.Id).Select(e => e.Document).ToListAsync(ct);
        return new ClauseSlugs(lesson.Slug, lesson.Document, editions.SelectMany(d => d.Clauses).Select(c => c.Slug), elsewhere);
    }

    private static EditorRefusal? ReadingRefusal(string title, ManuscriptFormat format, string source)
    {
        try
        {
            ManuscriptReader.Read(title, format, source, new ClauseSlugs(NewLesson, LessonDocument.Empty, [], []));
            return null;
        }
        catch (DenseMarkdownException)
        {
            return EditorRefusal.TextTooDense;
        }
        catch (LessonException)
        {
            return EditorRefusal.CaseUnreadable;
        }
    }

    private static EditorRefusal? SlugRefusal(string slug, List<string> taken)
    {
        if (!ClauseSlugs.IsSlug(slug)) return EditorRefusal.SlugMalformed;
        return taken.Contains(slug) || Reserved.Contains(slug) ? EditorRefusal.SlugTaken : null;
    }

    /// <summary>What was offered may be taken by now; its author never saw it.</summary>
    private static string Choose(WantedSlug wanted, string stem, List<string> taken)
    {
        if (wanted.Typed.Length > 0) return wanted.Typed;
        return wanted.Offered is { } offered && SlugRefusal(offered, taken) is null ? offered : Free(stem, taken);
    }

    private static string Free(string stem, List<string> taken) =>
        Enumerable.Range(1, taken.Count + 1)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}"))
            .First(slug => !taken.Contains(slug));

    private static List<string> TitlesOf(IEnumerable<Lesson> lessons) => [.. lessons.Select(l => l.Title)];

    private void Record(Actor actor, Act act, Course course, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(actor, clock.GetUtcNow(), act, LearningTrail.Course, course.Slug, course.Title, before, after));

    private void Record(Actor actor, Act act, Course course, Lesson lesson, IFacts? before, IFacts? after) =>
        db.Add(new AuditEntry(
            actor, clock.GetUtcNow(), act, LearningTrail.Lesson, $"{course.Slug}/{lesson.Slug}", lesson.Title, before, after));
}
