using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>An objection with whose it is, and to what.</summary>
public sealed record RaisedObjection(Objection Objection, string Name, Event Held, string Competition);

/// <summary>The objections to results, those that somebody has to decide on first.</summary>
[Authorize(Roles = Roles.Judging)]
public sealed class ObjectionsModel(AcademyDb db) : PageModel
{
    public IReadOnlyList<RaisedObjection> Objections { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        Paging = Paging.Of(page, await db.Objections.CountAsync(ct));
        var query =
            from objection in db.Set<Objection>().AsNoTracking()
            join person in db.Users on objection.EmployeeId equals person.Id
            join held in db.Set<Event>() on objection.EventId equals held.Id
            orderby objection.State == ObjectionState.Open descending, objection.Id descending
            select new RaisedObjection(objection, person.Name, held, held.Competition.Title);
        Objections = await query.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
    }
}
