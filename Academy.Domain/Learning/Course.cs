using System.Globalization;
using Academy.Domain.Data;

namespace Academy.Domain.Learning;

/// <summary>Who sees a course: its authors alone, everybody, or those who look at what was.</summary>
public enum CourseState { Draft, Published, Retired }

/// <summary>Whether readers sign that they have read and understood: not at all, once, or each edition anew.</summary>
public enum AttestationRule { None, Once, EachEdition }

public static class AttestationRules
{
    extension(AttestationRule rule)
    {
        /// <summary>The edition that must be signed at the least while one is in force; 0 when any does.</summary>
        public int LeastOf(int edition) => rule == AttestationRule.EachEdition ? edition : 0;
    }
}

/// <summary>An ordered set of lessons on one subject.</summary>
public sealed class Course
{
    private Course() { }

    public Course(string slug) => (Slug, Editions) = (slug, []);

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string ShortTitle { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public int Order { get; private set; }
    public CourseState State { get; private set; }
    public AttestationRule Attestation { get; private set; }

    /// <summary>The edition in force; 0 before the first.</summary>
    public int Edition { get; private set; }
    public DateOnly EditedOn { get; private set; }

    /// <summary>The edition that a completion must be of to count now; 0 when any does.</summary>
    public int LeastEdition => Attestation.LeastOf(Edition);

    /// <summary>Whether the bank has decided itself who signs the course; then its content no longer says so.</summary>
    public bool HasOwnRule { get; private set; }

    public Subject Subject => new(SubjectKind.Course, Id);

    public ICollection<Lesson> Lessons { get; } = [];
    public ICollection<CourseEdition> Editions { get => field ?? throw Unread.Of(this); private set; }

    /// <summary>Whether a publishing would change what readers have.</summary>
    public bool HasNews => Lessons.Any(l => l.RetiredAt is null && l.Manuscript is not null)
        || (Edition > 0 && !LessonsInForce.SequenceEqual(Editions.Where(e => e.Number == Edition).SelectMany(e => e.Lessons)));

    /// <summary>
    /// What a publishing would put in force, as somebody saw it: another one when a lesson was written, moved, retired or
    /// published since.
    /// </summary>
    public string AsSeen() => string.Create(CultureInfo.InvariantCulture, $"{Edition}-{Fingerprint.Of(Attestation, Texts)}");

    /// <summary>Whether it is the edition before this one that was seen so.</summary>
    public bool IsNextAfter(string? seen) =>
        seen?.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{Edition - 1}-"), StringComparison.Ordinal) == true;

    private IEnumerable<string> Texts =>
        Lessons.Where(l => l.RetiredAt is null).OrderBy(l => l.Number).Select(l => $"{l.Slug} {l.Revision}");

    private IEnumerable<EditionLesson> LessonsInForce =>
        Lessons.Where(l => l.IsTaught).OrderBy(l => l.Number).Select(l => new EditionLesson(l.Slug, l.Edition));

    public void Describe(string title, string shortTitle, string summary, int order)
    {
        Title = title;
        ShortTitle = shortTitle;
        Summary = summary;
        Order = order;
    }

    public void AskFor(AttestationRule rule) => Attestation = rule;

    /// <summary>As an author of the bank describes it.</summary>
    public void Describe(CourseTerms terms)
    {
        if (Attestation != terms.Attestation) HasOwnRule = true;
        (Title, ShortTitle, Summary, Attestation) = terms;
    }

    /// <summary>A course of the bank's own, behind all others.</summary>
    public static Course Own(string slug, CourseTerms terms, int order)
    {
        var course = new Course(slug) { Order = order, HasOwnRule = true };
        course.Describe(terms);
        return course;
    }

    /// <summary>Puts an edition in force and keeps which text of each lesson it holds.</summary>
    public void Publish(int edition, DateOnly day, long? publishedById, string note, DateTimeOffset now)
    {
        if (State == CourseState.Draft) State = CourseState.Published;
        EditedOn = day;
        if (Edition == edition && Editions.Any(e => e.Number == edition)) return;

        Edition = edition;
        Editions.Add(new CourseEdition(edition, [.. LessonsInForce], publishedById, note, now));
    }

    /// <summary>Takes the course out of the catalogue; what people did in it stays.</summary>
    public void Retire() => State = CourseState.Retired;

    public void Restore() => State = Edition == 0 ? CourseState.Draft : CourseState.Published;
}
