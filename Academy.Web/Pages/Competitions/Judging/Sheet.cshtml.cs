using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
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

/// <summary>
/// One's own sheet of a contestant. A script saves each change at once; posting the form saves all of it, and hands it in where that
/// was asked for.
/// </summary>
[Authorize(Roles = Roles.Judging)]
public sealed class SheetModel(AcademyDb db, Referee referee, TimeProvider clock, IStringLocalizer<JudgingTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }
    [BindProperty] public Dictionary<string, string?> Figures { get; set; } = [];
    [BindProperty] public string? Void { get; set; }

    /// <summary>The revision that the form showed.</summary>
    [BindProperty] public int Revision { get; set; }
    [BindProperty] public bool HandsIn { get; set; }

    public JudgedPerson Person { get; private set; } = null!;
    public Event Event { get; private set; } = null!;
    public Sheet Sheet => Event.Sheet!;
    public SheetValues Values { get; private set; } = SheetValues.Empty;
    public DateTimeOffset? SavedAt { get; private set; }
    public bool IsHandedIn { get; private set; }

    /// <summary>Whether something may be written down now.</summary>
    public bool IsOpen { get; private set; }
    public long? Next { get; private set; }
    public int Left { get; private set; }

    /// <summary>What it comes to as it stands; null while points are missing, and for a void result.</summary>
    public int? Score => Sheet.IsComplete(Values) ? SheetScore.Of(Sheet, Values).Score : null;

    /// <summary>By which the page seals what waits on the device, as the page of an attempt does.</summary>
    public string DeviceKey => Convert.ToBase64String(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(User.SecurityStamp!),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"sheet of contestant {Id}, {Person.Contestant.EnteredAt:O}"))));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (SheetWords.Read(Sheet, Figures, Void) is not { } typed) return Refuse(SheetRefusal.OutOfBounds);

        var isSame = typed.Says(Values) && (Revision > 0 || !HandsIn);
        var revision = isSame ? Revision : Revision + 1;
        if (!isSame && (await referee.WriteAsync(Id, new SentSheet(revision, typed), User.Actor, ct)).Refusal is { } refusal)
            return await ShowAsync(refusal, ct);
        if (!HandsIn) return Done("Done.Saved", Id);
        if (await referee.HandInAsync(Id, revision, User.Actor, ct) is { } objection) return await ShowAsync(objection, ct);

        await FindAsync(ct);
        return Next is { } next ? Done("Done.HandedIn", next) : Done("Done.HandedIn", null);
    }

    private async Task<IActionResult> ShowAsync(SheetRefusal refusal, CancellationToken ct)
    {
        await FindAsync(ct);
        return Refuse(refusal);
    }

    private PageResult Refuse(SheetRefusal refusal)
    {
        var isUncounted = refusal == SheetRefusal.Incomplete && !Event.Sheet!.IsRubric;
        ModelState.AddModelError("", words[isUncounted ? "Sheet.Uncounted" : $"Sheet.{refusal}"]);
        return Page();
    }

    private RedirectToPageResult Done(string done, long? contestant)
    {
        TempData["Flash"] = words[done].Value;
        return contestant is { } id ? RedirectToPage("Sheet", new { id }) : RedirectToPage("JudgedEvent", new { id = Event.Id });
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        var (now, judge) = (clock.GetUtcNow(), User.Id);
        var found = await db.Persons(db.Contestants.AsNoTracking().Entered().Where(c => c.Id == Id && c.EmployeeId != judge))
            .SingleOrDefaultAsync(ct);
        if (found is null) return false;

        Person = found;
        Event = await db.Events.AsNoTracking().Include(e => e.Competition).SingleAsync(e => e.Id == found.Contestant.EventId, ct);
        var own = await db.ScoreSheets.AsNoTracking().SingleOrDefaultAsync(s => s.ContestantId == Id && s.JudgeId == judge, ct);
        if (own is not null) (Values, SavedAt, IsHandedIn) = (own.Values, own.SavedAt, own.HandedInAt is not null);
        Revision = Request.Method == HttpMethods.Get ? own?.Revision ?? 0 : Revision;
        IsOpen = !IsHandedIn && found.Contestant is { JudgedAt: null, IsAbsent: false }
            && Event.Competition.State(now) is CompetitionState.Running or CompetitionState.Closed;
        var waiting = db.ToJudge(judge, now).Where(c => c.EventId == Event.Id && c.Id != Id);
        var left = await waiting.Join(db.Users, c => c.EmployeeId, user => user.Id, (c, user) => new { c.Id, Number = user.UserName! })
            .OrderBy(other => other.Number)
            .ToListAsync(ct);
        Left = left.Count;
        Next = (left.Find(other => string.CompareOrdinal(other.Number, found.Number) > 0) ?? left.FirstOrDefault())?.Id;
        return true;
    }
}
