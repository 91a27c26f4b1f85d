using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Assignments;

/// <summary>The matrix of all units of a territory and the list of who is missing, to take away.</summary>
[Authorize(Roles = Territory.Viewers)]
public sealed class WorkbookModel(
    CoverageLedger ledger, Recorder recorder, Wording say, IStringLocalizer<CoverageTexts> words) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] string? at, CancellationToken ct)
    {
        var coverage = await ledger.ReadAsync(ct);
        if (Territory.Of(User, coverage)?.Find(at) is not { } top) return NotFound();

        var facts = new ExportFacts(HttpContext.Caller.AddressText, $"at={top.Code}", Shortfalls(coverage, top).Count());
        await recorder.ExportedAsync(User.Actor, AssignmentTrail.CoverageExported, top.Code, top.Name, facts, ct);
        return Workbook.Of($"{words["Nav"].Value}-{top.Code}-{coverage.Day:yyyy-MM-dd}",
            (words["Sheet.Units"], Units(coverage, top)), (words["Sheet.Missing"], Missing(coverage, top)));
    }

    /// <summary>Each unit with those below it.</summary>
    private IEnumerable<IReadOnlyDictionary<string, object?>> Units(Coverage coverage, CoveredUnit top)
    {
        var units = coverage.Units.Where(u => u.IsWithin(top)).OrderBy(u => u.Path, StringComparer.Ordinal).ToList();
        var rows = coverage.Count([.. units.Select(u => new CoverageScope(u, IsOwn: true))], coverage.Subjects);
        foreach (var unit in units)
        {
            var within = rows.Where(r => r.Scope.Unit.IsWithin(unit)).ToList();
            var row = new Dictionary<string, object?>
            {
                [words["Head.Code"]] = unit.Code,
                [words["Unit"]] = say.In(unit.Name, unit.EnglishName),
                [words["Head.People"]] = within.Sum(r => r.People),
            };
            foreach (var (column, subject) in coverage.Subjects.Index())
            {
                var tally = within.Aggregate(default(Tally), (sum, r) => sum + r.Tallies[column]);
                row[words["Head.Due", subject.Title]] = tally.Due;
                row[words["Head.Done", subject.Title]] = tally.Done;
            }

            yield return row;
        }
    }

    /// <summary>Who has not done what.</summary>
    private static IEnumerable<(CoveredPerson Person, CoveredSubject Subject)> Shortfalls(Coverage coverage, CoveredUnit top) =>
        from person in coverage.PeopleIn(new CoverageScope(top))
        from subject in coverage.SubjectsOf(person, CoverageState.Missing)
        select (person, subject);

    private IEnumerable<IReadOnlyDictionary<string, object?>> Missing(Coverage coverage, CoveredUnit top)
    {
        // Tens of thousands of rows: their heads are looked up once.
        string[] heads =
        [
            words["Head.Code"], words["Unit"], words["Head.Number"], words["Head.Name"],
            words["Position"], words["Subject"], words["Head.Period"], words["Head.Nudged"],
        ];
        return
            from shortfall in Shortfalls(coverage, top)
            let person = shortfall.Person
            let subject = shortfall.Subject
            let unit = coverage.UnitOf(person)
            let position = coverage.PositionOf(person)
            select new Dictionary<string, object?>
            {
                [heads[0]] = unit.Code,
                [heads[1]] = say.In(unit.Name, unit.EnglishName),
                [heads[2]] = person.Number,
                [heads[3]] = person.Name,
                [heads[4]] = say.In(position.Name, position.EnglishName),
                [heads[5]] = subject.Title,
                [heads[6]] = subject.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                [heads[7]] = coverage.NudgedAt(person, subject) is { } at ? say.DayAndTime(at) : "",
            };
    }
}
