using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Levels;
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

namespace Academy.Web.Pages.Competitions.Authoring;

/// <summary>Who has entered a judged event, by whom, and what has come of it.</summary>
public sealed record EnteredPerson(Contestant Contestant, string Number, string Name, string Branch, string BranchEnglish, string By);

/// <summary>Who competes in a judged event, for who holds it. Posting it enters people by number, or withdraws one.</summary>
[Authorize(Roles = Rights.Trainers)]
public sealed class ContestantsModel(
    AcademyDb db, Marshal marshal, LevelTable levels, TimeProvider clock, IStringLocalizer<JudgingTexts> words) : PageModel
{
    [FromRoute] public long Id { get; set; }

    /// <summary>Employee numbers as they were typed, with anything between them.</summary>
    [BindProperty] public string? Numbers { get; set; }
    [BindProperty] public bool IsGuest { get; set; }

    /// <summary>Who is to be withdrawn; null when people are entered.</summary>
    [BindProperty] public long? Withdraw { get; set; }

    public Event Event { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public IReadOnlyList<EnteredPerson> People { get; private set; } = [];
    public Paging Paging { get; private set; } = null!;

    /// <summary>How many of them still wait for a result.</summary>
    public int Unsettled { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct) =>
        await FindAsync(page, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (refusal, unknown) = Withdraw is { } person
            ? (await marshal.WithdrawAsync(Id, [person], User.Actor, ct), [])
            : await EnterAsync(ct);
        if (refusal == EntryRefusal.NoSuchEvent || !await FindAsync(1, ct)) return NotFound();
        if (unknown.Count > 0) ModelState.AddModelError(nameof(Numbers), words["Numbers.Unknown", string.Join(' ', unknown)]);
        if (refusal == EntryRefusal.NotEligible)
            ModelState.AddModelError(nameof(Numbers), words["Numbers.NotEligible", await NotEligibleAsync(ct)]);
        else if (refusal is not null)
            ModelState.AddModelError("", words[$"Entry.{refusal}", Marshal.MostAtOnce]);
        if (!ModelState.IsValid) return Page();

        TempData["Flash"] = words[Withdraw is null ? "Done.Entries" : "Done.Withdrawn"].Value;
        return RedirectToPage(new { Id });
    }

    private List<string> Wanted() =>
        [.. (Numbers ?? "").Split([' ', ',', '，', '、', ';', '；', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Employee.Normalize).Distinct()];

    private async Task<(EntryRefusal? Refusal, IReadOnlyList<string> Unknown)> EnterAsync(CancellationToken ct)
    {
        var wanted = Wanted();
        if (wanted.Count == 0) return (null, ["—"]);
        if (wanted.Count > Marshal.MostAtOnce) return (EntryRefusal.TooMany, []);

        var found = await db.Employees.Employed().Where(e => e.DisabledAt == null && wanted.Contains(e.NormalizedUserName!))
            .Select(e => new { e.Id, Number = e.NormalizedUserName! }).ToListAsync(ct);
        var unknown = wanted.Except(found.Select(person => person.Number)).ToList();
        return unknown.Count > 0
            ? (null, unknown)
            : (await marshal.EnterAsync(Id, [.. found.Select(person => person.Id)], !IsGuest, User.Actor, ct), []);
    }

    /// <summary>The numbers of those whom the event is not for.</summary>
    private async Task<string> NotEligibleAsync(CancellationToken ct)
    {
        var wanted = Wanted();
        var people = await db.Employees.Where(e => wanted.Contains(e.NormalizedUserName!)).OrderBy(e => e.UserName)
            .Select(e => new { e.Id, Number = e.UserName! }).ToListAsync(ct);
        var refused = await db.NotEligibleAsync(Event, [.. people.Select(person => person.Id)], levels, ct);
        return string.Join(' ', people.Where(person => refused.ContainsKey(person.Id)).Select(person => person.Number));
    }

    private async Task<bool> FindAsync(int page, CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is not { Drill.IsJudged: true }) return false;

        Event = found;
        IsOpen = found.Competition.State(clock.GetUtcNow()) is CompetitionState.Announced or CompetitionState.Running;
        var here = db.Contestants.AsNoTracking().Entered().Where(c => c.EventId == Id);
        (Paging, Unsettled) = (Paging.Of(page, await here.CountAsync(ct)), await here.Unsettled().CountAsync(ct));
        var shown =
            from contestant in here
            join person in db.Users on contestant.EmployeeId equals person.Id
            join branch in db.Set<Branch>() on contestant.BranchId equals branch.Id
            join doer in db.Users on contestant.EnteredById equals doer.Id
            orderby person.UserName
            select new EnteredPerson(contestant, person.UserName!, person.Name, branch.Name, branch.EnglishName, doer.Name);
        People = await shown.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(ct);
        return true;
    }
}
