using Academy.Domain.Auditing;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
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

/// <summary>What may become of a result when an objection is accepted.</summary>
public enum HearingAct { Counts, DoesNotCount, Corrected }

/// <summary>
/// An objection for the committee: what it says, the results that it may be about, and who would rise or fall if one of them counted or
/// did not, or something else stood. Posting it decides.
/// </summary>
[Authorize(Roles = Roles.Judging)]
public sealed class ObjectionHearingModel(AcademyDb db, Committee committee, Recorder recorder, IStringLocalizer<ResultsTexts> words)
    : PageModel
{
    private const int MostMoves = 50;

    [FromRoute] public long Id { get; set; }

    /// <summary>Whose results are shown besides those of who objects.</summary>
    [FromQuery(Name = "who")] public string? Who { get; set; }

    /// <summary>The result whose effect is shown, or that is decided on; null where the objection is rejected.</summary>
    [BindProperty(SupportsGet = true)] public long? ResultId { get; set; }
    [BindProperty(SupportsGet = true)] public HearingAct? Becomes { get; set; }

    /// <summary>What is to stand of a contestant, as it was typed.</summary>
    [BindProperty(SupportsGet = true)] public Dictionary<string, string?>? Figures { get; set; }
    [BindProperty(SupportsGet = true)] public string? Void { get; set; }

    /// <summary>Whether somebody has typed what is to stand.</summary>
    [FromQuery(Name = "typed")] public bool IsTyped { get; set; }

    [BindProperty] public string? Seen { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public Objection Objection { get; private set; } = null!;
    public Event Event { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string Number { get; private set; } = "";
    public bool IsOwn => Objection.EmployeeId == User.Id;
    public IReadOnlyList<HeardResult> Results { get; private set; } = [];
    public RankEffect? Effect { get; private set; }

    /// <summary>The contestant of whom something else is to stand; null where that is not the matter.</summary>
    public HeardResult? Corrected { get; private set; }

    /// <summary>What stands of the contestant, or what was typed instead.</summary>
    public SheetValues Standing { get; private set; } = SheetValues.Empty;

    /// <summary>The first of those whose rank would be another.</summary>
    public IReadOnlyList<(RankMove Move, string Name)> Moves { get; private set; } = [];

    private readonly HashSet<long> ownHand = [];

    /// <summary>Whether whoever looks has judged, marked or decided it, so that somebody else decides on it now.</summary>
    public bool HasHandIn(HeardResult result) => ownHand.Contains(result.Id);

    public bool MayDecide(HeardResult result) => result.EmployeeId != User.Id && !HasHandIn(result);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();

        if (Becomes != HearingAct.Corrected || IsTyped) await FindEffectAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ResultId is null != Becomes is null) return BadRequest();
        if (!await FindAsync(ct)) return NotFound();

        var refusal = await DecideAsync(ct);
        if (refusal is null)
        {
            this.Say(null, words["Objection.Decided"]);
            return RedirectToPage("Objections");
        }

        Refuse(refusal.Value);
        await FindEffectAsync(ct);
        return Page();
    }

    private async Task<ObjectionRefusal?> DecideAsync(CancellationToken ct)
    {
        if (ResultId is null) return await committee.RejectAsync(Id, Reason, User.Actor, HttpContext.Caller, ct);
        return Change() is { } change
            ? await committee.AcceptAsync(Id, change, Seen, Reason, User.Actor, HttpContext.Caller, ct)
            : ObjectionRefusal.OutOfBounds;
    }

    /// <summary>What is asked for, by what the event is; null for figures that are none.</summary>
    private ResultChange? Change()
    {
        if (ResultId is not { } id || Becomes is not { } becomes) return null;
        if (becomes == HearingAct.Corrected) return Typed() is { } agreed ? new Correction(id, agreed) : null;

        var verdict = becomes == HearingAct.Counts ? Verdict.Counts : Verdict.DoesNotCount;
        return Event.Drill switch
        {
            { IsJudged: true } => new ContestantChange(id, verdict),
            { IsKnowledge: true } => new PaperChange(id, verdict),
            _ => new RunChange(id, verdict),
        };
    }

    /// <summary>Null for figures that are none, and for an event without a sheet.</summary>
    private SheetValues? Typed() => Event.Sheet is { } sheet ? SheetWords.Read(sheet, Figures ?? [], Void) : null;

    private void Refuse(ObjectionRefusal refusal) => ModelState.AddModelError(
        refusal is ObjectionRefusal.ReasonMissing or ObjectionRefusal.ReasonTooLong ? nameof(Reason) : "",
        words[$"Objection.Refusal.{refusal}", Objection.LongestReason]);

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, ct) is not { } found) return false;

        Objection = found;
        Event = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == found.EventId, ct);
        (Name, Number) = await db.Employees.Where(e => e.Id == found.EmployeeId)
            .Select(e => ValueTuple.Create(e.Name, e.UserName!)).SingleAsync(ct);
        if (found.State != ObjectionState.Open || IsOwn) return true;

        Results = await db.HeardAsync(Event, found.EmployeeId, Who?.Trim() ?? "", ct);
        foreach (var result in Results)
        {
            if (await db.HasHandInAsync(result.Id, Event.Drill, User.Id, ct)) ownHand.Add(result.Id);
        }

        if (Event.Drill.IsJudged) await FindSheetsAsync(ct);
        var shown = Results.Select(result => result.Told).Distinct().ToList();
        await recorder.ResultsReadAsync(User.Actor, $"/judging/objections/{Id}", shown, HttpContext.Caller, ct);
        return true;
    }

    private async Task FindSheetsAsync(CancellationToken ct)
    {
        Corrected = Becomes == HearingAct.Corrected
            ? Results.FirstOrDefault(result => result.Id == ResultId && result.MayBeCorrected && MayDecide(result))
            : null;
        if (Corrected is null) return;

        var typed = IsTyped || Request.Method == HttpMethods.Post ? Typed() : null;
        Standing = typed ?? await db.StandingOfAsync(Corrected.Id, ct) ?? SheetValues.Empty;
    }

    /// <summary>Shows what the change would do, or says why it cannot be.</summary>
    private async Task FindEffectAsync(CancellationToken ct)
    {
        if (Objection.State != ObjectionState.Open || IsOwn || ResultId is null || Becomes is null) return;

        var (effect, refusal) = Change() is { } change
            ? await db.EffectOfAsync(Objection.EventId, change, ct)
            : (null, ObjectionRefusal.OutOfBounds);
        if (refusal is { } no && ModelState.IsValid) Refuse(no);
        Effect = effect;
        var moves = Effect?.Moves.Take(MostMoves).ToList() ?? [];
        var ids = moves.Select(move => move.EmployeeId).ToList();
        var names = await db.Employees.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name, ct);
        Moves = [.. moves.Select(move => (move, names[move.EmployeeId]))];
    }
}
