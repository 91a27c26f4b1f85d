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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Competitions.Judging;

/// <summary>Somebody of a branch, who may have entered and of whom something may be written down.</summary>
public sealed record BranchContestant(
    long Id, string Number, string Name, string Branch, string BranchEnglish, Contestant? Entered, bool HasSheet);

/// <summary>The people of a branch head with ticks at those who compete in a judged event. Posting it enters and withdraws.</summary>
[Authorize(Roles = Roles.BranchHead)]
public sealed class BranchContestantsModel(
    AcademyDb db, Marshal marshal, LevelTable levels, TimeProvider clock, IStringLocalizer<JudgingTexts> words) : EventStepPage(db, words)
{
    private readonly AcademyDb db = db;

    public Event Event { get; private set; } = null!;
    public IReadOnlyList<BranchContestant> People { get; private set; } = [];

    /// <summary>Whom of them the event is not for, and why.</summary>
    public IReadOnlyDictionary<long, EligibilityRefusal> NotEligible { get; private set; } = new Dictionary<long, EligibilityRefusal>();
    public Paging Paging { get; private set; } = null!;
    public int Entered { get; private set; }
    public bool IsOpen { get; private set; }

    /// <summary>Those with a tick.</summary>
    [BindProperty] public List<long> Ticked { get; set; } = [];

    /// <summary>Those that had one when the page was shown.</summary>
    [BindProperty] public List<long> Before { get; set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int page, CancellationToken ct)
    {
        var found = await db.Events.AsNoTracking().Include(e => e.Competition)
            .SingleOrDefaultAsync(e => e.Id == Id && e.Competition.PublishedAt != null, ct);
        if (found is not { Drill.IsJudged: true }) return NotFound();

        Event = found;
        IsOpen = found.Competition.State(clock.GetUtcNow()) is CompetitionState.Announced or CompetitionState.Running;
        var head = User.Id;
        var path = await db.Employees.Where(e => e.Id == head).Select(e => e.Branch.Path).SingleAsync(ct);
        var own = db.Employees.AsNoTracking().Employed().Where(e => e.DisabledAt == null).Within(path);
        var here = db.Contestants.AsNoTracking().Entered().Where(c => c.EventId == Id);
        Entered = await here.CountAsync(c => own.Any(e => e.Id == c.EmployeeId), ct);
        Paging = Paging.Of(page, await own.CountAsync(ct));
        var sheets = db.ScoreSheets;
        var shown =
            from person in own.OrderBy(e => e.Branch.Path).ThenBy(e => e.PinyinKey).ThenBy(e => e.Id).Skip(Paging.Skip).Take(Paging.Size)
            join entry in here on person.Id equals entry.EmployeeId into entries
            from entry in entries.DefaultIfEmpty()
            orderby person.Branch.Path, person.PinyinKey, person.Id
            select new BranchContestant(
                person.Id, person.UserName!, person.Name, person.Branch.Name, person.Branch.EnglishName, entry,
                entry != null && sheets.Any(s => s.ContestantId == entry.Id));
        People = await shown.ToListAsync(ct);
        NotEligible = await db.NotEligibleAsync(found, [.. People.Select(person => person.Id)], levels, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await marshal.ChangeAsync(Id, [.. Ticked.Except(Before)], [.. Before.Except(Ticked)], User.Actor, ct);
        return await TellAsync(refusal, "Done.Branch", ct);
    }
}
