using Academy.Domain.Auditing;
using Academy.Domain.Data;

namespace Academy.Domain.Learning;

/// <summary>What authors say of a course, and what it asks of its readers.</summary>
public sealed record CourseTerms(string Title, string ShortTitle, string Summary, AttestationRule Attestation) : IFacts
{
    public string Title
    {
        get;
        init => field = OneLine.Of(value);
    } = OneLine.Of(Title);

    public string ShortTitle
    {
        get;
        init => field = OneLine.Of(value);
    } = OneLine.Of(ShortTitle);

    public static CourseTerms Of(Course course) => new(course.Title, course.ShortTitle, course.Summary, course.Attestation);

    /// <summary>What somebody saw of it: another one when it was changed since.</summary>
    public string AsSeen() => Fingerprint.Of(this);

    /// <summary>Why no course can have these terms.</summary>
    public EditorRefusal? Refusal() =>
        Editor.TitleRefusal(Title) ?? (ShortTitle.Length > Editor.LongestShortTitle ? EditorRefusal.TitleTooLong : null);
}
