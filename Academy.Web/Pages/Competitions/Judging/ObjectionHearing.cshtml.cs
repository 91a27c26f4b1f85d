using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Pages.Shared;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>
/// An objection for the committee: what it says, the runs that it may be about, and who would rise or fall if one of them counted or did
/// not. Posting it decides.
/// </summary>
[Authorize(Roles = Roles.Judging)]
public sealed class ObjectionHearingModel(AcademyDb db, Committee committee, Recorder recorder, IStringLocalizer<ResultsTexts> words)
    : PageModel
{
    private const int MostRuns = 20;
    private const int MostMoves = 50;

    [FromRoute] public long Id { get; set; }

    /// <summary>Whose runs are shown besides those of who objects.</summary>
    [FromQuery(Name = "who")] public string? Who { get; set; }

    /// <summary>The run whose effect is shown.</summary>
    [FromQuery(Name = "run")] public long? Run { get; set; }
    [FromQuery(Name = "verdict")] public Verdict? Verdict { get; set; }

    /// <summary>The run that is decided on; null where the objection is rejected.</summary>
    [BindProperty] public long? RunId { get; set; }
    [BindProperty] public Verdict? Becomes { get; set; }
    [BindProperty] public string? Seen { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public Objection Objection { get; private set; } = null!;
    public Event Event { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string Number { get; private set; } = "";
    public bool IsOwn => Objection.EmployeeId == User.Id;
    public IReadOnlyList<(DrillRun Run, string Name, string Number)> Runs { get; private set; } = [];
    public RankEffect? Effect { get; private set; }

    /// <summary>The first of those whose rank would be another.</summary>
    public IReadOnlyList<(RankMove Move, string Name)> Moves { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (RunId is null != Becomes is null) return BadRequest();

        var refusal = await DecideAsync(ct);
        if (refusal == ObjectionRefusal.NoSuchObjection) return NotFound();
        if (refusal is null)
        {
            this.Say(null, words["Objection.Decided"]);
            return RedirectToPage("Objections");
        }

        (Run, Verdict) = (RunId, Becomes);
        if (!await FindAsync(ct)) return NotFound();

        ModelState.AddModelError(
            refusal is ObjectionRefusal.ReasonMissing or ObjectionRefusal.ReasonTooLong ? nameof(Reason) : "",
            words[$"Objection.Refusal.{refusal}", Objection.LongestReason]);
        return Page();
    }

    private Task<ObjectionRefusal?> DecideAsync(CancellationToken ct) => RunId is { } run && Becomes is { } verdict
        ? committee.AcceptAsync(Id, new RunChange(run, verdict), Seen, Reason, User.Actor, HttpContext.Caller, ct)
        : committee.RejectAsync(Id, Reason, User.Actor, HttpContext.Caller, ct);

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, ct) is not { } found) return false;

        Objection = found;
        Event = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == found.EventId, ct);
        (Name, Number) = await db.Employees.Where(e => e.Id == found.EmployeeId)
            .Select(e => ValueTuple.Create(e.Name, e.UserName!)).SingleAsync(ct);
        if (found.State != ObjectionState.Open || IsOwn) return true;

        await FindRunsAsync(ct);
        await FindEffectAsync(ct);
        var shown = Runs.Select(run => $"{run.Number} {run.Name}").Distinct().ToList();
        await recorder.ResultsReadAsync(User.Actor, $"/judging/objections/{Id}", shown, HttpContext.Caller, ct);
        return true;
    }

    private async Task FindRunsAsync(CancellationToken ct)
    {
        var (own, number) = (Objection.EmployeeId, Who?.Trim() ?? "");
        var runs =
            from run in db.DrillRuns.AsNoTracking()
            join person in db.Users on run.EmployeeId equals person.Id
            where run.EventId == Objection.EventId && run.EndedAt != null && !run.WasAbandoned
                && (run.EmployeeId == own || person.UserName == number)
            orderby run.EmployeeId == own descending, run.Id descending
            select new { run, person.Name, person.UserName };
        Runs = [.. (await runs.Take(MostRuns).ToListAsync(ct)).Select(found => (found.run, found.Name, found.UserName!))];
    }

    private async Task FindEffectAsync(CancellationToken ct)
    {
        if (Run is not { } run || Verdict is not { } verdict || !Enum.IsDefined(verdict)) return;

        Effect = await db.EffectOfAsync(Objection.EventId, new RunChange(run, verdict), ct);
        var moves = Effect?.Moves.Take(MostMoves).ToList() ?? [];
        var ids = moves.Select(move => move.EmployeeId).ToList();
        var names = await db.Employees.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        Moves = [.. moves.Select(move => (move, names[move.EmployeeId]))];
    }
}
