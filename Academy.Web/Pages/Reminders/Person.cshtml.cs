using Academy.Domain.Archives;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Web.Pages.Assignments;
using Academy.Web.Pages.Certification;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Reminders;

/// <summary>Something that somebody has to finish now, and whether they have.</summary>
public sealed record PersonDuty(CoveredSubject Subject, CoverageState State, DateTimeOffset? NudgedAt);

/// <summary>
/// All that a branch head has to know of somebody: what is asked, what was reached, what was written. A look is on the trail.
/// </summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class PersonModel(
    AcademyDb db, CoverageLedger ledger, IEnumerable<IWithheld> withheld, Recorder recorder, BankZone zone, TimeProvider clock) : PageModel
{
    private const int Latest = 8;

    [FromRoute] public string Number { get; set; } = "";

    public Employee Person { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<PersonDuty> Duties { get; private set; } = [];
    public IReadOnlyList<Certificate> Certificates { get; private set; } = [];
    public IReadOnlyList<ArchiveEntry> Scores { get; private set; } = [];
    public IReadOnlyList<ArchiveEntry> Contests { get; private set; } = [];
    public IReadOnlyList<ArchiveEntry> Signatures { get; private set; } = [];
    public IReadOnlyList<ReceivedLetter> Letters { get; private set; } = [];

    /// <summary>About how much somebody can be reminded now; what was written about today is left in peace.</summary>
    public int ToNudge { get; private set; }

    public bool MayNudge => User.IsInAny(Territory.Nudgers);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await db.PeopleFor(User).AsNoTracking().Numbered(Number)
            .Include(e => e.Branch).Include(e => e.Position).SingleOrDefaultAsync(ct);
        if (found is null) return NotFound();

        var now = clock.GetUtcNow();
        (Person, Today) = (found, zone.DayOf(now));
        await recorder.LookedAsync(
            User.Actor, ArchiveTrail.ArchiveRead, PeopleTrail.Person, found.Number, found.Name,
            new ArchiveReadFacts(HttpContext.Caller.AddressText, ""), ct);
        await FindDutiesAsync(ct);
        Certificates = await db.Certificates.AsNoTracking().WithFate().Where(c => c.EmployeeId == found.Id && c.RenewedBy == null)
            .OrderByDescending(c => c.ExpiresOn).ToListAsync(ct);
        var life = await db.LifeInLearningAsync(found.Id, User.Id, withheld, now, ct);
        Scores = Of(life, ArchiveKind.QuizResult, ArchiveKind.Regrade);
        Contests = Of(life, ArchiveKind.ContestResult);
        Signatures = Of(life, ArchiveKind.Attestation);
        Letters = await db.ReceivedAsync(found.Id, 0, Latest, ct);
        return Page();
    }

    private async Task FindDutiesAsync(CancellationToken ct)
    {
        var coverage = await ledger.ReadAsync(ct);
        if (coverage.Person(Person.Id) is not { } person) return;

        Duties =
        [
            .. coverage.Subjects
                .Select(subject => new PersonDuty(subject, coverage.StateOf(person, subject), coverage.NudgedAt(person, subject)))
                .Where(duty => duty.State != CoverageState.NotAsked)
                .OrderBy(duty => duty.State == CoverageState.Done)
                .ThenBy(duty => duty.Subject.DueOn),
        ];
        ToNudge = Duties.Count(duty => duty.State == CoverageState.Missing && !coverage.IsNudgedToday(person, duty.Subject));
    }

    private static List<ArchiveEntry> Of(LifeInLearning life, params ArchiveKind[] kinds) =>
        [.. life.Standing.Where(entry => kinds.Contains(entry.Kind)).Take(Latest)];
}
