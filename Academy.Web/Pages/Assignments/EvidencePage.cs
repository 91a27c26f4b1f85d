using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Academy.Domain.Learning;
using Academy.Domain.People;
using Academy.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Assignments;

/// <summary>A course that asks for signatures.</summary>
public sealed record SignedCourse(long Id, string Slug, string Title, int Edition);

/// <summary>A unit whose signatures somebody may see.</summary>
public sealed record SignedUnit(string Code, string Name, string EnglishName, string Path);

/// <summary>
/// What the address of the evidence and of its export says: of which course, edition and unit. Branch
/// heads see their own subtree.
/// </summary>
public abstract class EvidencePage(AcademyDb db, BankZone zone, TimeProvider clock) : PageModel
{
    public const string Readers = $"{Roles.BranchHead},{Roles.Administrator},{Roles.Auditor},{Roles.Trainer}";

    [FromQuery(Name = "course")] public string? CourseSlug { get; set; }
    [FromQuery(Name = "unit")] public string? UnitCode { get; set; }
    [FromQuery(Name = "edition")] public int? AskedEdition { get; set; }

    public IReadOnlyList<SignedCourse> Courses { get; private set; } = [];
    public IReadOnlyList<SignedUnit> Units { get; private set; } = [];
    public SignedCourse? Course { get; private set; }
    public SignedUnit Unit { get; private set; } = null!;
    public int Edition { get; private set; }

    protected BankZone Zone => zone;

    protected IQueryable<Evidence> WithSignature => db.SignaturesOf(Course!.Id, Edition, Unit.Path);

    protected Task<IQueryable<Evidence>> WithoutSignatureAsync(CancellationToken ct) =>
        db.MissingSignaturesAsync(Course!.Id, Edition, Unit.Path, zone.DayOf(clock.GetUtcNow()), ct);

    /// <summary>False when the course or the unit is not one that this person may ask for.</summary>
    protected async Task<bool> ChooseAsync(CancellationToken ct)
    {
        var attestations = db.Attestations;
        Courses = await db.Courses
            .Where(c => c.Edition > 0 && (c.Attestation != AttestationRule.None || attestations.Any(a => a.CourseId == c.Id)))
            .OrderBy(c => c.Order)
            .Select(c => new SignedCourse(c.Id, c.Slug, c.Title, c.Edition))
            .ToListAsync(ct);
        var root = await RootAsync(ct);
        Units = await db.Branches.Where(b => b.Path.StartsWith(root)).OrderBy(b => b.Path)
            .Select(b => new SignedUnit(b.Code, b.Name, b.EnglishName, b.Path)).ToListAsync(ct);
        Course = CourseSlug is null ? FirstOf(Courses) : Courses.FirstOrDefault(c => c.Slug == CourseSlug);
        var unit = string.IsNullOrEmpty(UnitCode) ? FirstOf(Units) : Units.FirstOrDefault(u => u.Code == UnitCode);
        if (unit is null || (Course is null && CourseSlug is not null)) return false;

        Unit = unit;
        Edition = Math.Clamp(AskedEdition ?? int.MaxValue, 1, Course?.Edition ?? 1);
        return true;
    }

    /// <summary>Writes down that somebody takes the evidence away, as a file or on paper.</summary>
    protected Task RecordAsync(Recorder recorder, string way, int rows, CancellationToken ct) => recorder.ExportedAsync(
        User.Actor, AssignmentTrail.SignaturesExported, Course!.Slug, Course.Title,
        new ExportFacts(HttpContext.Caller.AddressText, $"unit={Unit.Code} edition={Edition} {way}", rows), ct);

    private static T? FirstOf<T>(IReadOnlyList<T> all) where T : class => all is [var first, ..] ? first : null;

    private async Task<string> RootAsync(CancellationToken ct)
    {
        if (User.IsInAny($"{Rights.Trainers},{Roles.Auditor}")) return "/";

        var id = User.Id;
        return await db.Employees.Where(e => e.Id == id).Select(e => e.Branch.Path).SingleAsync(ct);
    }
}
