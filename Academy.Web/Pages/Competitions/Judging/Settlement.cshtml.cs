using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Data;
using Academy.Domain.People;
using Academy.Web.Security;
using Academy.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>A judge's sheet beside the others.</summary>
public sealed record JudgesSheet(string Judge, SheetValues Values);

/// <summary>
/// The sheets of a contestant side by side, from when all are handed in. Posting it says what stands where they differ.
/// </summary>
[Authorize(Roles = Roles.Judging)]
public sealed class SettlementModel(AcademyDb db, Referee referee, Recorder recorder, IStringLocalizer<JudgingTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty] public Dictionary<string, string?> Figures { get; set; } = [];
    [BindProperty] public string? Void { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public JudgedPerson Person { get; private set; } = null!;
    public Event Event { get; private set; } = null!;
    public Sheet Sheet => Event.Sheet!;
    public IReadOnlyList<JudgesSheet> Sheets { get; private set; } = [];
    public Settlement? Settlement { get; private set; }

    /// <summary>What stands; null where nothing does.</summary>
    public SheetValues? Standing { get; private set; }

    /// <summary>The objections by which something else stands than was settled, the last last.</summary>
    public IReadOnlyList<Objection> Corrections { get; private set; } = [];
    public string? SettledBy { get; private set; }

    /// <summary>The keys of the lines in which they differ.</summary>
    public IReadOnlySet<string> Differing { get; private set; } = new HashSet<string>();

    /// <summary>Whether the one who looks says what stands.</summary>
    public bool MaySettle { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        await recorder.ResultsReadAsync(
            User.Actor, $"/judging/contestants/{Id}/settlement", [Person.Told], HttpContext.Caller, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        var agreed = Agreed();
        var refusal = agreed is null
            ? SettlementRefusal.OutOfBounds
            : await referee.SettleAsync(Id, agreed, Reason ?? "", User.Actor, HttpContext.Caller, ct);
        if (refusal is { } no)
        {
            var field = no is SettlementRefusal.ReasonMissing or SettlementRefusal.ReasonTooLong ? nameof(Reason) : "";
            ModelState.AddModelError(field, words[$"Settlement.{no}", Referee.LongestReason]);
            return Page();
        }

        TempData["Flash"] = words["Done.Settled"].Value;
        return RedirectToPage("Doubts");
    }

    /// <summary>What the judges agree on, with what was typed where they differ; of points only whether the result is void.</summary>
    private SheetValues? Agreed()
    {
        if (Sheet.IsRubric) return SheetWords.Read(Sheet, new Dictionary<string, string?>(), Void);
        if (SheetWords.Read(Sheet, Figures, Void) is not { } typed) return null;

        var same = Sheet.Items.Where(item => !Differing.Contains(item.Key)).ToDictionary(item => item.Key, Sheets[0].Values.Of);
        foreach (var figure in typed.Figures.Where(figure => Differing.Contains(figure.Key))) same[figure.Key] = figure.Value;
        return typed.Void is null && Differing.Except(same.Keys).Any() ? null : new SheetValues(same, typed.Void);
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var judge = User.Id;
        var judged = db.Contestants.AsNoTracking().Entered().Where(c => c.Id == Id && c.EmployeeId != judge && c.JudgedAt != null);
        if (await db.Persons(judged).SingleOrDefaultAsync(ct) is not { } found) return false;

        Person = found;
        Event = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == found.Contestant.EventId, ct);
        var sheets = await db.ScoreSheets.AsNoTracking().HandedIn().Where(s => s.ContestantId == Id)
            .Join(db.Users, s => s.JudgeId, user => user.Id, (sheet, user) => new { Sheet = sheet, user.Name })
            .OrderBy(s => s.Sheet.HandedInAt).ThenBy(s => s.Sheet.JudgeId)
            .ToListAsync(ct);
        Sheets = [.. sheets.Select(s => new JudgesSheet(s.Name, s.Sheet.Values))];
        if (!Sheet.IsRubric) Differing = Sheet.Differing([.. Sheets.Select(s => s.Values)]).Select(item => item.Key).ToHashSet();
        Settlement = await db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.ContestantId == Id, ct);
        Corrections = await db.CorrectionsOf(Id).AsNoTracking().OrderBy(o => o.DecidedAt).ToListAsync(ct);
        Standing = await db.StandingOfAsync(Id, ct);
        var settler = Settlement?.ById;
        SettledBy = await db.Employees.Where(e => e.Id == settler).Select(e => e.Name).SingleOrDefaultAsync(ct);
        MaySettle = found.Contestant.AwaitsSettlement && Event.Competition.FinalizedAt is null
            && User.MaySettle(Event.Competition) && !await db.HasJudgedAsync(Id, judge, ct);
        return true;
    }
}
