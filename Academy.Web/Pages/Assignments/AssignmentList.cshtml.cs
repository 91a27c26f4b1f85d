using Academy.Domain.Assignments;
using Academy.Domain.Assignments.Subjects;
using Academy.Domain.Data;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Assignments;

[Authorize(Roles = Rights.Trainers)]
public sealed class AssignmentListModel(
    AcademyDb db, SubjectCatalogue catalogue, CoverageLedger ledger, BankZone zone, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "subject")] public string? Subject { get; set; }
    [FromQuery(Name = "withdrawn")] public bool Withdrawn { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;

    public Choices Choices { get; private set; } = null!;
    public Paging Paging { get; private set; } = new(1, 0);
    public IReadOnlyList<Assignment> Assignments { get; private set; } = [];
    public IReadOnlyDictionary<long, Turnout> Turnouts { get; private set; } = new Dictionary<long, Turnout>();
    public DateOnly Today => zone.DayOf(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await db.ChoicesAsync(catalogue, ct);
        var (kind, id) = Choices.Subjects.Keys.FirstOrDefault(s => AssignmentForm.KeyOf(s) == Subject) is { Id: > 0 } chosen
            ? (chosen.Kind, chosen.Id)
            : (default, 0);
        var found = db.Assignments
            .AsNoTracking()
            .Where(a => (a.WithdrawnOn != null) == Withdrawn && (id == 0 || (a.SubjectKind == kind && a.SubjectId == id)));
        Paging = Paging.Of(PageNumber, await found.CountAsync(ct));
        Assignments = await found.OrderByDescending(a => a.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        Turnouts = await ledger.TurnoutsAsync([.. Assignments.Select(a => a.Id)], ct);
    }

    /// <summary>The last day of the period that is on, or of the first one to come.</summary>
    public DateOnly DueOf(Assignment assignment) => assignment.PeriodOn(Today)?.DueOn ?? assignment.DueOn;
}
