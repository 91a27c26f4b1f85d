using Academy.Domain.Assignments;
using Academy.Domain.Certification;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Assignments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Certification;

/// <summary>What somebody has for a scheme that is for them: a good certificate, or none.</summary>
public sealed record HolderRow(CoveredPerson Person, Scheme Scheme, Certificate? Certificate);

/// <summary>How a unit stands with a scheme.</summary>
/// <param name="Asked">How many people at work it is for.</param>
/// <param name="Good">How many of them have a valid certificate.</param>
/// <param name="InGrace">How many have one that is past its last day.</param>
/// <param name="Ending">How many of the valid ones end within <see cref="HoldersPage.Soon"/> days.</param>
public sealed record HolderCount(int Asked, int Good, int InGrace, int Ending)
{
    public int Missing => Asked - Good - InGrace;
}

/// <summary>A unit with all below it, or a unit alone, and how it stands with each scheme.</summary>
public sealed record HolderUnit(CoveredUnit Unit, bool IsOwn, IReadOnlyList<HolderCount> Counts);

/// <summary>Who of a territory holds what, and who lacks what their position asks for; people on leave are left out.</summary>
public abstract class HoldersPage(AcademyDb db, CoverageLedger ledger, BankZone zone, TimeProvider clock) : PageModel
{
    public const int Soon = 90;
    private const string Lacking = "none";

    [FromQuery(Name = "unit")] public string? UnitCode { get; set; }
    [FromQuery(Name = "scheme")] public long? SchemeId { get; set; }

    /// <summary>A state of certificates, or <c>none</c> for who has no certificate and should.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }
    [FromQuery(Name = "q")] public string? Search { get; set; }

    public Coverage Coverage { get; private set; } = null!;
    public CoveredUnit At { get; private set; } = null!;
    public IReadOnlyList<CoveredUnit> Units { get; private set; } = [];
    public IReadOnlyList<Scheme> Schemes { get; private set; } = [];
    public IReadOnlyList<HolderRow> All { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public bool IsFiltered => SchemeId is not null || !string.IsNullOrEmpty(State) || !string.IsNullOrWhiteSpace(Search);

    /// <summary>The rows that are asked for, those that need a hand first.</summary>
    public IEnumerable<HolderRow> Wanted => All.Where(IsWanted)
        .OrderBy(row => row.Certificate?.ExpiresOn ?? DateOnly.MinValue).ThenBy(row => row.Person.PinyinKey, StringComparer.Ordinal)
        .ThenBy(row => row.Person.Id).ThenBy(row => row.Scheme.Id);

    /// <summary>The unit alone and each below it, where there are any; the unit otherwise.</summary>
    public IReadOnlyList<HolderUnit> Counts
    {
        get
        {
            var below = Coverage.Below(At).OrderBy(unit => unit.Path, StringComparer.Ordinal).ToList();
            var own = new HolderUnit(At, below.Count > 0, CountsOf(row => row.Person.BranchId == At.Id));
            return
            [
                .. own.Counts.Any(count => count.Asked > 0) || below.Count == 0 ? [own] : Array.Empty<HolderUnit>(),
                .. below.Select(unit => new HolderUnit(unit, false, CountsOf(row => Coverage.UnitOf(row.Person).IsWithin(unit)))),
            ];
        }
    }

    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        Coverage = await ledger.ReadAsync(ct);
        if (Territory.Of(User, Coverage) is not { } territory || territory.Find(UnitCode) is not { } at) return false;

        At = at;
        Today = zone.DayOf(clock.GetUtcNow());
        Units = [.. Coverage.Units.Where(unit => unit.IsWithin(territory.Top)).OrderBy(unit => unit.Path, StringComparer.Ordinal)];
        Schemes = await db.Schemes.AsNoTracking().InForce().OrderBy(s => s.Id).ToListAsync(ct);
        var path = at.Path;
        var people = db.Employees.Where(e => e.Branch.Path.StartsWith(path)).Select(e => e.Id);
        var good = (await db.Certificates.AsNoTracking().GoodOn(Today).Where(c => people.Contains(c.EmployeeId)).ToListAsync(ct))
            .ToLookup(c => (c.EmployeeId, c.SchemeId));
        All =
        [
            .. from person in Coverage.PeopleIn(new CoverageScope(at))
               where person.Employment == Employment.Active
               from scheme in Schemes
               let certificate = good[(person.Id, scheme.Id)].FirstOrDefault()
               where certificate is not null || IsFor(scheme, person)
               select new HolderRow(person, scheme, certificate),
        ];
        return true;
    }

    public bool IsFor(Scheme scheme, CoveredPerson person) =>
        scheme.Terms.Positions.Count == 0 || scheme.Terms.Positions.Contains(Coverage.PositionOf(person).Slug);

    private bool IsWanted(HolderRow row)
    {
        if (SchemeId is { } scheme && row.Scheme.Id != scheme) return false;
        if (!string.IsNullOrEmpty(State) && State != (row.Certificate?.StateOn(Today).ToString() ?? Lacking)) return false;
        return Search?.Trim() is not { Length: > 0 } search
            || row.Person.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || row.Person.Number.StartsWith(search, StringComparison.OrdinalIgnoreCase)
            || row.Person.PinyinKey.StartsWith(search, StringComparison.OrdinalIgnoreCase);
    }

    private List<HolderCount> CountsOf(Func<HolderRow, bool> isHere) =>
    [
        .. from scheme in Schemes
           select CountOf([.. All.Where(row => row.Scheme.Id == scheme.Id && IsFor(scheme, row.Person) && isHere(row))]),
    ];

    private HolderCount CountOf(IReadOnlyList<HolderRow> rows)
    {
        var valid = rows.Where(row => row.Certificate?.ExpiresOn >= Today).ToList();
        return new HolderCount(
            rows.Count, valid.Count, rows.Count(row => row.Certificate?.ExpiresOn < Today),
            valid.Count(row => row.Certificate!.ExpiresOn < Today.AddDays(Soon)));
    }
}
