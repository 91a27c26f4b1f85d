using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;

namespace Academy.Domain.Assignments.Subjects;

/// <summary>
/// What the academy knows of one kind of thing that people can be asked to finish. Whatever slice has such a thing registers a shelf.
/// </summary>
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

    /// <summary>
    /// Who has handed in one of them, and when: all that shows while its results are held back. It is never taken back. Of what knows
    /// no handing in, it is the finishing.
    /// </summary>
    public virtual IQueryable<HandedIn> HandedIn(AcademyDb db, long subjectId)
    {
        var kind = Kind;
        return db.Completions
            .Where(c => c.SubjectKind == kind && c.SubjectId == subjectId)
            .Select(c => new HandedIn(c.EmployeeId, c.CompletedAt));
    }
}
