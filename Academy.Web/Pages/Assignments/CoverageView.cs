using Academy.Domain.Assignments;

namespace Academy.Web.Pages.Assignments;

/// <summary>What the matrix is asked to show: which unit, by what, of which position and course, and whose cell is open.</summary>
/// <param name="At">Code of the unit that is looked into.</param>
/// <param name="By">Rows are the units below it, all units, or positions.</param>
/// <param name="Position">Only people of this position, by slug.</param>
/// <param name="Course">Only this subject, by key.</param>
/// <param name="Missing">Only rows where somebody is missing.</param>
/// <param name="Unit">Code of the chosen cell's unit.</param>
/// <param name="Own">Whether the chosen cell leaves out the units below.</param>
/// <param name="Post">Slug of the chosen cell's position.</param>
/// <param name="Subject">Key of the chosen cell's subject.</param>
public sealed record CoverageView(
    string? At = null, string? By = null, string? Position = null, string? Course = null, bool Missing = false,
    string? Unit = null, bool Own = false, string? Post = null, string? Subject = null)
{
    public const string AllUnits = "all";
    public const string Positions = "positions";

    public CoverageView WithoutCell() => this with { Unit = null, Own = false, Post = null, Subject = null };

    public CoverageView Choosing(CoverageScope scope, CoveredSubject subject) =>
        this with { Unit = scope.Unit.Code, Own = scope.IsOwn, Post = scope.Position?.Slug, Subject = subject.Key };

    public bool Chooses(CoverageScope scope, CoveredSubject subject) => Choosing(scope, subject) == this;

    public string Address(string path) => path + QueryString.Create(Fields());

    /// <summary>What the address says, without what it need not say.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields() => new (string Name, string? Value)[]
    {
        ("at", At), ("by", By), ("position", Position), ("course", Course), ("missing", Missing ? "true" : null),
        ("unit", Unit), ("own", Own ? "true" : null), ("post", Post), ("subject", Subject),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => KeyValuePair.Create(f.Name, f.Value));
}
