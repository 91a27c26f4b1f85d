using Academy.Domain.Data;
using Academy.Domain.Learning;

namespace Academy.Domain.Assignments.Subjects;

/// <summary>Whatever people can be asked to finish, in the order in which its shelves are registered.</summary>
public sealed class SubjectCatalogue(IEnumerable<SubjectShelf> shelves)
{
    private readonly List<SubjectShelf> shelves = [.. shelves];

    /// <exception cref="InvalidOperationException">No shelf holds that kind.</exception>
    public SubjectShelf Of(SubjectKind kind) => shelves.Single(shelf => shelf.Kind == kind);

    public async Task<List<KnownSubject>> AllAsync(AcademyDb db, CancellationToken ct)
    {
        var known = new List<KnownSubject>();
        foreach (var shelf in shelves) known.AddRange(await shelf.AllAsync(db, ct));
        return known;
    }
}
