using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;

namespace Academy.Domain.Assignments.Subjects;

/// <summary>What the academy knows of one kind of thing that people can be asked to finish.</summary>
public abstract class SubjectShelf
{
    public abstract SubjectKind Kind { get; }

    /// <summary>What the trail calls such a thing.</summary>
    public abstract AuditSubject Trail { get; }

    /// <summary>What keys of letters and addresses of coverage begin with.</summary>
    public abstract string Word { get; }

    /// <summary>What coverage and letters know it by among subjects of all kinds.</summary>
    public string KeyOf(string slug) => $"{Word}-{slug}";

    /// <summary>Where people find it.</summary>
    public abstract string AddressOf(Subject subject, string slug);

    /// <summary>All there are, in the order of lists.</summary>
    public abstract Task<List<KnownSubject>> AllAsync(AcademyDb db, CancellationToken ct);

    /// <summary>How far each of some people is with one of them.</summary>
    public abstract Task<Dictionary<long, Headway>> HeadwaysAsync(
        AcademyDb db, long subjectId, IReadOnlyCollection<long> people, CancellationToken ct);
}

/// <summary>The one place that knows which kinds of subjects there are: a further kind is one more shelf.</summary>
public static class SubjectCatalogue
{
    public static IReadOnlyList<SubjectShelf> Shelves { get; } = [new CourseShelf(), new QuizShelf()];

    /// <exception cref="InvalidOperationException">No shelf holds that kind.</exception>
    public static SubjectShelf Of(SubjectKind kind) => Shelves.Single(shelf => shelf.Kind == kind);

    extension(AcademyDb db)
    {
        /// <summary>Whatever people can be asked to finish, courses first.</summary>
        public async Task<List<KnownSubject>> KnownSubjectsAsync(CancellationToken ct)
        {
            var known = new List<KnownSubject>();
            foreach (var shelf in Shelves) known.AddRange(await shelf.AllAsync(db, ct));
            return known;
        }
    }
}
